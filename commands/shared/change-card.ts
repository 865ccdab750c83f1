import type { Block, Card, Text } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { piecesOf } from '../../src/cards/cut.ts';
import { plainLength, roomBeside, textLength } from '../../src/cards/measure.ts';
import { number } from '../../src/cards/numbers.ts';
import { type Group, pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { place } from '../../src/cards/utterance.ts';
import type { ArticleChange } from '../../src/library/library.ts';
import { rows } from './controls.ts';

type Side = ArticleChange['paragraphs'][number]['before'];

/** What a piece of a long paragraph takes of a page. */
const longestPiece = 1_400;

/** What one change of an article's text changed, paragraph by paragraph: removed and added text in bold. */
export function changeCard(change: ArticleChange, page: number): Card {
	const { article, at, number: which, changes, headline, deck, paragraphs } = change;
	const frame = {
		eyebrow: changes === 1 ? 'What was changed' : `Change ${number(changes - which)} of ${number(changes)}`,
		title: article.headline,
		url: article.url,
		tone: 'article',
		origin: origin(article),
	} as const;
	const groups = [
		...(headline === null ? [] : [groupOf('Headline', headline)]),
		...(deck === null ? [] : [groupOf('Deck', deck)]),
		...paragraphs.map((one) => groupOf(labelOf(one), one)),
	];
	const when: Block = {
		kind: 'note',
		text: ['Changed ', { mark: 'time', at, style: 'moment' }, ' · what is different is bold'],
	};
	const { blocks, count } = pageOf(pages(groups, { room: roomBeside(frame) - 80 }), page);
	const options = { article: article.id };
	const step = (label: string, to: number) => ({
		label,
		command: 'article',
		options: { ...options, change: to },
		disabled: to < 0 || to >= changes,
	});
	return {
		...frame,
		blocks: [when, ...blocks],
		actions: rows([
			...pageButtons('article', { ...options, change: which }, page, count),
			...(changes === 1 ? [] : [step('Earlier change', which + 1), step('Later change', which - 1)]),
			{ label: 'Article', command: 'article', options },
			{ label: 'Quotes', command: 'quotes', options },
		]),
	};
}

function labelOf({ paragraph, before, after }: ArticleChange['paragraphs'][number]): string {
	const what = before === null ? 'added' : after === null ? 'removed' : 'changed';
	return `${place({ paragraph })} ${what}`;
}

function groupOf(label: string, { before, after }: { before: Side; after: Side }): Group {
	const both = before !== null && after !== null;
	const side = (text: Side, name: string) =>
		text === null
			? []
			: piecesOfSide(text, both).map((piece, index) => ({
					blocks: [
						...(index === 0 && both ? [{ kind: 'note', text: [name] } as const] : []),
						{ kind: 'said', text: piece } as const,
					],
				}));
	return {
		head: [{ kind: 'heading', text: [label] }],
		headAgain: [{ kind: 'heading', text: [`${label}, continued`] }],
		items: [...side(before, 'Before'), ...side(after, 'Now')],
	};
}

/** A text in pieces that fit a page, with the differences in bold; not where all of it differs. */
function piecesOfSide(side: NonNullable<Side>, bold: boolean): readonly Text[] {
	const pieces: Text[] = [];
	let piece: Text[number][] = [];
	let used = 0;
	for (const { text, isChanged } of side) {
		for (const part of partsOf(text)) {
			const own = bold && isChanged ? inBold(part) : [part];
			const takes = textLength(own);
			if (used + takes > longestPiece && piece.length > 0) {
				pieces.push(piece);
				piece = [];
				used = 0;
			}
			piece.push(...own);
			used += takes;
		}
	}
	return piece.length === 0 ? pieces : [...pieces, piece];
}

/** Bold words, with the white space around them outside: a view has none at the ends of a mark. */
function inBold(text: string): Text {
	const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
	return words === ''
		? [text]
		: [before, { mark: 'strong' as const, text: words }, after].filter((part) => part !== '');
}

const partsOf = (text: string) => (plainLength(text) <= longestPiece ? [text] : piecesOf(text, longestPiece));
