import type { Card, Text } from '../../src/card.ts';
import { bold, typed } from '../../src/errors.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';
import { searchWay } from '../../src/library/search-way.ts';
import { rows } from './controls.ts';
import { type Asked, onward } from './quotes-card.ts';
import { sourceOf } from './quotes-groups.ts';
import { severalNote } from './several-people.ts';
import { nameNotes } from './slip-notes.ts';

/** The card where nothing was found: what was looked for and where, and what to try. */
export function noQuotesCard(answer: QuoteAnswer, asked: Asked): Card {
	const { article, speaker, about } = answer;
	const by: Text =
		asked.speaker === undefined ? [] : [' by ', speaker === null ? typed(asked.speaker) : bold(speaker)];
	const where = article === null ? '' : ' in this article';
	const what: Text =
		asked.about === undefined ? [` were found${where}.`] : [`${where} mention `, typed(asked.about), '.'];
	return {
		eyebrow: 'Quotes',
		title: 'No quotes found',
		tone: 'quotes',
		blocks: [
			...nameNotes(answer.corrected),
			...severalNote(answer, asked.speaker, 'None of them has it.'),
			{ kind: 'text', text: ['No quotes', ...by, ...what] },
			...(about === null
				? []
				: [
						{
							kind: 'note',
							text: [
								'Looked for ',
								...about.flatMap((word, index): Text => (index === 0 ? [typed(word)] : [', ', typed(word)])),
								', whatever the ending, in the quotes and in the text around them. Other words may find more.',
							],
						} as const,
					]),
		],
		...(article && { origin: sourceOf(article) }),
		actions: rows([...(asked.about === undefined ? [] : [searchWay(asked.about)]), ...onward(answer, asked)]),
	};
}
