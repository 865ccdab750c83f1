/**
 * A card is what is shown, as plain data: no Discord, no markdown, no limits. `discord/` turns it into
 * Components V2, the shell and tests into text. Every string in it is plain text and is escaped when it is shown,
 * so a stranger's words can go in unchanged.
 */
export interface Card {
	/** The title. */
	readonly title: string;
	/** Where the title leads. */
	readonly url?: string | null;
	/** A small line over the title: what kind of answer this is ("Quotes", "Reader comments"). */
	readonly eyebrow?: string;
	/** What is shown largest: the title (default), or the words of a card that is one quotation, which shows no title. */
	readonly lead?: 'title' | 'words';
	readonly tone?: Tone;
	readonly blocks: readonly Block[];
	/** Where the answer comes from: the last line of the card, with a link to the source. */
	readonly origin?: Text;
	/** Rows of buttons; a row holds at most five. */
	readonly actions?: readonly (readonly Action[])[];
}

/** What the accent colour says. */
export type Tone = 'article' | 'quotes' | 'topics' | 'comments' | 'help' | 'digest' | 'trouble';

export type Block =
	/** A paragraph. */
	| { readonly kind: 'text'; readonly text: Text }
	/** A heading inside the card, e.g. a speaker's name above their words. */
	| { readonly kind: 'heading'; readonly text: Text }
	/** Words set apart as a block quotation: somebody's utterance or a reader's comment. */
	| { readonly kind: 'said'; readonly text: Text; readonly large?: boolean }
	/** Small print. */
	| { readonly kind: 'note'; readonly text: Text }
	| { readonly kind: 'list'; readonly items: readonly Text[] }
	/** A horizontal line. */
	| { readonly kind: 'rule' }
	/** Buttons that belong to what stands above them; at most five. The rows below a card are its `actions`. */
	| { readonly kind: 'buttons'; readonly actions: readonly Action[] }
	/** A picture, with the words that those hear who cannot see it. At most 4 MB. */
	| { readonly kind: 'picture'; readonly name: string; readonly bytes: Uint8Array; readonly alt: string }
	/** A file to download, its name with an ending. At most 4 MB. */
	| { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly type: string }
	/** A menu that leads to other cards. At most 25 choices. */
	| { readonly kind: 'menu'; readonly placeholder: string; readonly choices: readonly MenuChoice[] };

/** Running text: plain strings with marked parts between them. */
export type Text = readonly (string | Mark)[];

export type Mark =
	| { readonly mark: 'strong' | 'emphasis' | 'code' | 'struck'; readonly text: string }
	/**
	 * Words that are in an article word for word, shown in quotation marks (which are not part of `text`).
	 * A view only cuts them at the end of a sentence, and then says so. `open` where the article closes
	 * the marks only in a later paragraph, which opens them again.
	 */
	| {
			readonly mark: 'verbatim';
			readonly text: string;
			/** Words and phrases of the text, as they are written in it, that are shown in bold wherever they occur. */
			readonly bold?: readonly string[];
			/** Ranges of the text that are shown in bold: UTF-16 offsets, half-open, in order. */
			readonly ranges?: readonly { readonly start: number; readonly end: number }[];
			readonly open?: boolean;
	  }
	/** A stranger's words, with coarse ones behind a spoiler. */
	| { readonly mark: 'spoiler'; readonly text: string }
	/** `url` is http or https; anything else is shown as its text. */
	| { readonly mark: 'link'; readonly text: string; readonly url: string }
	/** A moment in the reader's own zone. `at` is ISO 8601 with offset. */
	| { readonly mark: 'time'; readonly at: string; readonly style: 'date' | 'moment' | 'ago' }
	/** A mention by id, shown but never pinging. */
	| { readonly mark: 'channel' | 'role' | 'member'; readonly id: string }
	/** A command that can be clicked, e.g. "quotes". */
	| { readonly mark: 'command'; readonly name: string };

/** Options of a command, filled in: what a button, a menu choice or a member gives. */
export type Filled = Readonly<Record<string, string | number | boolean>>;

/** A button: a command with its options filled in, or a link out. */
export type Action =
	| {
			readonly label: string;
			/** The command's name, with the subcommand after a blank where it has one ("digest show"). */
			readonly command: string;
			readonly options: Filled;
			readonly style?: 'primary' | 'secondary' | 'success' | 'danger';
			readonly emoji?: string;
			readonly disabled?: boolean;
			/** Where the answer appears: in place of this card (default), or as a new message; 'public': one for everybody. */
			readonly opens?: 'here' | 'new' | 'public';
	  }
	| { readonly label: string; readonly url: string };

export interface MenuChoice {
	readonly label: string;
	readonly description?: string;
	readonly command: string;
	readonly options: Filled;
}

/** A word as it is written in a text. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;
const isWord = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u;
const endsWord = (text: string, at: number): boolean => !/^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));

/** A text in stretches that are bold or not, given words and phrases that are to be bold wherever they occur. */
export function stretches(
	text: string,
	bold: readonly string[] = [],
): readonly { readonly text: string; readonly bold: boolean }[] {
	if (bold.length === 0) return [{ text, bold: false }];
	const wanted = new Set(bold);
	// A phrase may begin with a mark: "£2.4m".
	const phrases = bold
		.filter((one) => !isWord.test(one) && letterOrDigit.test(one))
		.sort((one, other) => other.length - one.length)
		.map((whole) => ({ whole, marks: whole.search(letterOrDigit) }));
	const all: { text: string; bold: boolean }[] = [];
	let from = 0;
	for (const { 0: form, index } of text.matchAll(word)) {
		if (index < from) continue;
		const phrase = phrases.find(({ whole, marks }) => {
			const start = index - marks;
			return start >= from && text.startsWith(whole, start) && endsWord(text, start + whole.length);
		});
		const found = phrase?.whole ?? (wanted.has(form) ? form : '');
		if (found === '') continue;
		const start = index - (phrase?.marks ?? 0);
		if (start > from) all.push({ text: text.slice(from, start), bold: false });
		all.push({ text: found, bold: true });
		from = start + found.length;
	}
	return from < text.length ? [...all, { text: text.slice(from), bold: false }] : all;
}
