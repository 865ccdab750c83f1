import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../process.ts';

const script = fileURLToPath(new URL('./loaded-packages.ts', import.meta.url));
/** What only some installs need, or only some of what is done with them: each would make every start slower. */
const onlyWhenUsed = [
	...[
		'eld',
		'feedsmith',
		'yaml',
		'pg',
		'openai',
		'prom-client',
		'@keyv/valkey',
		'obscenity',
		'unpdf',
		'@napi-rs/canvas',
	],
];

it.each([
	['the bot', 'src/app/start.ts', 'discord.js', [...onlyWhenUsed, 'parse5']],
	['the reading thread', 'src/app/reading-worker.ts', 'parse5', onlyWhenUsed],
])('at its start %s loads no package before it is used', async (_, file, needed, later) => {
	const { stdout } = await run(script, [new URL(`../../${file}`, import.meta.url).href], {}).ended;
	const loaded: string[] = JSON.parse(stdout);
	expect(loaded).toContain(needed);
	expect(loaded.filter((name) => later.includes(name))).toEqual([]);
});
