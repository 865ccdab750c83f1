import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/language/summary/sentences.ts';
import { summarise, summaryOf } from '../../src/language/summary/summary.ts';

const headline = 'Ostwick Reopens Its Harbour Ferry After Six Years';
const paragraphs = [
	'The harbour ferry of Ostwick will sail again on Monday, six years after a storm broke its pier, the town council said.',
	'It was a long wait. But the weather had its own plans for the old wooden landing.',
	'"We counted the days," mayor Ilse Brandt said. "The ferry is the street that this town lost."',
	'The council paid 2.4 million crowns for the new pier, half of it from the regional harbour fund.',
	'Baker Tomas Renn sells plum cake on the quay.',
	'The ferry will cross to the island of Hallo twelve times a day, and pupils travel free of charge.',
];
const language = 'en';
const texts = (
	paragraphs: readonly string[],
	headline: string,
	quotes: readonly Place[] = [],
	sentences = 3,
) => summarise(paragraphs, { headline, quotes, sentences, language }).map(({ text }) => text);

describe('a summary', () => {
	test('is three sentences, word for word, in reading order, with the lede first', () => {
		const summary = summarise(paragraphs, { headline, language });
		expect(summary).toHaveLength(3);
		for (const { text, paragraph } of summary) expect(paragraphs[paragraph]).toContain(text);
		expect(summary.map(({ paragraph }) => paragraph)).toEqual(
			summary.map(({ paragraph }) => paragraph).toSorted((a, b) => a - b),
		);
		expect(summary[0]?.text).toBe(paragraphs[0]);
	});

	test('leaves out sentences that lean on one that is not there', () => {
		const summary = texts(paragraphs, headline);
		expect(summary).not.toContain('It was a long wait.');
		expect(summary.some((text) => text.startsWith('But'))).toBe(false);
	});

	test('leaves out sentences that begin with something that is not shown', () => {
		const back = [
			'Asked about that night, the harbour ferry council of Ostwick said that the ferry had sailed.',
			'After this meeting the ferry council of Ostwick reopened the harbour for six years.',
			'"The harbour ferry of Ostwick reopens on Monday after six years," he said.',
			'Asked about it, the harbour master said that the ferry of Ostwick reopens.',
		];
		for (const one of back) {
			const summary = texts(
				[paragraphs[0] ?? '', 'Rain fell on the quay.', one, ...paragraphs.slice(3)],
				headline,
			);
			expect(summary).not.toContain(one);
		}
		const ferry = 'The harbour ferry of Ostwick sank on Monday.';
		expect(texts([ferry, back[0] ?? ''], headline)).toEqual([ferry, back[0]]);
	});

	test('says nothing twice', () => {
		const repeated = [
			paragraphs[0] ?? '',
			(paragraphs[0] ?? '').replace('Monday', 'Monday morning'),
			...paragraphs.slice(3),
		];
		const summary = texts(repeated, headline);
		expect(summary.filter((text) => text.includes('six years after a storm'))).toHaveLength(1);
	});

	test('never tears a quotation that runs over several sentences', () => {
		const speech =
			'Brandt said: "The ferry is our harbour street. The ferry of Ostwick reopens for everybody. Six years without a ferry are over."';
		const start = speech.indexOf('"');
		const summary = texts([speech, ...paragraphs.slice(3)], headline, [
			{ paragraph: 0, start, end: speech.length },
		]);
		for (const text of summary) expect(text.split('"').length % 2).toBe(1);
		expect(summary).not.toContain('The ferry of Ostwick reopens for everybody.');
	});

	test('shows no half of a bracket, and no line of a table', () => {
		const odd = [
			'(If you want to cross to Hallo from Ostwick, the harbour ferry is all there is.',
			'1 ferry, 2 piers, 12 pupils.',
		];
		const summary = texts([...paragraphs.slice(0, 1), ...odd, ...paragraphs.slice(3)], headline, [], 6);
		for (const one of odd) expect(summary).not.toContain(one);
	});

	test('keeps a sentence whole that goes on behind a quotation with stops of its own', () => {
		const whole =
			'The harbour council of Ostwick printed its “Slow down. We are sailing.” signs for the ferry, which reopens on Monday.';
		expect(texts([whole, ...paragraphs.slice(3)], headline)).toContain(whole);
		const parted =
			'Brandt said: “The ferry of Ostwick reopens. The harbour is ours.” Pupils travel free of charge.';
		for (const text of texts([parted, ...paragraphs.slice(3)], headline)) expect(text).not.toBe(parted);
	});

	test('ignores lines of the page before the text', () => {
		const page = [
			'OSTWICK FERRY LINES INC.',
			'By Staff Reporter',
			'Last updated at 9:14',
			'Scroll down for video',
			...paragraphs,
		];
		const all = summarise(page, { headline, language, sentences: page.length });
		for (const { text } of all) expect(paragraphs.some((one) => one.includes(text))).toBe(true);
		expect(texts(page, headline)[0]).toBe(paragraphs[0]);
	});

	test('of a text with fewer sentences is all of them, and of none empty', () => {
		expect(texts(['The ferry sails again.'], headline)).toEqual(['The ferry sails again.']);
		expect(texts([], headline)).toEqual([]);
	});

	test('is as long as asked for', () => {
		expect(texts(paragraphs, headline, [], 1)).toHaveLength(1);
		expect(texts(paragraphs, headline, [], 5)).toHaveLength(5);
	});

	test('of an article that is hardly longer than it does not exist', () => {
		const lengths = (count: number) =>
			summaryOf(paragraphs.slice(0, count), { headline, language }).map(({ length }) => length);
		expect(lengths(0)).toEqual([]);
		expect(lengths(1)).toEqual([]);
		expect(lengths(2)).toEqual(['line']);
	});
});
