import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../src/language/en/stem.ts';
import { findingWords } from '../../src/library/answers/found.ts';
import { inventedRecord, saying } from './invented.ts';

function foundIn(text: string, sought: readonly string[]) {
	const { line, utterances } = inventedRecord({
		id: 'marks',
		...saying({ said: 'Boats.', by: 'Ada Quill' }),
	});
	const article = { ...line, shelf: null, at: '', atIs: 'added' as const, changedAt: null };
	return utterances.map((utterance) =>
		findingWords()({ ...utterance, article, parts: [{ kind: 'said', text }] }, sought),
	)[0];
}

test('words are found in any form, in the order of the text, and once', () => {
	expect(foundIn('Boating is for boats; the promised boats, he promises.', ['promise', 'boat'])).toEqual({
		words: ['Boating', 'boats', 'promised', 'promises'],
		around: [],
	});
	expect(foundIn('Rowboats only.', ['boat'])).toEqual({ words: [], around: ['boat'] });
	expect(foundIn('x-boat, “boat”, o’boat', ['boat'])?.words).toEqual(['boat']);
	// Its stem is "ei", of which it has the first letter only.
	expect(foundIn('They eyed it.', ['eyed'])).toEqual({ words: ['eyed'], around: [] });
});

test('a word begins with its stem, but for the last letter', () => {
	const endings = ['ational', 'biliti', 'ing', 'ed', 'eed', 'ies', 'y', 's', 'ization', 'ement', 'able', 'e'];
	const letters = fc.string({ unit: fc.constantFrom(...'abcdeilmnorstuyz'), maxLength: 4 });
	const word = fc.tuple(letters, fc.subarray(endings)).map(([start, ends]) => start + ends.join(''));
	fc.assert(
		fc.property(word, (one) => one.startsWith(stem(one).slice(0, -1))),
		{ numRuns: 2_000 },
	);
});

test('the same words are found whether or not a text has letters that folding changes', () => {
	const text = fc
		.array(fc.constantFrom('boat', 'Boats', 'row', 'a', 'A1', '1st', '’', '—', '“', '.', ' ', ' ', 'ab'))
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, fc.subarray(['boat', 'a', 'row', '1st', 'ab'], { minLength: 1 }), (said, sought) => {
			expect(foundIn(said, sought)?.words).toEqual(foundIn(`${said} éèü`, sought)?.words);
		}),
	);
	expect(foundIn('Élan and elan, “éLAN”', ['elan'])?.words).toEqual(['Élan', 'elan', 'éLAN']);
});
