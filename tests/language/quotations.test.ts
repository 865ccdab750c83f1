import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes as findIn } from '../../src/language/quotations.ts';
import { codePoint } from '../any-text.ts';

const findQuotes = (paragraphs: readonly string[]) => findIn(paragraphs, 'en');

const speakers = (...paragraphs: string[]) => findQuotes(paragraphs).map((quote) => quote.speaker);

describe('findQuotes', () => {
	it('gives the fullest name of the article, the office and the mention', () => {
		const article = [
			'Harbour Minister Ilse Maria Vandermeer met the crews.',
			'“We will rebuild,” Vandermeer said.',
		];
		const [quote] = findQuotes(article);
		expect(quote).toMatchObject({
			text: 'We will rebuild,',
			paragraph: 1,
			start: 0,
			end: 18,
			speaker: 'Ilse Maria Vandermeer',
			role: 'Harbour Minister',
			mention: { paragraph: 1, start: 19, end: 29 },
			cue: 'said',
			kind: 'quote',
		});
	});

	it('takes the office from the phrase after a name too, in the words of the article', () => {
		const roles = (...paragraphs: string[]) => findQuotes(paragraphs).map((quote) => quote.role);
		expect(roles('“The ferry waits,” said Ada Venn, the harbour master of Halden.')).toEqual([
			'harbour master of Halden',
		]);
		expect(roles('“The ferry waits,” said Tom Orrin, a carpenter, on Monday.')).toEqual(['carpenter']);
		expect(roles('“The ferry waits,” said Tom Orrin, who laughed, on Monday.')).toEqual([null]);
		expect(roles('“It holds,” said Ada Venn, the engineer who leads the project, on Monday.')).toEqual([
			'engineer who leads the project',
		]);
		expect(roles('“It holds,” said Ada Venn, 52, a hydrologist at the University of Halden.')).toEqual([
			'hydrologist at the University of Halden',
		]);
		expect(roles('“It holds,” said harbour engineer Ada Venn.')).toEqual(['harbour engineer']);
	});

	it('gives the place of a pronoun that nobody is named for', () => {
		const [quote] = findQuotes(['Ada Venn and Tom Orrin run the mill. “We grind what we grow,” they said.']);
		expect(quote).toMatchObject({
			speaker: null,
			role: null,
			mention: { paragraph: 0, start: 62, end: 66 },
		});
	});

	it('puts a quotation that runs on over paragraphs into one group, a segment a paragraph', () => {
		const quotes = findQuotes([
			'“The pier was never ours,” said Ada Venn. “It was built by the crews.',
			'“But the quay is, and we will keep it.”',
			'“So we will,” said Tom Orrin.',
		]);
		expect(quotes.map(({ group, paragraph }) => [group, paragraph])).toEqual([
			[0, 0],
			[0, 0],
			[0, 1],
			[1, 2],
		]);
		expect(quotes.map(({ text }) => text)).toContain('It was built by the crews.');
	});

	it('puts the segments of a split utterance into one group', () => {
		const quotes = findQuotes(['“It was late,” said Anna Orrin. “We went home.”', '“Fine,” Orrin added.']);
		expect(quotes.map((quote) => quote.group)).toEqual([0, 0, 1]);
		expect(quotes.map((quote) => quote.speaker)).toEqual(['Anna Orrin', 'Anna Orrin', 'Anna Orrin']);
	});

	it('takes the speaker of a bare quotation from the paragraph before it', () => {
		expect(
			speakers(
				'Mayor Anna Orrin stressed that the bridge must be mended.',
				'“We cannot wait another winter.”',
			),
		).toEqual(['Anna Orrin']);
	});

	it('tells a fragment in a paraphrase from a whole quotation', () => {
		expect(findQuotes(['Overall, Anna Orrin called the talks “very useful.”'])[0]).toMatchObject({
			kind: 'fragment',
			speaker: 'Anna Orrin',
		});
	});

	it('never throws, and each result is word for word at its place', () => {
		const piece = fc.oneof(
			fc.string({ unit: codePoint, maxLength: 12 }),
			fc.constantFrom(
				'“',
				'”',
				'"',
				'‘',
				'’',
				"'",
				'«',
				'»',
				'„',
				'—',
				' said ',
				' Orrin ',
				' he ',
				',',
				'. ',
				'\u00a0',
				'Q: ',
			),
		);
		const paragraph = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(fc.array(paragraph, { maxLength: 6 }), (paragraphs) => {
				for (const quote of findQuotes(paragraphs)) {
					const whole = paragraphs[quote.paragraph]?.slice(quote.start, quote.end) ?? '';
					expect(whole.replace(/[\u00a0\u2007\u202f]/g, ' ')).toContain(quote.text);
					expect(quote.text.length).toBeGreaterThan(0);
					if (quote.mention) {
						const { start, end } = quote.mention;
						expect(paragraphs[quote.mention.paragraph]?.slice(start, end).length).toBe(end - start);
					}
				}
			}),
		);
	});

	it('takes linear time for a paragraph of nothing but marks', () => {
		for (const mark of ['"', '“', '”', "'", '‘', '’', '“a ', '"a" ', '‘a’ “b” ']) {
			expect(findQuotes([mark.repeat(100_000 / mark.length)]).length).toBeLessThanOrEqual(100_000);
		}
	});

	it('reads a name after a dash as a signature', () => {
		const [quote] = findQuotes([
			'Runa Ellery has kept the library of Port Ames for thirty years.',
			'“Nobody ever brought a book back dry.” – Runa Ellery',
		]);
		expect(quote).toMatchObject({ speaker: 'Runa Ellery', cue: null, kind: 'quote' });
	});

	it('gives the segments of one utterance one speaker', () => {
		const quotes = findQuotes([
			'Ebba Thorsen, who was the cook there, remembers her late brother-in-law Magnus Thorsen well.',
			'“He fell asleep,” she told me. “Twice a winter. I used to throw a boot at the door.”',
		]);
		expect(quotes).toHaveLength(2);
		expect(new Set(quotes.map(({ group, speaker }) => `${group} ${speaker}`)).size).toBe(1);
	});

	it('reads two fragments of one sentence as one utterance', () => {
		const quotes = findQuotes([
			'Transport Minister Olga Brandt said on Tuesday that the strike was “a matter for grown-ups”, and that she hoped “to see some arrive”.',
		]);
		expect(quotes.map(({ kind, group }) => [kind, group])).toEqual([
			['fragment', 0],
			['fragment', 0],
		]);
	});
});

describe('one word in marks', () => {
	const said = (paragraph: string) => findQuotes([paragraph]).map(({ text }) => text);

	it('is no quotation between an article and a noun that is known already', () => {
		expect(said('Ada Venn warned that the “settled” price had been worked out in a hurry.')).toEqual([]);
	});

	it('is one where somebody calls something so', () => {
		expect(said('Ada Venn called the price “disgraceful”.')).toEqual(['disgraceful']);
		expect(said('The price was “disgraceful”, said Ada Venn.')).toEqual(['disgraceful']);
	});
});
