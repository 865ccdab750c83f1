import type { Paragraph } from '../page.ts';

/** A stretch of tokens outside the marks, half-open. */
export interface Stretch {
	from: number;
	to: number;
}

/** Tokens of an attribution at the most. */
export const longest = 45;

/** The least words of a quotation that no full stop and no comma sets off from its verb: shorter ones are titles. */
const UNPOINTED = 6;

/** Whether the words are set off as speech is: “…”, said; “…!” said; « Le Courrier » écrit is a title. */
export function isSetOff({ tokens, bounds }: Paragraph, span: number): boolean {
	const { first = 0, after = 0 } = bounds[span] ?? {};
	if (tokens[after]?.kind === 'mark') return true;
	const last = [tokens[after - 1], tokens[after - 2]].some((token) => '.,!?…'.includes(token?.text ?? ' '));
	return last || after - first - 2 >= UNPOINTED;
}

/** The text after the marks in the same sentence, up to the next quotation. */
export function stretchBehind(
	{ tokens, bounds, inside, sentence, text, spans }: Paragraph,
	span: number,
): Stretch | null {
	const from = bounds[span]?.after ?? 0;
	const closed = spans[span];
	if (!closed) return null;
	let to = from;
	while (to < tokens.length && to - from < longest && inside[to] === -1) {
		const mark = tokens[to];
		if (mark?.kind === 'mark' && '.!?;:…'.includes(mark.text)) break;
		if (to > from && sentence[to] !== sentence[from] && !/^[,—–-]/u.test(text.slice(tokens[from]?.start)))
			break;
		to++;
	}
	return to > from ? { from, to } : null;
}

export function stretchBefore({ tokens, bounds, inside, sentence }: Paragraph, span: number): Stretch | null {
	const to = bounds[span]?.first ?? 0;
	let from = to;
	while (from > 0 && to - from < longest && inside[from - 1] === -1) {
		const mark = tokens[from - 1];
		const isEnd =
			mark?.kind === 'mark' && '.!?;…'.includes(mark.text) && sentence[from - 1] !== sentence[from];
		if (isEnd) break;
		from--;
	}
	return to > from ? { from, to } : null;
}

/** The first word behind the marks where nothing but a comma or a dash is between; else null. */
export function firstWord({ tokens }: Paragraph, { from, to }: Stretch): number | null {
	let at = from;
	while (at < to && tokens[at]?.kind === 'mark' && ',—–-'.includes(tokens[at]?.text ?? '.')) at++;
	return at < to && tokens[at]?.kind === 'word' ? at : null;
}
