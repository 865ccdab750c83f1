/** A part of a sentence that is set off: what a member typed or a name in bold, an option or a value as code. */
export interface SetOff {
	readonly mark: 'strong' | 'code';
	readonly text: string;
}

/** A sentence whose parts may be set off. Assignable to a card's `Text`. */
export type Sentence = readonly (string | SetOff)[];

/** A command that may help instead, with its options: a button under the sentence. Assignable to a card's `Action`. */
export interface Way {
	readonly label: string;
	readonly command: string;
	readonly options: Readonly<Record<string, string>>;
}

/**
 * A sentence for the person who asked: what was wrong and what to do. It is shown as it is written, without a
 * stack, so it holds nothing that only an operator should see. Every other error is logged with a reference,
 * and the member sees only the reference.
 *
 * Quotation marks are for words of an article, so what a member typed, a name or an option is set off:
 * @example new UserError(['The option ', code('page'), ' takes a whole number.'])
 */
export class UserError extends Error {
	override readonly name = 'UserError';
	readonly sentence: Sentence;
	/** At most five. */
	readonly ways: readonly Way[];

	constructor(
		sentence: string | Sentence,
		{ ways = [], ...options }: ErrorOptions & { readonly ways?: readonly Way[] } = {},
	) {
		const parts = typeof sentence === 'string' ? [sentence] : sentence;
		super(parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''), options);
		this.sentence = parts;
		this.ways = ways;
	}
}

/** What a member typed, and names, are shown up to this many characters. */
const mostShown = 80;
/** What comes after this many characters is not even looked at. */
const mostLooked = 1_000;
const quotationMarks = /["＂“”„‟«»‹›「」『』〝〞]/gu;

/** Quotation marks are for words of an article: what a member typed or posted has none of its own. */
export function withoutQuotationMarks(text: string): string {
	return text.replace(quotationMarks, '');
}

/** A name or a headline in bold, in one line, shortened. */
export function bold(text: string): SetOff {
	return { mark: 'strong', text: shown(text) };
}

/** What a member typed, in bold and without quotation marks. */
export function typed(text: string): SetOff {
	return bold(withoutQuotationMarks(text.slice(0, mostLooked)).trim() || 'that');
}

/** An option's name or value, in the style of code. */
export function code(text: string): SetOff {
	return { mark: 'code', text: shown(withoutQuotationMarks(text.slice(0, mostLooked))) };
}

function shown(text: string): string {
	const line = text.slice(0, mostLooked).replace(/\s+/gu, ' ').trim();
	return line.length > mostShown ? `${line.slice(0, mostShown).toWellFormed()}…` : line;
}
