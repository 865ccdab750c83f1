import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../process.ts';

let folder: string;
let page: string;
/** Without an article: what they hold is not what is printed. */
let articles: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'verbatim-closed-'));
	articles = join(folder, 'articles');
	await mkdir(articles);
	page = join(folder, 'ferry.txt');
	const text = Array.from(
		{ length: 1_000 },
		(_, day) => `On day ${day} the ferry to Ellery left the harbour ${day % 60} minutes after it was due.`,
	);
	await writeFile(page, ['The ferry was late on 1,000 days', ...text].join('\n\n'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a program whose output is closed before its end', () => {
	it.each([
		['read', () => [page]],
		['read with --explain', () => [page, '--explain']],
		['schema', () => []],
		['try', () => ['/help', '/quotes']],
	])('ends without an error: %s', async (name, args) => {
		const file = `src/bin/${name.split(' ')[0]}.ts`;
		const { child, ended } = run(file, args(), { DATA_DIR: folder, ARTICLES: articles });
		await once(child, 'spawn');
		child.stdout?.destroy();
		const { code, stderr } = await ended;
		expect(stderr).toBe('');
		expect(code).toBe(0);
	});
});
