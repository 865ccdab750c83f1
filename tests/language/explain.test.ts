import { describe, expect, it } from 'vitest';
import { explainedQuotes } from '../../src/bin/explained-quotes.ts';
import { explainQuotes } from '../../src/language/explain.ts';

const article = [
	'Mayor Ada Venn met the ferrymen of Halden on Tuesday, and the engineer Tom Orrin showed her the quay.',
	'“The quay is older than the town,” Venn said.',
	'“We will mend it,” she added. “Nobody else will.”',
];

describe('why a quotation has its speaker', () => {
	const [first, second] = explainQuotes(article, 'en');

	it('names the candidates, the likeliest first, with what speaks for each', () => {
		expect(first?.quote.speaker).toBe('Ada Venn');
		expect(first?.candidates[0]?.text).toBe('Venn');
		const chances = first?.candidates.map(({ chance }) => chance) ?? [];
		expect(chances).toEqual(chances.toSorted((a, b) => b - a));
		expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
		expect(first?.candidates[0]?.reasons.length).toBeGreaterThan(2);
		expect(first?.because).toMatch(/likeliest/u);
	});

	it('tells what the confidence is made of, the weightiest first', () => {
		for (const one of [first, second]) {
			const weights = one?.trust.map(({ weight }) => Math.abs(weight)) ?? [];
			expect(weights.length).toBeGreaterThan(3);
			expect(weights).toEqual(weights.toSorted((a, b) => b - a));
			expect(one?.trust.map(({ about }) => about)).not.toContain('everything else');
		}
	});

	it('names whom a pronoun may mean', () => {
		expect(second?.candidates[0]?.text).toBe('she');
		expect(second?.meant[0]?.name).toBe('Ada Venn');
		expect(second?.meant.map(({ name }) => name)).toContain('Tom Orrin');
	});

	it('is printed without control codes, a few lines a quotation', () => {
		const text = explainedQuotes(explainQuotes(['“The \u001b[31mquay\u202e is old,” said Ada Venn.'], 'en'));
		expect(text).toContain('¶1 “The [31mquay is old,”');
		expect(text).toContain('Ada Venn');
		expect(text.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
	});

	it('says which rule found the speaker where no model is asked', () => {
		const [one] = explainQuotes(['„Der Kai ist alt“, sagte die Bürgermeisterin Anna Kern.'], 'de');
		expect(one?.candidates).toEqual([]);
		expect(one?.because).toContain('sagte');
	});
});
