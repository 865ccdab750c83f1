import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/app/typed.ts';
import type { Options } from '../../src/command.ts';

const base = { required: false, hidden: false } as const;
const text = { ...base, kind: 'string', description: 'x', maxLength: 100 } as const;
const quotes = {
	speaker: text,
	about: text,
	page: { ...base, hidden: true, kind: 'integer', description: 'x', min: 0, max: 9 },
} as const satisfies Options<never>;
const commands = new Map<
	string,
	Parameters<typeof readLine>[1] extends ReadonlyMap<string, infer C> ? C : never
>([
	['Check quotes', { options: {}, way: 'message' }],
	['quotes', { options: quotes }],
	['digest', { options: {} }],
	['digest show', { options: {} }],
]);
const read = (line: string) => readLine(line, commands);

describe('a typed line', () => {
	it('gives values that go on to the next option', () => {
		expect(read('/quotes speaker:John Ames about:tolls: too high? private:true')).toEqual({
			kind: 'command',
			member: null,
			name: 'quotes',
			options: { speaker: 'John Ames', about: 'tolls: too high?', private: true },
		});
	});

	it.each([
		['about:"masks" -"going home"', '"masks" -"going home"'],
		['about:"fourth step"', '"fourth step"'],
		['about:"fourth step" -one speaker:Ames', '"fourth step" -one'],
		['about:5" nails speaker:Ames', '5" nails'],
		['about:"12:30: too late"', '"12:30: too late"'],
	])('keeps quotation marks that are part of a value: %s', (options, about) => {
		expect(read(`/quotes ${options}`)).toMatchObject({ options: { about } });
	});

	it('takes off the marks around a value that holds the name of an option', () => {
		expect(read('/quotes about:"the speaker: who?" speaker:Ames')).toMatchObject({
			options: { about: 'the speaker: who?', speaker: 'Ames' },
		});
	});

	it('knows subcommands, members and buttons', () => {
		expect(read('/digest show')).toMatchObject({ name: 'digest show' });
		expect(read('@outsider /digest')).toMatchObject({ name: 'digest', member: 'outsider' });
		expect(read('@outsider [Next page]')).toEqual({ kind: 'press', member: 'outsider', label: 'Next page' });
	});

	it.each([
		['/qoutes', 'There is no command /qoutes; there are: /quotes, /digest, /digest show.'],
		['hello', 'A line is a command like "/help"'],
		['/quotes John Ames', '/quotes takes options by name, like speaker:…, and "John Ames" has none.'],
		['/quotes speakr:Ames', 'There is no option speakr: there are speaker, about, private.'],
		['/quotes page:3', 'There is no option page'],
		['/quotes private:perhaps', 'The option private takes true or false.'],
	])('that is wrong gets one sentence: %s', (line, sentence) => {
		expect(() => read(line)).toThrow(sentence);
	});
});
