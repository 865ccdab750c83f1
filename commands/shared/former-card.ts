import type { Action, Block, Card, Filled } from '../../src/card.ts';
import { headlineLink, origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { utteranceBlocks } from '../../src/cards/utterance.ts';
import type { FormerQuote, QuoteAnswer } from '../../src/library/library.ts';
import { rows } from './controls.ts';

const most = { utterance: 900, name: 80, role: 120 };
const longestHeadline = 60;

/** The button for what was edited away, where something was. */
export function formerWay({ former }: QuoteAnswer, asked: Filled): readonly Action[] {
	if (former.length === 0) return [];
	return [
		{
			label: `${counted(former.length, 'quote')} edited away`,
			command: 'quotes',
			options: { ...asked, former: true },
		},
	];
}

/** Quotations that articles no longer have, each with the date of its removal; the latest removed first. */
export function formerCard({ article, former }: QuoteAnswer, asked: Filled, page: number): Card {
	const frame = {
		eyebrow: `${counted(former.length, 'quote')} edited away`,
		title: article === null ? 'No longer in the articles' : article.headline,
		...(article !== null && { url: article.url, origin: origin(article) }),
		tone: 'quotes',
	} as const;
	const items = former.map((quote) => ({ blocks: formerBlocks(quote, article === null) }));
	const { blocks, count } = pageOf(
		pages([{ head: [], headAgain: [], items }], { room: roomBeside(frame) }),
		page,
	);
	return {
		...frame,
		blocks,
		actions: rows([
			...pageButtons('quotes', { ...asked, former: true }, page, count),
			{ label: 'Quotes', command: 'quotes', options: { ...asked } },
			...(article === null
				? []
				: [{ label: 'What was changed', command: 'article', options: { article: article.id, change: 0 } }]),
		]),
	};
}

/** The words, their speaker, and until when the article had them. */
function formerBlocks(quote: FormerQuote, withHeadline: boolean): readonly Block[] {
	const { speaker, role, article, until } = quote;
	const name = speaker ?? role;
	const where = withHeadline ? [' · ', ...headlineLink(article, longestHeadline)] : [];
	return utteranceBlocks(
		quote,
		{ most: most.utterance },
		{
			before: name === null ? [] : [{ mark: 'strong', text: shortLine(name, most.name) }, ' · '],
			after: [...where, ' · no longer in the article, changed ', { mark: 'time', at: until, style: 'date' }],
		},
	);
}
