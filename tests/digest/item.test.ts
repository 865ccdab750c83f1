import { expect, test } from 'vitest';
import { digestItems } from '../../src/digest/item.ts';
import type { Brief } from '../../src/library/library.ts';
import { line, plainLibrary } from '../commands/plain-library.ts';

const brief: Brief = {
	...{ line, deck: null, byline: [], publishedAt: null, updatedAt: null, capturedAt: null, caption: null },
	...{ credit: null, speakersNotReadIn: null, mainSpeakers: [], topics: [], topicsAre: 'tags' },
	summary: [
		{ text: 'The pier is new.', paragraph: 0, sentence: 3, length: 'short' },
		{
			...{ text: 'In May she paid for the ferry.', paragraph: 1, sentence: 4, length: 'line' },
			bracket: { start: 7, end: 10, replaces: 'pronoun' as const, name: 'Ilse Brandt' },
		},
	],
};

test('the line of a digest shows whom a pronoun means in brackets', async () => {
	const quiet = { ...line, counts: { ...line.counts, comments: 0 } };
	const item = await digestItems(() =>
		plainLibrary({ edition: () => '1', brief: async () => ({ ...brief, line: quiet }) }),
	).one('1', line.id);
	expect(item?.summary).toBe('In May [Ilse Brandt] paid for the ferry.');
});
