import type { Action, Block, Card, Filled, Text, Tone } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import type { CheckAnswer, CheckedQuote, Verdict } from '../../src/discussion/checked.ts';
import { checkedBlocks } from './checked-blocks.ts';
import { rows } from './controls.ts';
import { allArticles } from './here.ts';
import { inContext, moreBy, type Passage, waysMenu } from './ways.ts';

/** What was asked for, so that a button can ask again. */
export interface CheckOptions {
	readonly text: string;
	readonly speaker?: string;
	/** The id of the only article that is compared. */
	readonly article?: string;
}

/** Text on a page: what several quotes take would be taller than a screen. */
const pageRoom = 2_200;

const titles: Record<Verdict, string> = {
	'word for word': 'Word for word',
	'words changed': 'Words were changed',
	'stitched together': 'Stitched together',
	'said by somebody else': 'Said by somebody else',
	'written, not said': 'Written, not said',
	'no longer in the article': 'No longer in the article',
	'not found': 'Not found',
};
const tones: Record<Verdict, Tone> = {
	'word for word': 'topics',
	'words changed': 'digest',
	'stitched together': 'digest',
	'said by somebody else': 'digest',
	'written, not said': 'comments',
	'no longer in the article': 'comments',
	'not found': 'article',
};

/**
 * What a check found, a page of it: of one quote the verdict as the title, of several each with its own.
 * @param canPost whether a button posts it for everybody, as a private answer has one.
 */
export function checkCard(
	answer: CheckAnswer,
	asked: CheckOptions,
	page: number,
	{ canPost = false }: { readonly canPost?: boolean } = {},
): Card {
	const { checked } = answer;
	const [first] = checked;
	const isOne = checked.length === 1 && first !== undefined;
	const frame = {
		eyebrow: isOne ? 'Quote check' : `${counted(checked.length, 'quote')} checked`,
		title: isOne ? titleOf(first) : summaryOf(checked),
		tone: isOne ? tones[first.verdict] : 'quotes',
		origin: comparedText(answer),
	} as const;
	const groups = checked.map((quote, index) => ({
		head: isOne ? [] : [...(index === 0 ? [] : [rule]), heading(quote, index)],
		headAgain: isOne ? [] : [heading(quote, index)],
		items: [
			{
				blocks: checkedBlocks(quote, answer.compared.article !== null),
				ways: isOne ? [] : passagesOf(quote),
			},
		],
	}));
	const { blocks, ways, count } = pageOf(
		pages<Passage>(groups, { room: Math.min(roomBeside(frame), pageRoom) }),
		page,
	);
	const options: Filled = {
		quote: asked.text,
		...(asked.speaker !== undefined && { speaker: asked.speaker }),
		article: asked.article ?? allArticles.article,
	};
	const menu = waysMenu(ways, [], {});
	return {
		...frame,
		blocks: [...moreNote(answer), ...blocks, ...menu],
		actions: rows([
			...pageButtons('check', options, page, count),
			...(isOne ? waysOf(first) : []),
			...(canPost ? [{ label: 'Post it here', command: 'check', options, opens: 'public' } as const] : []),
		]),
	};
}

/** "Word for word, but cut": where what the sentence denies was not posted, the title says so. */
function titleOf({ verdict, pieces, isByAnother }: CheckedQuote): string {
	const isCut = pieces.some(({ cut, place }) => cut.weighs === 'negation' && place.kind === 'said');
	const also = isByAnother && verdict !== 'said by somebody else' ? ', and said by somebody else' : '';
	return `${titles[verdict]}${verdict === 'word for word' && isCut ? ', but cut' : ''}${also}`;
}

const rule: Block = { kind: 'rule' };

/** The places of what was found. */
function passagesOf({ pieces }: CheckedQuote): readonly Passage[] {
	return pieces.flatMap(({ place: { article, paragraph, speaker, until }, sentence }) => {
		if (paragraph === null || until !== null) return [];
		const words = sentence.map(({ text }) => text).join(' ');
		return [{ article, paragraph, name: speaker ?? article.headline, words }];
	});
}

/** "2 word for word, 1 changed". */
function summaryOf(checked: readonly CheckedQuote[]): string {
	const counts = Map.groupBy(checked, ({ verdict }) => verdict);
	return [...counts]
		.map(
			([verdict, some]) =>
				`${number(some.length)} ${verdict === 'words changed' ? 'changed' : titles[verdict].toLowerCase()}`,
		)
		.join(', ');
}

function heading(quote: CheckedQuote, index: number): Block {
	return { kind: 'heading', text: [`${number(index + 1)} · ${titleOf(quote)}`] };
}

function moreNote({ more }: CheckAnswer): readonly Block[] {
	if (more === 0) return [];
	return [
		{
			kind: 'note',
			text: [`${counted(more, 'more quote')} of this message ${more === 1 ? 'was' : 'were'} not checked`],
		},
	];
}

/** What was compared: it is not all that was ever said. */
function comparedText({ compared: { article, articles, dates } }: CheckAnswer): Text {
	if (article !== null) return ['Compared with one article: ', shortLine(article.headline, 80)];
	const from: Text =
		dates === null
			? []
			: [
					', from ',
					{ mark: 'time', at: dates.first, style: 'date' },
					' to ',
					{ mark: 'time', at: dates.last, style: 'date' },
				];
	return [`Compared with ${counted(articles, 'article')} that can be seen here`, ...from];
}

function waysOf(quote: CheckedQuote): readonly Action[] {
	const { pieces, nearest } = quote;
	const [piece] = pieces;
	const speaker = piece?.place.kind === 'said' ? piece.place.speaker : (nearest?.speaker ?? null);
	const changed = pieces.find(({ place: { until } }) => until !== null);
	return [
		...passagesOf(quote).slice(0, 3).map(inContext),
		...(nearest ? [inContext(nearest)] : []),
		...(changed
			? [
					{
						label: 'What was changed',
						command: 'article',
						options: { article: changed.place.article.id, change: 0 },
					},
				]
			: []),
		...moreBy(speaker),
	];
}
