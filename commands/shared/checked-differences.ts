import type { Block, Mark, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import type { CheckedEdit, ShownPart, TextRange } from '../../src/discussion/checked.ts';
import { withoutQuotationMarks } from '../../src/errors.ts';

/** Characters of a sentence, and of the words of a difference; and how many differences are listed. */
const most = { sentence: 900, words: 60, edits: 6 };

/** Posted words, those that the article does not have struck through. */
export function struckText(text: string, changed: readonly TextRange[]): Text {
	return marked(text, changed, 'struck', withoutQuotationMarks);
}

/** The sentence in the article's words: quotation marks only around what was said, changed words in bold. */
export function sentenceText(parts: readonly ShownPart[], marks: boolean): Text {
	let room = most.sentence;
	const shown: (string | Mark)[] = [];
	for (const { kind, text, changed } of parts) {
		if (room <= 0) break;
		if (shown.length > 0 && !/^[,.;:!?)\]…’”]/u.test(text)) shown.push(' ');
		if (kind === 'said' && marks && withoutQuotationMarks(text) === text)
			shown.push({ mark: 'verbatim', text, ranges: changed });
		else shown.push(...marked(text, changed, 'strong'));
		room -= text.length;
	}
	return shown;
}

function marked(
	text: string,
	ranges: readonly TextRange[],
	mark: 'strong' | 'struck',
	shown: (text: string) => string = (same) => same,
): Text {
	const parts: (string | Mark)[] = [];
	let at = 0;
	for (const { start, end } of ranges) {
		if (start < at) continue;
		parts.push(shown(text.slice(at, start)), { mark, text: shown(text.slice(start, end)) });
		at = end;
	}
	return [...parts, shown(text.slice(at))];
}

/** The differences one by one. */
export function editBlocks(edits: readonly CheckedEdit[]): readonly Block[] {
	if (edits.length === 0) return [];
	const shown = edits.slice(0, most.edits).map(editText);
	const more = edits.length - shown.length;
	return [
		{ kind: 'list', items: [...shown, ...(more > 0 ? [[`and ${counted(more, 'more difference')}`]] : [])] },
	];
}

function editText({ kind, weighs, posted, original }: CheckedEdit): Text {
	const what = weighs === 'negation' ? 'Negation: ' : weighs === 'number' ? 'Number: ' : '';
	const theirs: Mark = { mark: 'strong', text: shortLine(withoutQuotationMarks(original), most.words) };
	const mine: Mark = { mark: 'struck', text: shortLine(withoutQuotationMarks(posted), most.words) };
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
