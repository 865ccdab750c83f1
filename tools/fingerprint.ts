// `npm run fingerprint` writes down what the sources are that read and answer; with `--check`, as `npm run check`
// does, it only says whether that is still right.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// npm runs it in the project's folder.
const root = process.cwd();
const list = join(root, 'data/fingerprint.json');
const folders = ['src/language', 'src/reading', 'src/library', 'src/sources', 'src/stores', 'data/models'];

/** Name and hash are on lines of their own, so that git can join the changes of two people. */
async function fingerprint(): Promise<string> {
	const found = await Promise.all(
		folders.map(async (folder) =>
			(await readdir(join(root, folder), { recursive: true }).catch(() => []))
				.filter((name) => /\.(?:ts|json)$/u.test(name))
				.map((name) => `${folder}/${name}`),
		),
	);
	const entries = await Promise.all(
		found
			.flat()
			.sort()
			.map(async (name) => {
				const hash = createHash('sha256').update(await readFile(join(root, name)));
				return `\t${JSON.stringify(name)}:\n\t\t"${hash.digest('hex').slice(0, 16)}"`;
			}),
	);
	return `{\n${entries.join(',\n')}\n}\n`;
}

const now = await fingerprint();
if (!process.argv.includes('--check')) await writeFile(list, now);
else if (now !== (await readFile(list, 'utf8').catch(() => ''))) {
	process.stderr.write(
		'data/fingerprint.json is not up to date, because a source that reads or answers has changed: run `npm run fingerprint` and commit the file. An archive is then read again once, in the background.\n',
	);
	process.exitCode = 1;
}
