import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

it('the README names every variable of the example configuration, and no other', async () => {
	const example = (await read('.env.example')).matchAll(/^([A-Z][A-Z_]+)=/gmu);
	const table = /^## Configuration$([\s\S]*)/mu.exec(await read('README.md'))?.[1] ?? '';
	const rows = table.split('\n').filter((line) => line.startsWith('| `'));
	const named = rows.flatMap((row) =>
		[...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/gu)].map(([, name]) => name),
	);
	expect(named.sort()).toEqual([...example].map(([, name]) => name).sort());
});
