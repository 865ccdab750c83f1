import type { Action, Block, Card } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { wordsUrl } from '../../src/cards/published.ts';
import type { Utterance } from '../../src/library/library.ts';
import { rows } from './controls.ts';
import { pictureWay } from './picture-card.ts';
import { quotationBlocks } from './quotation-blocks.ts';
import { moreBy } from './ways.ts';
import { wrong } from './wrong.ts';

/** Characters of the words, and of the name of a site on a button. */
const most = { words: 1_500, site: 40 };

/** What stands on the card beside the quotation. */
export interface Around {
	readonly eyebrow: string;
	/** Small print over the words. */
	readonly notes?: readonly Block[];
	/** Whether it is shown in a server, where a wrong speaker can be corrected. */
	readonly canCorrect: boolean;
	/** The way to the next quotation. */
	readonly another: Action;
}

/** One quotation to be dropped into a conversation: the words large, then who said them, then where they stand. */
export function quoteCard(utterance: Utterance, { eyebrow, notes = [], canCorrect, another }: Around): Card {
	return {
		eyebrow,
		title: utterance.speaker ?? 'A quotation',
		lead: 'words',
		tone: 'quotes',
		blocks: [...notes, ...quotationBlocks(utterance, most.words)],
		actions: rows([
			...around(utterance),
			...moreBy(utterance.speaker),
			another,
			pictureWay(utterance),
			...(canCorrect ? [wrong(utterance)] : []),
		]),
	};
}

/** The sentences before and after: in Discord, and on the publisher's page. */
function around(utterance: Utterance): readonly Action[] {
	const { article, paragraph } = utterance;
	const url = wordsUrl(utterance);
	return [
		{ label: 'In context', command: 'article', options: { article: article.id, at: paragraph + 1 } },
		...(url === null
			? []
			: [{ label: article.site === null ? 'On its page' : `At ${shortLine(article.site, most.site)}`, url }]),
	];
}
