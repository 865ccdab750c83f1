import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { leftOutBy } from '../../../src/sources/feeds/filters.ts';
import { longestTerms, noFilters, readTerms, writeTerms } from '../../../src/sources/feeds/terms.ts';
import { inventedRecord } from '../../library/invented.ts';
import { harbour } from '../../stores/under-test.ts';

const record = inventedRecord(harbour);
const out = (kind: keyof typeof noFilters, typed: string) =>
	leftOutBy({ ...noFilters, [kind]: readTerms(typed, kind) }, record);

describe('terms as they are typed', () => {
	it('are those to take and, with a minus, those to leave, each once', () => {
		expect(readTerms(' tunnel, -Foot ball ,TUNNEL, –Cricket,', 'words')).toEqual({
			take: ['TUNNEL'],
			leave: ['Foot ball', 'Cricket'],
		});
		expect(readTerms('All', 'words')).toEqual({ take: [], leave: [] });
		const terms = readTerms('a, b, -c', 'words');
		expect(readTerms(writeTerms(terms), 'words')).toEqual(terms);
		expect(writeTerms(readTerms('', 'words'))).toBe('all');
	});

	it('are refused with a sentence where there are too many, or one is too long or empty', () => {
		const many = Array.from({ length: 21 }, (_, n) => `w${n}`).join(',');
		for (const typed of [many, 'x'.repeat(81), 'tunnel, !!!']) {
			expect(() => readTerms(typed, 'words')).toThrow(UserError);
		}
		expect(() => readTerms(' - , ,', 'words')).toThrow('There are no words in that');
		expect(() => readTerms('Pier, ferry, -pier', 'topics')).toThrow(
			'Pier is among the topics with and without a minus: give it once.',
		);
		expect(many.length).toBeLessThan(longestTerms);
	});
});

describe('what a server takes in', () => {
	it('is everything where nothing is said', () => {
		expect(leftOutBy(noFilters, record)).toBeNull();
	});

	it('has one of the topics, words and speakers that are wanted, whatever their case and accents', () => {
		expect(out('topics', 'climate, FISHING')).toBeNull();
		expect(out('topics', 'climate')).toEqual({ by: 'topics', term: null });
		expect(out('words', 'pier in Wintér')).toBeNull();
		expect(out('words', 'pie')).toEqual({ by: 'words', term: null });
		expect(out('speakers', 'quillon')).toBeNull();
		expect(out('speakers', 'Ruiz')).toEqual({ by: 'speakers', term: null });
	});

	it('has none of those to leave out, even with one that is wanted', () => {
		expect(out('topics', 'fishing, -harbours')).toEqual({ by: 'topics', term: 'harbours' });
		expect(out('words', '-repairs')).toEqual({ by: 'words', term: 'repairs' });
		expect(out('speakers', '-Ada Quillon')).toEqual({ by: 'speakers', term: 'Ada Quillon' });
		expect(out('speakers', '-Bruno Quillon')).toBeNull();
	});

	it('has what is wanted of each kind', () => {
		const filters = {
			...noFilters,
			topics: readTerms('fishing', 'topics'),
			speakers: readTerms('Ruiz', 'speakers'),
		};
		expect(leftOutBy(filters, record)).toEqual({ by: 'speakers', term: null });
	});
});
