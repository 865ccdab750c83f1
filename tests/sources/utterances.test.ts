import { expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import { utterancesOf } from '../../src/sources/utterances.ts';
import { invented } from '../library/invented.ts';

it('keeps a quotation that runs on over paragraphs as one utterance, a segment a paragraph', () => {
	const paragraphs = [
		'“The pier was built by the crews, and no one else,” said Ada Venn. “They were never paid for it.',
		'“But the quay is ours, and we will keep it.”',
	];
	const article = { ...invented({ id: 'pier', paragraphs }), quotes: findQuotes(paragraphs, 'en') };
	const [utterance, ...others] = utterancesOf(article);
	expect(others).toEqual([]);
	expect(utterance).toMatchObject({ speaker: 'Ada Venn', paragraph: 0 });
	expect(utterance?.parts).toEqual([
		{ kind: 'said', text: 'The pier was built by the crews, and no one else,' },
		{ kind: 'between', text: 'said Ada Venn.' },
		{ kind: 'said', text: 'They were never paid for it.', open: true },
		{ kind: 'said', text: 'But the quay is ours, and we will keep it.', paragraph: 1 },
	]);
});

it('shows around a fragment a sentence that does not begin inside another quotation', () => {
	const paragraphs = [
		'The union’s secretary, Bea Venn, said: “Thirty-one people a night. We counted.” Tom Orrin said the number was “a fairy tale”.',
		'Venn said: “Come and count. We sit there”; Orrin called the count “a fairy tale”.',
	];
	const article = { ...invented({ id: 'count', paragraphs }), quotes: findQuotes(paragraphs, 'en') };
	const fragments = utterancesOf(article).filter(({ kind }) => kind === 'fragment');
	expect(fragments.map(({ speaker, parts }) => [speaker, parts[0]?.text])).toEqual([
		['Tom Orrin', 'Tom Orrin said the number was'],
		['Tom Orrin', '; Orrin called the count'],
	]);
});
