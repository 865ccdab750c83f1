import type { Action, Block, Text } from '../../src/card.ts';
import { shortText } from '../../src/cards/cut.ts';
import { place } from '../../src/cards/utterance.ts';
import { asShown } from '../../src/language/summary/shown.ts';
import type { Brief, SummaryLength } from '../../src/library/library.ts';

/** Characters of a sentence. */
const mostOfSentence = 350;

const lengths: readonly SummaryLength[] = ['line', 'short', 'full'];

/** A sentence of a summary as the card shows it, whole. */
export interface ShownSentence {
	readonly paragraph: number;
	readonly words: string;
}

/** The sentences of a summary of a length: a longer one has those of the shorter ones too. */
export function summaryIn(all: Brief['summary'], wanted: SummaryLength): readonly ShownSentence[] {
	const own = all.filter(({ length }) => lengths.indexOf(length) <= lengths.indexOf(wanted));
	return asShown(own).map((words, at) => ({ words, paragraph: own[at]?.paragraph ?? 0 }));
}

/** A summary of a length, with the way to a longer one; where there is none, why. */
export function summaryBlocks(
	{ line, summary: all }: Brief,
	summary: readonly ShownSentence[],
	length: SummaryLength,
): readonly Block[] {
	if (summary.length === 0) {
		const { paragraphs } = line.counts;
		return paragraphs === 0
			? [{ kind: 'note', text: ['This article has no text.'] }]
			: [{ kind: 'note', text: ['This article is too short for a summary.'] }];
	}
	const shown = summary.map(
		({ words, paragraph }): Text => [shortText(words, mostOfSentence), ` (${place({ paragraph })})`],
	);
	const more = moreAction(all, summary.length, length, line.id);
	return [
		{ kind: 'heading', text: ['Summary'] },
		summary.length === 1 ? { kind: 'text', text: shown.flat() } : { kind: 'list', items: shown },
		...(more === null ? [] : [{ kind: 'buttons', actions: [more] } as const]),
	];
}

/** The button that leads to the next longer summary, or back to one line. */
function moreAction(
	all: Brief['summary'],
	shown: number,
	length: SummaryLength,
	article: string,
): Action | null {
	const longer = lengths.slice(lengths.indexOf(length) + 1).find((one) => summaryIn(all, one).length > shown);
	if (longer !== undefined)
		return { label: 'Longer summary', command: 'article', options: { article, length: longer } };
	return shown > 1 ? { label: 'One line', command: 'article', options: { article, length: 'line' } } : null;
}
