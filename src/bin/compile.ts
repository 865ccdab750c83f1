// Fills Node's cache of compiled modules (NODE_COMPILE_CACHE) for a place where a start cannot keep it, as an image: the
// start then takes half the time. `node FLAGS src/bin/compile.ts`, with the flags of the start, since the cache is good for
// these alone, and as the same user.
import { readdir } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';

enableCompileCache();
const root = new URL('../../', import.meta.url);
for (const folder of ['src', 'commands']) {
	const files = await readdir(new URL(folder, root), { recursive: true });
	for (const file of files.sort()) {
		// Programs do something when they are loaded.
		if (!/\.ts$/u.test(file) || /^(?:main\.ts$|bin\/)/u.test(file)) continue;
		await import(new URL(`${folder}/${file}`, root).href);
	}
}
// What is open, as a thread that waits for work, is of no use.
process.exit();
