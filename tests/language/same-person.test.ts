import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import { different, same, sameInArticle } from './namesakes.ts';

/** The names that each of these people is shown under where they speak one after another. */
const speakers = (...names: readonly string[]) =>
	findQuotes(
		names.map(
			(name, index) => `“We have waited ${index + 2} years for the bridge,” said ${name} on the quay.`,
		),
		'en',
	).map(({ speaker }) => speaker);

/** Both ways round. */
const bothWays = (pairs: readonly (readonly [string, string])[]) =>
	pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);

describe('two people of one article', () => {
	it.each(bothWays(different))('stay two: %s and %s', (one, other) => {
		const [first, second] = findQuotes(
			[
				`“We have waited nine years for the bridge,” said ${one} on the quay.`,
				`“Nobody needs that bridge at all,” said ${other} in the hall.`,
			],
			'en',
		);
		expect(first?.speaker).not.toBeNull();
		expect(second?.speaker).not.toBeNull();
		expect([first?.speaker, first?.gender]).not.toEqual([second?.speaker, second?.gender]);
		expect(one.replace(',', '')).toContain(first?.speaker);
		expect(other.replace(',', '')).toContain(second?.speaker);
	});

	it.each(bothWays([...same, ...sameInArticle]))(
		'are one where nobody else fits: %s and %s',
		(one, other) => {
			const [first, second] = speakers(one, other);
			expect(first).not.toBeNull();
			expect(first).toBe(second);
		},
	);
});

describe('a name that says less', () => {
	it('joins nobody where two fit, wherever it is', () => {
		for (const names of [
			['Mary K. Smith', 'Mary L. Smith', 'Mary Smith'],
			['Mary Smith', 'Mary L. Smith', 'Mary K. Smith'],
			['Mary K. Smith', 'Mary Smith', 'Mary L. Smith'],
		]) {
			expect(speakers(...names)).toEqual(names);
		}
		expect(speakers('Mr John Marsh', 'Mrs John Marsh', 'John Marsh')).toEqual([
			'Mr John Marsh',
			'Mrs John Marsh',
			'John Marsh',
		]);
	});

	it('means nobody as a surname alone where only an initial, a title or a number tells the two apart', () => {
		expect(speakers('Mary K. Smith', 'Mary L. Smith', 'Smith')).toEqual([
			'Mary K. Smith',
			'Mary L. Smith',
			'Smith',
		]);
		expect(speakers('Tom Orrin II', 'Tom Orrin III', 'Orrin')[2]).toBe('Orrin');
	});

	it('means the one that its title or its "Jr." fits', () => {
		expect(speakers('Mr John Marsh', 'Mrs John Marsh', 'Mr Marsh', 'Mrs Marsh')).toEqual([
			'Mr John Marsh',
			'Mrs John Marsh',
			'Mr John Marsh',
			'Mrs John Marsh',
		]);
		expect(speakers('Tom Orrin', 'Tom Orrin Jr.', 'Orrin', 'Orrin Jr.')).toEqual([
			'Tom Orrin',
			'Tom Orrin Jr.',
			'Orrin',
			'Tom Orrin Jr.',
		]);
		expect(speakers('Charles Windsor', 'Windsor III')).toEqual(['Charles Windsor', 'Windsor III']);
	});

	it('as a first name alone means the only one who has it', () => {
		expect(speakers('Ada Venn', 'Ada')).toEqual(['Ada Venn', 'Ada Venn']);
		expect(speakers('Ada Venn', 'Ada Orrin', 'Ada')).toEqual(['Ada Venn', 'Ada Orrin', 'Ada']);
	});
});

it('takes linear time for hundreds of namesakes', () => {
	const names = Array.from(
		{ length: 600 },
		(_, index) => `Ada ${String.fromCharCode(65 + (index % 26))}${index} Venn`,
	);
	expect(speakers(...names)).toHaveLength(600);
});
