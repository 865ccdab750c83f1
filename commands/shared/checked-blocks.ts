import type { Block, Mark, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import { place, utteranceBlocks } from '../../src/cards/utterance.ts';
import type {
	CheckedEdit,
	CheckedPiece,
	CheckedQuote,
	ShownPart,
	TextRange,
} from '../../src/discussion/checked.ts';
import { postedWords } from '../../src/language/compare/words.ts';

/** Characters of posted words, of a sentence, of a name and a headline; and differences in words. */
const most = {
	posted: 500,
	sentence: 900,
	between: 300,
	name: 80,
	headline: 60,
	edits: 6,
	words: 60,
	nearest: 500,
};

/** What a check found of one quote: what was posted, what the article has, and each difference. */
export function checkedBlocks(checked: CheckedQuote): readonly Block[] {
	return [
		...postedBlocks(checked),
		...checked.pieces.flatMap((piece, index) => pieceBlocks(piece, index, checked)),
		...oddBlocks(checked),
		...nearestBlocks(checked),
	];
}

/** Quotation marks are for words of an article: what a member posted has none of its own. */
const quotationMarks = /["“”„‟«»‹›＂「」『』]/gu;
const withoutMarks = (text: string): string => text.replace(quotationMarks, '');

function postedBlocks({ posted, pieces, isByAnother }: CheckedQuote): readonly Block[] {
	const under: Text =
		posted.speaker === null
			? ['Posted']
			: [
					'Posted under the name of ',
					{
						mark: isByAnother ? 'struck' : 'strong',
						text: shortLine(withoutMarks(posted.speaker), most.name),
					},
				];
	const changed = pieces.some((piece) => piece.posted.changed.length > 0);
	const words: Text = changed
		? pieces.flatMap(
				(piece, index): Text => [index === 0 ? '' : ' ', ...struck(piece.posted.text, piece.posted.changed)],
			)
		: [shortLine(withoutMarks(posted.text), most.posted)];
	return [
		{ kind: 'note', text: under },
		{ kind: 'text', text: words },
	];
}

/** Posted words, those that the article does not have struck through. */
function struck(text: string, changed: readonly TextRange[]): Text {
	const parts: (string | Mark)[] = [];
	let at = 0;
	for (const { start, end } of changed) {
		if (start < at) continue;
		parts.push(withoutMarks(text.slice(at, start)), {
			mark: 'struck',
			text: withoutMarks(text.slice(start, end)),
		});
		at = end;
	}
	return [...parts, withoutMarks(text.slice(at))];
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

/** Who said or wrote it. */
function whoText({ place: { kind, speaker, role, where } }: CheckedPiece): Text {
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
			'The article has, by ',
			{ mark: 'strong', text: shortLine(speaker, most.name) },
			...(role === null ? [] : [`, ${shortLine(role, most.name)}`]),
		];
	return [role === null ? 'In quotation marks; who said it is not clear' : shortLine(role, most.name)];
}

function whereText({ place: { article, paragraph, until } }: CheckedPiece): Text {
	return [
		...(paragraph === null ? [] : [`${place({ paragraph })} · `]),
		...headlineLink(article, most.headline),
		...(until === null
			? []
			: [' · no longer in the article, changed ', { mark: 'time', at: until, style: 'date' } as const]),
	];
}

/** The sentence in the article's words: quotation marks only around what was said, changed words in bold. */
function sentenceText(parts: readonly ShownPart[], marks: boolean): Text {
	let room = most.sentence;
	const shown: (string | Mark)[] = [];
	for (const { kind, text, changed } of parts) {
		if (room <= 0) break;
		if (shown.length > 0 && !/^[,.;:!?)\]…’”]/u.test(text)) shown.push(' ');
		if (kind === 'said' && marks && !quotationMarks.test(text))
			shown.push({ mark: 'verbatim', text, ranges: changed });
		else shown.push(...strong(text, changed));
		quotationMarks.lastIndex = 0;
		room -= text.length;
	}
	return shown;
}

