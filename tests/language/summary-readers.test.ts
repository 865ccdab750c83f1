import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import { createContextRow } from '../../src/language/summary/reader/context-row.ts';
import { fixedRows } from '../../src/language/summary/reader/fixed-row.ts';
import { createJudged } from '../../src/language/summary/reader/judge.ts';
import { readerModel } from '../../src/language/summary/reader/model.ts';
import { createOverlap } from '../../src/language/summary/reader/overlap.ts';
import { phrasesOf } from '../../src/language/summary/reader/phrases.ts';
import { createGain, lineAmong, pickShort } from '../../src/language/summary/reader/pick.ts';
import { pointRows } from '../../src/language/summary/reader/point-row.ts';
import { readForSummary } from '../../src/language/summary/reading.ts';

/** A report whose later sentences lean more and more on what it told. */
const report = [
	'The council of Ostwick voted on Monday to build a second pier for ferries from Arle and Hallo.',
	'Ostwick will pay 2.4 million crowns for the second pier, which builders from Arle want to open in May.',
	'A report had warned that the old pier would not last another winter.',
	'The report, which the mayor had kept in a drawer, was read aloud by Ilse Holt.',
	'“It was never meant to last,” she said, “and they knew it when they bought those beams.”',
	'That remark, too, was met with laughter, as such remarks at the hall often are.',
	'Harbour master Anna Brandt said that ferries from Arle will use the second pier first.',
];
const headline = 'Council of Ostwick votes for a second pier';
const options = { headline, language: 'en', quotes: findQuotes(report, 'en') };
const reading = readForSummary(report, options, { forReading: true });
const judged = createJudged(reading.read, readerModel());

describe('what a reader is likely to make of a sentence', () => {
	test('what opens the news is clear, what points at what was told is not', () => {
		expect(judged.unclear([0], 0)).toBeLessThan(0.2);
		expect(judged.unclear([5], 0)).toBeGreaterThan(0.5);
	});

	test('a sentence is never less clear behind one more', () => {
		for (const index of [2, 3, 4, 5, 6])
			for (const before of [0, 1])
				expect(judged.unclear([before, index], 1)).toBeLessThanOrEqual(judged.unclear([index], 0));
	});

	test('the first sentence of news that says what the headline announces tells the point', () => {
		expect(judged.point.indexOf(Math.max(...judged.point))).toBe(0);
		expect(judged.point.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
	});

	test('the model asks for nothing that is not told of a sentence', () => {
		const { unclear, point } = readerModel();
		const phrases = phrasesOf(reading.read.all, reading.read.pack);
		const fixed = fixedRows(reading.read, phrases);
		const row = { ...fixed[1], ...createContextRow(reading.read, phrases)(1, [0]) };
		expect(unclear.features.filter((name) => row[name] === undefined)).toEqual([]);
		const told = pointRows(reading.read, fixed)[1] ?? {};
		expect(point.features.filter((name) => told[name] === undefined)).toEqual([]);
	});

	test('tells nothing in a language whose sentences it has not learned from', () => {
		const german = ['Der Rat von Ostwick hat am Montag für eine zweite Mole gestimmt.', 'Sie kostet viel.'];
		expect(readForSummary(german, { language: 'de' }, { forReading: true }).judged).toBeNull();
	});
});

describe('the sentences that a reader gains most by', () => {
	const of = (chances: readonly number[], point: readonly number[]) => {
		const fake = { unclear: (set: readonly number[], at: number) => chances[set[at] ?? 0] ?? 1, point };
		const alone = chances.map(() => 0.3);
		const rules = {
			worth: (set: readonly number[]) => 0.3 + 0.1 * set.length,
			doubt: () => 0,
			overlap: () => 0,
		};
		const gain = createGain(rules, fake);
		return { short: pickShort(alone, gain, fake), gain };
	};

	test('are at most three of a short text, and fewer where one more is doubtful', () => {
		expect(of([0.05, 0.05, 0.05, 0.05], [0.9, 0.05, 0.03, 0.02]).short).toEqual([0, 1, 2]);
		expect(of([0.05, 0.05, 0.3, 0.4], [0.9, 0.1, 0, 0]).short).toEqual([0, 1]);
	});

	test('are a quarter of a longer text, at most five, and fewer where one more is doubtful', () => {
		const clear = (count: number): number[] => Array.from({ length: count }, () => 0.05);
		const even = (count: number): number[] => Array.from({ length: count }, () => 1 / count);
		expect(of(clear(16), even(16)).short).toHaveLength(4);
		expect(of(clear(60), even(60)).short).toHaveLength(5);
		expect(of([...clear(2), ...clear(58).map(() => 0.4)], even(60)).short).toEqual([0, 1]);
	});

	test('have one that is doubtful only where all are', () => {
		expect(of([0.6, 0.5, 0.7], [0.2, 0.2, 0.6]).short).toHaveLength(1);
	});

	test('are not two of which one says again what the other says', () => {
		const fake = { unclear: () => 0.1, point: [0.5, 0.1, 0.1, 0.1] };
		const worth = (set: readonly number[]) => 0.3 - (set.includes(3) ? 0.05 : 0);
		const alike = (one: number, other: number) => (one === 0 && other === 1 ? 0.6 : 0.2);
		const of = (overlap: (one: number, other: number) => number) =>
			pickShort([0.3, 0.3, 0.3, 0.3], createGain({ worth, doubt: () => 0, overlap }, fake), fake);
		expect(of(() => 0)).toEqual([0, 1, 2]);
		expect(of(alike)).toEqual([0, 2, 3]);
	});

	test('are not half of what the next sentence is set against', () => {
		const fake = { unclear: () => 0.05, point: [0.4, 0.2, 0.1, 0.1, 0.2] };
		const rules = { worth: () => 0.3, doubt: () => 0, overlap: () => 0 };
		const short = (half: number) =>
			pickShort(
				[0.3, 0.3, 0.3, 0.3, 0.3],
				createGain({ ...rules, isHalf: (index) => index === half }, fake),
				fake,
			);
		expect(short(-1)).toEqual([0, 1, 4]);
		expect(short(1)).toEqual([0, 1, 2]);
	});

	test('count words of closed classes not as said again, and those that most sentences have less', () => {
		const overlap = createOverlap(reading.all);
		expect(overlap(0, 1)).toBeGreaterThan(0.2);
		expect(overlap(0, 1)).toBeLessThan(1 / 3);
		expect(overlap(0, 4)).toBe(0);
		expect(overlap(2, 2)).toBe(1);
	});

	test('have the line that tells the point', () => {
		const { short, gain } = of([0.1, 0.1, 0.1], [0.2, 0.1, 0.7]);
		expect(lineAmong(short, gain)).toBe(2);
	});

	test('are a sentence and the one that explains it', () => {
		const explained = {
			unclear: (set: readonly number[], at: number) => (set[at] === 2 && !set.includes(1) ? 0.8 : 0.1),
			point: [0.1, 0.1, 0.8],
		};
		const rules = { worth: (set: readonly number[]) => 0.1 * set.length, doubt: () => 0, overlap: () => 0 };
		const gain = createGain(rules, explained);
		expect(pickShort([0.3, 0.1, 0.1], gain, explained)).toEqual(expect.arrayContaining([1, 2]));
	});
});
