import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { says, startModelServer } from '../explanation/model-server.ts';
import { type Ended, run } from '../process.ts';

const page = `Lighthouse keeper retires after 41 years
Published time: 3 May, 2026 09:12
The lamp at Gull Point was lit by hand for the last time on Sunday.
“I shall miss the gulls, and they will not miss me,” keeper Edda Moorcroft said.
Mayor Tobias Reed called her work steady.
“Nobody ran aground while Edda was awake,” Reed told a crowd at the pier.
`;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'verbatim-try-'));
	await mkdir(join(folder, 'articles'));
	await writeFile(join(folder, 'articles', 'lighthouse.txt'), page);
});
afterAll(() => rm(folder, { recursive: true }));

const attemptWith = (settings: Record<string, string>, ...lines: string[]): Promise<Ended> =>
	run('src/bin/try.ts', lines, { DATA_DIR: folder, ARTICLES: join(folder, 'articles'), ...settings }).ended;
const attempt = (...lines: string[]): Promise<Ended> => attemptWith({}, ...lines);

describe('npm run try', () => {
	it('prints each reply as a member reads it, and presses buttons', async () => {
		const { code, stdout, stderr } = await attempt(
			'/quotes speaker:reed',
			'@outsider /help private:true',
			'[Topics]',
		);
		expect(stderr).toBe('');
		expect(code).toBe(0);
		expect(stdout).toMatch(/^❯ \/quotes speaker:reed\n\n/u);
		expect(stdout).toContain('“Nobody ran aground while Edda was awake');
		expect(stdout).not.toContain('gulls');
		expect(stdout).toContain('❯ @outsider /help private:true (only you see this)');
		expect(stdout).toMatch(/\n❯ \[Topics\] \(only you see this\)\n/u);
	});

	it('waits for the whole of an answer that is shown while it is made', async () => {
		const server = await startModelServer();
		const sentence = 'The lamp at Gull Point was lit by hand for the last time on Sunday';
		// Longer than a bot may take without a first answer.
		server.behave = says(`${sentence} [1].\n`, { pause: 300 });
		const { stdout, stderr } = await attemptWith({ LLM_URL: server.url, LLM_MODEL: 'slow' }, '/explain');
		await server.close();
		expect(stderr).toBe('');
		expect(stdout).toMatch(new RegExp(`${sentence}\\. \\(¶\\s1\\)`, 'u'));
		expect(stdout).not.toContain('is writing');
	});

	it.each([
		['/quotes speakr:reed', 'There is no option speakr: there are speaker, about, article, private.\n'],
		[
			'/add text',
			'A form opened, "Add an article by its text", with these fields: Headline, Text (longer than 4,000: /add file). It is filled in on the page of npm start.\n',
		],
		[
			'/feeds list',
			'You do not have permission to use /feeds. Put @owner in front of the line to try it as the one who owns the server.\n',
		],
		['/explain', expect.not.stringContaining('/explain,')],
		['[Nowhere]', 'The reply before has no button [Nowhere].\n'],
		['@nobody /help', 'There is no member @nobody; there are: @owner, @member, @outsider, @foreigner.\n'],
	])('ends with one sentence where a line is wrong: %s', async (line, sentence) => {
		expect(await attempt(line)).toEqual({ code: 1, stdout: '', stderr: sentence });
	});
});
