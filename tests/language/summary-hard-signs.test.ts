import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { createHardSigns } from '../../src/language/summary/reader/hard-signs.ts';
import { readForSummary } from '../../src/language/summary/reading.ts';
import { asShown } from '../../src/language/summary/shown.ts';
import { summaryOf } from '../../src/language/summary/summary.ts';
import { labelsOf } from '../../src/language/summary/transcript.ts';

const pack = packFor('en');
const readingOf = (paragraphs: readonly string[], headline = 'Ostwick votes for a second pier') =>
	readForSummary(
		paragraphs,
		{ headline, quotes: findQuotes(paragraphs, 'en'), language: 'en' },
		{ forReading: true },
	);
const shownOf = (paragraphs: readonly string[], headline: string): string[] =>
	asShown(summaryOf(paragraphs, { headline, quotes: findQuotes(paragraphs, 'en'), language: 'en' }));

describe('a sentence that needs a first', () => {
	test.each([
		'Ada Venn would open the ferry another time on the quay of Hallo.',
		'The council of Arle wants to buy boats instead.',
		'Sure enough, the ferry of Ostwick sank in May.',
		'A similar plan of the harbour master failed in March.',
		'Likewise, the town of Hallo paid for its quay.',
		'The mayor of Arle paid for it, too.',
	])('is seen: %s', (text) => expect(pack.needsFirst?.(text)).toBe(true));

	test.each([
		'Ada Venn paid for a boat instead of a pier.',
		'The pier costs another 2.4 million crowns.',
		'The ferry of Arle is similar to the one of Hallo.',
		'“Give us another pier,” the mayor of Arle said.',
		'The pier of Ostwick is too short for the ferry.',
	])('is no other: %s', (text) => expect(pack.needsFirst?.(text)).toBe(false));
});

describe('what readers never understand alone', () => {
	const story = [
		'The council of Ostwick voted on Monday to build a second pier.',
		'Ada Venn wrote a report on the old pier in March.',
		'For example, the beams of the old pier have holes.',
		'The report was read aloud in the town hall of Ostwick.',
		'The mayor of Arle wants another pier for boats.',
	];
	const isUnclear = createHardSigns(readingOf(story).read);

	test('is “the report” that neither the headline nor what is shown has', () => {
		expect(isUnclear(3, [0])).toBe(true);
		expect(isUnclear(3, [0, 1])).toBe(false);
		const above = readingOf(story, 'What the report on the pier says').read;
		expect(createHardSigns(above)(3, [0])).toBe(false);
	});

	test('is “another”, unless it stands directly behind the one before it', () => {
		expect(isUnclear(4, [0, 1])).toBe(true);
		expect(isUnclear(4, [0, 3])).toBe(false);
	});

	test('is “I” in the first sentence shown of an essay, where it names nobody', () => {
		const essay = [
			'I have never liked the old pier of Ostwick.',
			'Ada Venn and I have walked on it since my third year at school.',
			'Its beams are rotten, and its lamps are dim.',
		];
		const { read } = readingOf(essay, 'The pier that nobody needs');
		expect(read.kind).toBe('essay');
		const isLeaning = createHardSigns(read);
		expect(isLeaning(0, [])).toBe(true);
		expect(isLeaning(1, [])).toBe(false);
		expect(isLeaning(2, [])).toBe(false);
		expect(createHardSigns({ ...read, kind: 'news' })(0, [])).toBe(false);
	});

	test('is “I” of nobody in news behind its first sentence, whatever is shown', () => {
		const spoken = [...story, 'I will vote for the mayor again.'];
		const { read } = readingOf(spoken);
		const isLeaning = createHardSigns({ ...read, kind: 'news' });
		expect(isLeaning(5, [])).toBe(true);
		expect(isLeaning(5, [0])).toBe(true);
		expect(isLeaning(5, [4])).toBe(false);
	});

	test('is “For example” in the first sentence shown', () => {
		expect(isUnclear(2, [])).toBe(true);
		expect(isUnclear(2, [0])).toBe(false);
	});
});

