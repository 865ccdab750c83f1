import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/app/log.ts';

const token = ['a'.repeat(24), 'b'.repeat(6), 'c'.repeat(38)].join('.');

function logged(isTTY: boolean, write: (log: ReturnType<typeof openLog>) => void): string {
	const lines: string[] = [];
	const out = { isTTY, write: (line: string) => lines.push(line) > 0 };
	write(openLog('info', out as unknown as NodeJS.WriteStream));
	return lines.join('');
}

describe('the log', () => {
	it.each([true, false])('never holds what opens something (on a terminal: %s)', (isTTY) => {
		const text = logged(isTTY, (log) => {
			const err = Object.assign(
				new Error(`POST /interactions/123456789012345678/aW50ZXI-secret_x/callback`),
				{
					requestBody: { json: 'what a member wrote' },
				},
			);
			log.error({ err, url: 'redis://me:pass@cache.example:6379' }, `Bot ${token}`);
		});
		expect(text).toContain('/interactions/123456789012345678/[token]');
		for (const secret of [token, 'secret_x', 'pass@', 'what a member wrote'])
			expect(text).not.toContain(secret);
	});

	it('names what was behind an error', () => {
		const cause = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
		const write = (log: ReturnType<typeof openLog>) =>
			log.error({ err: new Error('It does not answer.', { cause }) }, 'not read');
		expect(JSON.parse(logged(false, write))).toMatchObject({ err: { cause: 'ECONNREFUSED' } });
		expect(logged(true, write)).toContain('because of: ECONNREFUSED');
		const other = (log: ReturnType<typeof openLog>) =>
			log.error({ err: new Error('No.', { cause: new Error(`at redis://me:pass@cache.example`) }) });
		expect(JSON.parse(logged(false, other)).err.cause).toBe('at redis://[password]@cache.example');
	});

	it('is JSON for machines and a line for a reader', () => {
		expect(JSON.parse(logged(false, (log) => log.info({ servers: 2 }, 'connected')))).toMatchObject({
			level: 30,
			msg: 'connected',
			servers: 2,
		});
		expect(logged(true, (log) => log.info({ servers: 2 }, 'connected'))).toMatch(
			/^\d\d:\d\d:\d\d info {2}connected servers=2\n$/u,
		);
	});

	it('shows no line on a terminal that nobody logged, and no control codes of strangers', () => {
		const name = 'a.txt\n12:00:00 info  connected\u001b[2J\u009b1A';
		const write = (log: ReturnType<typeof openLog>) =>
			log.warn({ file: name, files: [name], err: new Error(`${name}\r`) }, `not read: ${name}`);
		const shown = logged(true, write);
		expect(shown.split('\n').filter((line) => line.startsWith('12:00:00 info'))).toEqual([]);
		expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
		expect(shown).toContain('file=a.txt\\u000a12:00:00');
	});

	it('leaves out what is below its level', () => {
		expect(logged(false, (log) => log.debug('quiet'))).toBe('');
	});
});
