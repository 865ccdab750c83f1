import type { Block, Card } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { beginning, piecesOf } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { type Group, pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { place } from '../../src/cards/utterance.ts';
import { UserError } from '../../src/errors.ts';
import { sentences } from '../../src/language/sentences.ts';
import type { ArticleLine, Library } from '../../src/library/library.ts';
import { rows } from './controls.ts';

/** Characters of the paragraphs before and after, and of a piece of a long one. */
const most = { around: 300, piece: 1_400 };

/** The card of a paragraph of the article that is meant. @throws UserError as `passageCard` and the library do. */
export async function articlePassage(
	library: Library,
	article: string | undefined,
	at: number,
	page: number,
): Promise<Card> {
	const { line } = await library.brief(article);
	const { paragraphs } = await library.article(line.id);
	return passageCard(line, paragraphs, at, page);
}

/**
 * A paragraph of an article with its neighbours.
 * @param at counted from 1, as ¶ is.
 * @throws UserError where the article has no such paragraph, or the answer no such page.
 */
function passageCard(line: ArticleLine, paragraphs: readonly string[], at: number, page: number): Card {
	const text = paragraphs[at - 1];
	if (text === undefined) {
		const all = counted(paragraphs.length, 'paragraph');
		throw new UserError(`This article has no ${place({ paragraph: at - 1 })}: it has ${all}.`);
	}
	const frame = {
		eyebrow: `${place({ paragraph: at - 1 })} of ${number(paragraphs.length)}`,
		title: line.headline,
		url: line.url,
		tone: 'article',
		origin: origin(line),
	} as const;
	const group: Group = {
		head: before(paragraphs[at - 2]),
		headAgain: [],
		items: [
			...piecesOf(text, most.piece).map((piece) => ({ blocks: [{ kind: 'said', text: [piece] } as const] })),
			...after(paragraphs[at]).map((block) => ({ blocks: [block] })),
		],
	};
	const { blocks, count } = pageOf(pages([group], { room: roomBeside(frame) }), page);
	const options = { article: line.id };
	const step = (to: number, label: string) => ({
		label,
		command: 'article',
		options: { ...options, at: to },
		disabled: to < 1 || to > paragraphs.length,
	});
	return {
		...frame,
		blocks,
		actions: rows([
			...pageButtons('article', { ...options, at }, page, count),
			step(at - 1, `↑ ${place({ paragraph: Math.max(0, at - 2) })}`),
			step(at + 1, `↓ ${place({ paragraph: Math.min(at, paragraphs.length) })}`),
			{ label: 'Article', command: 'article', options },
			{
				label: counted(line.counts.quotes, 'quote'),
				command: 'quotes',
				options,
				disabled: line.counts.quotes === 0,
			},
		]),
	};
}

/** The last sentences of the paragraph before. */
function before(text: string | undefined): readonly Block[] {
	if (text === undefined) return [];
	const starts = sentences(text).map(({ start }) => start);
	const start = starts.find((one) => text.length - one <= most.around) ?? starts.at(-1) ?? 0;
	const shown = beginning(text.slice(start), most.around);
	return [{ kind: 'text', text: [start === 0 ? shown : `… ${shown}`] }];
}

/** The first sentences of the paragraph after. */
function after(text: string | undefined): readonly Block[] {
	if (text === undefined) return [];
	const shown = beginning(text, most.around);
	return [{ kind: 'text', text: [shown.length < text.length ? `${shown} …` : shown] }];
}
