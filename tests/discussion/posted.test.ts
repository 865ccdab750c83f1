import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postedQuotes } from '../../src/discussion/posted.ts';
import { codePoint } from '../any-text.ts';

const quotes = (message: string) => postedQuotes(message).quotes.map(({ text, speaker }) => [speaker, text]);

describe('what is to be checked in a message', () => {
	it.each([
		['John Kerry said: “The ceasefire has failed.”', [['John Kerry', 'The ceasefire has failed.']]],
		['> We will not pay for it.\n> — Ada Quillon', [['Ada Quillon', 'We will not pay for it.']]],
		['Quillon said that the pier is closed', [['Quillon', 'the pier is closed']]],
		['Quillon said thatched roofs burn', [['Quillon', 'thatched roofs burn']]],
		[
			'Marc Duval affirme qu’il ne quittera pas la ville avant la fin de la semaine prochaine.',
			[['Marc Duval', 'il ne quittera pas la ville avant la fin de la semaine prochaine.']],
		],
		[
			'Marc Duval affirme que la ville ne paiera pas le pont une deuxième fois.',
			[['Marc Duval', 'la ville ne paiera pas le pont une deuxième fois.']],
		],
		[
			'Ada Vogel sagte, dass die Brücke im Sommer nicht gesperrt wird.',
			[['Ada Vogel', 'die Brücke im Sommer nicht gesperrt wird.']],
		],
		['the pier is closed for ever', [[null, 'the pier is closed for ever']]],
		['**“We will **not** pay for it”**', [[null, 'We will not pay for it']]],
		['<@123456789012345678> 🎉', []],
		[
			'Ada Quillon said "the pier is closed", but Jonah Barrow said "it was never open".',
			[
				['Ada Quillon', 'the pier is closed'],
				['Jonah Barrow', 'it was never open'],
			],
		],
		[
			'Quillon: "the pier is closed" — and Barrow said "it was never open". Also "nobody pays for this"',
			[
				['Quillon', 'the pier is closed'],
				['Barrow', 'it was never open'],
				[null, 'nobody pays for this'],
			],
		],
		['The mayor: "I will not resign"', [[null, 'I will not resign']]],
		['The mayor said:\n> I will not resign', [[null, 'I will not resign']]],
		['Mayor Ada Quillon said:\n> I will not resign', [['Mayor Ada Quillon', 'I will not resign']]],
		['the engineer said "never seen corrosion like it"', [[null, 'never seen corrosion like it']]],
		['Barrow & Sons said "we will rebuild it"', [['Barrow & Sons', 'we will rebuild it']]],
		['Ada Quillon never said "the pier is closed"', [[null, 'the pier is closed']]],
		['Ada Quillon told Jonah Barrow: “the pier is closed”', [['Ada Quillon', 'the pier is closed']]],
		['Ada Quillon told Jonah Barrow:\n> the pier is closed', [[null, 'the pier is closed']]],
		['Quillon on Barrow: “the pier is closed”', [[null, 'the pier is closed']]],
		['Ada Quillon of Port Ellery said “the pier is closed”', [['Ada Quillon', 'the pier is closed']]],
		['According to Barrow: “the pier is closed for ever”', [['Barrow', 'the pier is closed for ever']]],
		[
			'“the pier is closed,” said Quillon. Barrow: “it was never open”',
			[
				['Quillon', 'the pier is closed,'],
				['Barrow', 'it was never open'],
			],
		],
		['🚨 BREAKING NEWS: “the pier is closed”', [[null, 'the pier is closed']]],
		['Fact check: “the pier is closed”', [[null, 'the pier is closed']]],
		['Claim:\n> the pier is closed', [[null, 'the pier is closed']]],
		['Vincent Price: “the pier is closed”', [['Vincent Price', 'the pier is closed']]],
		['Dr. J. R. Barrow: “the pier is closed”', [['Dr. J. R. Barrow', 'the pier is closed']]],
		['Ada Quillon didn’t say “the pier is closed”', [[null, 'the pier is closed']]],
	])('is found in %j', (message, expected) => {
		expect(quotes(message)).toEqual(expected);
	});

	it('is at most forty quotes, and the rest are counted', () => {
		const found = postedQuotes('“one two three” '.repeat(60));
		expect([found.quotes.length, found.more]).toEqual([40, 20]);
	});

	it('is bounded for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
				expect(postedQuotes(`“${text}" ${text}`).quotes.length).toBeLessThanOrEqual(40);
			}),
			{ numRuns: 50 },
		);
	});
});
