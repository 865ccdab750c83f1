import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const tool = fileURLToPath(new URL('../../tools/fingerprint.ts', import.meta.url));
let project: string;
beforeAll(async () => {
	project = await mkdtemp(join(tmpdir(), 'verbatim-fingerprint-'));
	await mkdir(join(project, 'src/language/en'), { recursive: true });
	await mkdir(join(project, 'data/models'), { recursive: true });
	await writeFile(join(project, 'src/language/en/words.ts'), 'export const words = [];\n');
	await writeFile(join(project, 'data/models/model.json'), '{}\n');
});
afterAll(() => rm(project, { recursive: true }));
const run = (...args: string[]) =>
	spawnSync(process.execPath, [tool, ...args], { cwd: project, encoding: 'utf8' });

it('the list of reading sources is held by the check: a change that is not written down fails it', async () => {
	expect(run('--check')).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('run `npm run fingerprint`'),
	});
	expect(run()).toMatchObject({ status: 0, stderr: '' });
	expect(run('--check')).toMatchObject({ status: 0, stderr: '' });
	const list = JSON.parse(await readFile(join(project, 'data/fingerprint.json'), 'utf8'));
	expect(Object.keys(list)).toEqual(['data/models/model.json', 'src/language/en/words.ts']);
	for (const [name, text] of [
		['src/language/en/words.ts', 'export const words = [1];\n'],
		['data/models/model.json', '{"a": 1}\n'],
		['src/language/en/more.ts', '\n'],
	] as const) {
		await writeFile(join(project, name), text);
		expect(run('--check').status).toBe(1);
		run();
		expect(run('--check').status).toBe(0);
	}
});
