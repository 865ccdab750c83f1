import type { Card, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';
import { type Asked, head, onward } from './quotes-card.ts';

const longest = 80;

/** Nothing was found: what was looked for and where, and what to try. */
export function noQuotesCard(answer: QuoteAnswer, asked: Asked): Card {
	const { article, speaker, about } = answer;
	const strong = (text: string) => ({ mark: 'strong' as const, text: shortLine(text, longest) });
	const by: Text = asked.speaker === undefined ? [] : [' by ', strong(speaker ?? asked.speaker)];
	const where = article === null ? '' : ' in this article';
	const what: Text =
		asked.about === undefined ? [` were found${where}.`] : [`${where} mention `, strong(asked.about), '.'];
	const frame = head(answer, asked);
	return {
		...frame,
		...(article === null && { title: 'No quotes found' }),
		blocks: [
			{ kind: 'text', text: ['No quotes', ...by, ...what] },
			...(about === null
				? []
				: [
						{
							kind: 'note',
							text: [
								'Looked for ',
								...about.flatMap(
									(word, index): Text => (index === 0 ? [strong(word)] : [', ', strong(word)]),
								),
								', whatever the ending, in the quotes and in the text around them. Other words may find more.',
							],
						} as const,
					]),
		],
		actions: [onward(answer, asked)],
	};
}