function strong(text: string, changed: readonly TextRange[]): Text {
	const parts: (string | Mark)[] = [];
	let at = 0;
	for (const { start, end } of changed) {
		if (start < at) continue;
		parts.push(text.slice(at, start), { mark: 'strong', text: text.slice(start, end) });
		at = end;
	}
	return [...parts, text.slice(at)];
}

function editBlocks(edits: readonly CheckedEdit[]): readonly Block[] {
	if (edits.length === 0) return [];
	const shown = edits.slice(0, most.edits).map(editText);
	const more = edits.length - shown.length;
	return [
		{ kind: 'list', items: [...shown, ...(more > 0 ? [[`and ${counted(more, 'more difference')}`]] : [])] },
	];
}

function editText({ kind, weighs, posted, original }: CheckedEdit): Text {
	const what = weighs === 'negation' ? 'Negation: ' : weighs === 'number' ? 'Number: ' : '';
	const theirs: Mark = { mark: 'strong', text: shortLine(withoutMarks(original), most.words) };
	const mine: Mark = { mark: 'struck', text: shortLine(withoutMarks(posted), most.words) };
	switch (kind) {
		case 'left out':
			return [what, theirs, ' was left out'];
		case 'put in':
			return [what, mine, ' was put in'];
		case 'replaced':
			return [what, mine, ' in place of ', theirs];
		default:
			if (original === '') return [what, mine, ' was moved here'];
			if (posted === '') return [what, theirs, ' was moved from here'];
			return [what, mine, ' swapped; it is ', theirs];
	}
}

/** What the sentence has besides, where that may turn it around. */
function cutBlocks(
	{ before, after, weighs }: CheckedPiece['cut'],
	{ place: found }: CheckedPiece,
): readonly Block[] {
	if (weighs !== 'negation' || found.kind !== 'said' || before + after === '') return [];
	const parts = [
		...(before === ''
			? []
			: ['before it: ', { mark: 'strong', text: shortLine(withoutMarks(before), most.between) } as const]),
		...(before !== '' && after !== '' ? ['; '] : []),
		...(after === ''
			? []
			: ['behind it: ', { mark: 'strong', text: shortLine(withoutMarks(after), most.between) } as const]),
	];
	return [{ kind: 'text', text: ['Cut out of a sentence with a negation, ', ...parts] }];
}

function betweenBlocks({ text, weighs }: NonNullable<CheckedPiece['between']>): readonly Block[] {
	const what =
		weighs === 'negation' ? 'Between the two, left out, with a negation: ' : 'Between the two, left out: ';
	return [
		{
			kind: 'text',
			text: [
				what,
				text === ''
					? 'a longer part of the article'
					: { mark: 'emphasis', text: shortLine(withoutMarks(text), most.between) },
			],
		},
	];
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

function nearestBlocks({ nearest, posted, verdict }: CheckedQuote): readonly Block[] {
	if (verdict !== 'not found') return [];
	const short: readonly Block[] =
		postedWords(posted.text).length > 1
			? []
			: [
					{
						kind: 'note',
						text: [
							'A single word is only found within one article: name it with article, or post more of the sentence',
						],
					},
				];
	if (nearest === null) {
		const whose: Text =
			posted.speaker === null
				? ['Nothing that is quoted here has its words']
				: [
						'Nothing that is quoted here under the name of ',
						{ mark: 'strong', text: shortLine(withoutMarks(posted.speaker), most.name) },
						' has its words',
					];
		return [...short, { kind: 'note', text: whose }];
	}
	const name = nearest.speaker ?? nearest.role;
	const who: Text =
		posted.speaker === null || name === null
			? ['The nearest that was said']
			: ['The nearest that ', { mark: 'strong', text: shortLine(name, most.name) }, ' said'];
	return [
		...short,
		{ kind: 'note', text: [...who, ', by its words'] },
		...utteranceBlocks(
			nearest,
			{ most: most.nearest },
			{ after: [' · ', ...headlineLink(nearest.article, most.headline)] },
		),
	];
}