describe('a transcript', () => {
	const talk = [
		'The mayor of Ostwick told the harbour radio on Monday that the town will build a second pier for ferries.',
		'ADA VENN: And obviously you paid for the second pier with crowns of the town of Ostwick.',
		'[ADA VENN]: Will the second pier of Ostwick be open in May?',
		'TOM RENN: The mayor paid for it, and the second pier of Ostwick will open in May.',
		'RENN: The second pier of Ostwick is longer than the first, and ferries from Arle will use it first.',
		'VENN: The ferries of Arle waited for the second pier of Ostwick for six years.',
		'The builders from Hallo want 2.4 million crowns for the second pier.',
	];
	const all = readingOf(talk).all;

	test('tells who asks by a label, however it is written', () => {
		const labels = labelsOf(all, talk, 'news');
		const asks = new Map([...labels].map(([index, label]) => [all[index]?.paragraph, label.asks]));
		expect(Object.fromEntries(asks)).toEqual({ 1: true, 2: true, 3: false, 4: false, 5: true });
		const host = ['ILSE HOLT, HOST: The town of Ostwick votes on a pier today.', 'The vote is at noon.'];
		expect(labelsOf(readingOf(host).all, host, 'news').get(0)?.asks).toBe(true);
		const plain = ['US: The ferry line of Arle sails again.', 'The ferry sails at noon.'];
		expect(labelsOf(readingOf(plain).all, plain, 'news').size).toBe(0);
	});

	test('has a paragraph that ends with a question and is answered by the next one for what is asked', () => {
		const asked = [
			'Ilse Holt builds piers. We met her in Ostwick.',
			'The second pier took you six years. Why?',
			'The ferries of Arle had to sail all the time, so we built at night.',
			'Will you build a third one?',
			'Would the town pay you for it?',
			'Ostwick has no crowns left.',
			'Who would build a pier for nothing?',
		];
		const { all: sentences } = readingOf(asked);
		const found = (kind: 'talk' | 'essay') =>
			[...labelsOf(sentences, asked, kind).keys()].map((index) => sentences[index]?.paragraph);
		expect(found('talk')).toEqual([1, 1, 4]);
		expect(found('essay')).toEqual([]);
	});

	test('is shown without what the one who asks says, and without brackets in labels', () => {
		const shown = shownOf(talk, 'Ostwick will build a second pier');
		expect(shown.filter((text) => /\bVENN/u.test(text))).toEqual([]);
		expect(shown.join(' ')).not.toMatch(/\[Tom Renn\]/iu);
		const { needs } = readingOf(talk);
		expect(needs.filter(({ never }) => never)).toHaveLength(3);
		const answer = all.findIndex(({ text }) => text.startsWith('RENN: '));
		expect(needs[answer]?.never).toBe(false);
		expect(needs[answer]?.bracket).toBeNull();
		const before = readForSummary(talk, { language: 'en' }).needs[answer];
		expect(before?.bracket?.name).toMatch(/^Tom Renn$/iu);
	});
});

describe('a possessive', () => {
	const between = 'Mayor Anna Brandt thanked the builders for the pier.';
	const bracketOf = (open: string) => {
		const { all, needs } = readingOf(['The ferry of Arle was late on Monday.', between, open]);
		return needs[all.findIndex(({ text }) => text === open)]?.bracket;
	};

	test.each([
		'For now, the harbour front-runner and her rivals are on the quay.',
		'A pilot of the ferry and her crew waved to the crowd.',
		'The new ferry master with her two sons was there.',
	])('has no bracket behind somebody whom it may mean: %s', (open) =>
		expect(bracketOf(open) ?? null).toBeNull(),
	);

	test('has one where nobody else stands before it', () => {
		expect(bracketOf('Her deputy paid 2.4 million crowns for the pier.')?.name).toBe('Anna Brandt’s');
	});
});
