import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/command.ts';
import { readOptions } from '../../src/discord/options.ts';

const base = { required: false, hidden: false } as const;
const options = {
	speaker: { ...base, kind: 'string', description: 'Who said it', maxLength: 20 },
	sort: {
		...base,
		kind: 'string',
		description: 'In what order',
		maxLength: 20,
		choices: { newest: 'Newest first' },
	},
	page: { ...base, kind: 'integer', description: 'Page', min: 0, max: 99, hidden: true },
	loud: { ...base, kind: 'boolean', description: 'Loudly' },
	channel: { ...base, kind: 'channel', description: 'Where' },
} as const satisfies Options<never>;
const needed = {
	time: { ...base, required: true, kind: 'string', description: 'At what hour', maxLength: 8 },
} as const;

const slash = (given: Record<string, unknown>) => readOptions(options, given, { hidden: false });
const button = (given: Record<string, unknown>) => readOptions(options, given, { hidden: true });

describe('the options of a command', () => {
	it('are accepted as Discord sends them and as texts', () => {
		const given = { speaker: 'Ames', sort: 'newest', loud: true, channel: '123456789012345678' };
		expect(slash(given)).toEqual(given);
		expect(button({ page: '3', loud: 'false', channel: '<#123456789012345678>' })).toEqual({
			page: 3,
			loud: false,
			channel: '123456789012345678',
		});
	});

	it.each([
		[{ speaker: 'x'.repeat(21) }, 'The option speaker takes at most 20 characters: it had 21.'],
		[{ sort: 'toString' }, 'The option sort takes one of these: newest.'],
		[{ page: '1e3' }, 'The option page takes a whole number from 0 to 99.'],
		[{ page: '100' }, 'The option page takes a whole number from 0 to 99.'],
		[{ page: 0.5 }, 'The option page takes a whole number from 0 to 99.'],
		[{ loud: 'yes' }, 'The option loud takes true or false.'],
		[{ channel: '../admin' }, 'The option channel takes a channel.'],
		[{ speakr: 'Ames' }, 'There is no option speakr: there are speaker, sort, loud, channel.'],
		[{ constructor: 'x' }, 'There is no option constructor: there are speaker, sort, loud, channel.'],
	])('are refused where they are wrong: %j', (given, sentence) => {
		expect(() => button(given as unknown as Record<string, string>)).toThrow(sentence);
	});

	it('accepts a hidden one only from a button', () => {
		expect(button({ page: 1 })).toEqual({ page: 1 });
		expect(() => slash({ page: 1 })).toThrow('There is no option page');
	});

	it('says which one is missing', () => {
		expect(() => readOptions(needed, {}, { hidden: false })).toThrow(
			'The option time is missing: At what hour.',
		);
	});
});
