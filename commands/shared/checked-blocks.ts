import type { Block, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { correctedNote, place } from '../../src/cards/utterance.ts';
import type { CheckedPiece, CheckedQuote } from '../../src/discussion/checked.ts';
import { withoutQuotationMarks } from '../../src/errors.ts';
import { editBlocks, sentenceText, struckText } from './checked-differences.ts';
import { notFoundBlocks } from './not-found-blocks.ts';

/** Characters of posted words, of what was left out around a piece, of a name and a headline. */
const most = { posted: 500, between: 300, name: 80, headline: 60 };

/**
 * What a check found of one quote: what was posted, what the article has, and each difference.
 * @param inOne whether only one article was compared.
 */
export function checkedBlocks(checked: CheckedQuote, inOne: boolean): readonly Block[] {
	return [
		...postedBlocks(checked),
		...checked.pieces.flatMap((piece, index) => pieceBlocks(piece, index, checked)),
		...oddBlocks(checked),
		...notFoundBlocks(checked, inOne),
	];
}

function postedBlocks({ posted, pieces, isByAnother }: CheckedQuote): readonly Block[] {
	const under: Text =
		posted.speaker === null
			? ['Posted']
			: [
					'Posted under the name of ',
					{
						mark: isByAnother ? 'struck' : 'strong',
						text: shortLine(withoutQuotationMarks(posted.speaker), most.name),
					},
				];
	const changed = pieces.some((piece) => piece.posted.changed.length > 0);
	const words: Text = changed
		? pieces.flatMap(
				(piece, index): Text => [
					index === 0 ? '' : ' ',
					...struckText(piece.posted.text, piece.posted.changed),
				],
			)
		: [shortLine(withoutQuotationMarks(posted.text), most.posted)];
	return [
		{ kind: 'note', text: under },
		{ kind: 'text', text: words },
	];
}

function pieceBlocks(piece: CheckedPiece, index: number, { pieces }: CheckedQuote): readonly Block[] {
	const { place: found, sentence, between, edits, cut } = piece;
	const isOne = pieces.length === 1;
	const who = whoText(piece);
	const next = pieces[index + 1];
	// What stands between two pieces says what each of them lacks there.
	const shownCut = {
		...cut,
		before: pieces[index - 1]?.between ? '' : cut.before,
		after: between === null ? cut.after : '',
	};
	return [
		{ kind: 'note', text: [isOne ? '' : `Piece ${index + 1}: `, ...who] },
		{ kind: 'said', text: sentenceText(sentence, found.kind === 'said') },
		{ kind: 'note', text: [...whereText(piece)] },
		...editBlocks(edits),
		...cutBlocks(shownCut, piece),
		...(between === null || next === undefined ? [] : betweenBlocks(between)),
	];
}

/** Marks at the edges of what was left out of a sentence. */
const edges = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;

/** Who said or wrote it. */
function whoText({ place: { kind, speaker, role, where, until } }: CheckedPiece): Text {
	if (kind === 'comment')
		return [
			'A reader wrote in a comment',
			...(speaker === null ? [] : [': ', { mark: 'strong', text: shortLine(speaker, most.name) } as const]),
		];
	if (kind === 'written')
		return [
			where === 'paragraph'
				? 'The article’s own words, not a quotation'
				: `The article’s ${where}, not a quotation`,
		];
	if (speaker !== null)
		return [
			until === null ? 'The article has, by ' : 'The article had, by ',
			{ mark: 'strong', text: shortLine(speaker, most.name) },
			...(role === null ? [] : [`, ${shortLine(role, most.name)}`]),
		];
	return [role === null ? 'In quotation marks; who said it is not clear' : shortLine(role, most.name)];
}

function whereText({ place: found }: CheckedPiece): Text {
	const { article, paragraph, until } = found;
	return [
		...(paragraph === null ? [] : [`${place({ paragraph })} · `]),
		...headlineLink(article, most.headline),
		...(until === null
			? []
			: [' · no longer in the article, changed ', { mark: 'time', at: until, style: 'date' } as const]),
		...correctedNote(found),
	];
}

/** What else the sentence says, where that may turn its meaning around. */
function cutBlocks(
	{ before, after, weighs }: CheckedPiece['cut'],
	{ place: found }: CheckedPiece,
): readonly Block[] {
	if (weighs !== 'negation' || found.kind !== 'said') return [];
	const sides = [
		{ side: 'before it: ', text: before },
		{ side: 'after it: ', text: after },
	].filter(({ text }) => text !== '');
	if (sides.length === 0) return [];
	const parts = sides.flatMap(
		({ side, text }, index): Text => [
			index === 0 ? side : `; ${side}`,
			{ mark: 'strong', text: shortLine(withoutQuotationMarks(text).replace(edges, ''), most.between) },
		],
	);
	return [{ kind: 'text', text: ['Cut out of a sentence with a negation, ', ...parts] }];
}

function betweenBlocks({ text, weighs }: NonNullable<CheckedPiece['between']>): readonly Block[] {
	const denies = weighs === 'negation' ? ', with a negation' : '';
	const what: Text =
		text === ''
			? [`A longer part of the article between the two is left out${denies}`]
			: [
					`Left out between the two${denies}: `,
					{ mark: 'emphasis', text: shortLine(withoutQuotationMarks(text), most.between) },
				];
	return [{ kind: 'text', text: what }];
}

function oddBlocks({ odd }: CheckedQuote): readonly Block[] {
	if (odd.length === 0) return [];
	const named = odd.map(({ character, code, kind, alphabet }) =>
		kind === 'unseen'
			? `an invisible character (${code})`
			: kind === 'typographic'
				? `${character} (${code})`
				: `the ${alphabet} letter ${character} (${code})`,
	);
	return [
		{
			kind: 'note',
			text: [`Posted with characters that the article does not have there: ${named.join(', ')}`],
		},
	];
}
