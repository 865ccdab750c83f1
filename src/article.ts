import { z } from 'zod';

/**
 * A moment with the offset it was written with, e.g. "2017-02-21T15:18:00+03:00"; null where the source does not
 * say.
 */
const time = z.iso.datetime({ offset: true }).nullable();
/** Text that is not there is null, never an empty string. */
const maybe = z.string().min(1).nullable();
const offset = z.int().nonnegative();
/** A half-open range of UTF-16 offsets in `paragraphs[paragraph]`. */
const textRange = z.object({ paragraph: offset, start: offset, end: offset });

const quoteSchema = textRange.extend({
	/** The words between the marks, with no-break spaces folded into spaces. `start` and `end` include the marks. */
	text: z.string(),
	/**
	 * The fullest name that the article gives the speaker, without title, unless two people differ only in that; null
	 * where it is not certain enough.
	 */
	speaker: maybe,
	/** As a title or a noun for the speaker shows it ("Mrs", "congressman"); left out where nothing does. */
	gender: z.enum(['m', 'f']).optional(),
	/**
	 * What the article calls the speaker's office or part ("US Secretary of State"): the article's words, or null. Where
	 * it does not name the speaker, the phrase that it has instead ("a spokesman for the mayor").
	 */
	role: maybe,
	/** How sure the speaker is, 0 to 1; null where no candidate was found. */
	confidence: z.number().min(0).max(1).nullable(),
	/** Where the attribution names the speaker ("Kerry", "he", "a spokesman"). */
	mention: textRange.nullable(),
	/** The cue verb as the article has it ("said", "told"), or null where the attribution has none. */
	cue: maybe,
	/** A "quote" is everything attributed at that place; a "fragment" is inside a paraphrase. */
	kind: z.enum(['quote', 'fragment']),
	/** Segments of one utterance ("…," he said. "…") share a number. */
	group: offset,
});

const commentSchema = z.object({
	/** Null where the page gives none (a nameless avatar). */
	author: maybe,
	/** The author that the comment answers; null where it answers nobody, or the marker gives no name. */
	replyTo: maybe,
	/** Paragraphs are separated by a blank line; empty for a comment that was left empty (kept, never shown). */
	text: z.string(),
	/** When it was written; left out where the page does not say, or says it without an offset. */
	postedAt: z.iso.datetime({ offset: true }).optional(),
});

/** An article as it was read: the type that all rooms share. Unknown is null, never a guess. */
export const articleSchema = z.object({
	/** Short and URL-safe; the same for the same source on every machine. */
	id: z.string().regex(/^[\w-]{4,32}$/),
	/** Changes whenever anything that was read from the source changes. */
	revision: z.string().min(1),
	source: z.object({
		/** The format that it was read from. */
		kind: z.enum(['dump', 'html', 'feed', 'json', 'markdown', 'mail', 'docx', 'pdf', 'warc']),
		/** The file's name relative to the articles folder, or the address it came from. */
		name: z.string(),
		/** Of the source's bytes, in hex. */
		sha256: z.string().regex(/^[0-9a-f]{64}$/),
	}),
	url: maybe,
	site: maybe,
	/** BCP 47, e.g. "en". */
	language: maybe,
	headline: z.string().min(1),
	deck: maybe,
	byline: z.array(z.string()),
	publishedAt: time,
	/**
	 * The day of publication, "2031-05-03", by the page's own calendar: where the page says the day and no moment with an
	 * offset; else left out.
	 */
	publishedOn: z.iso.date().optional(),
	updatedAt: time,
	/** When the page was copied, as its site clock says. Never the publication date. */
	capturedAt: time,
	caption: maybe,
	credit: maybe,
	paragraphs: z.array(z.string()),
	quotes: z.array(quoteSchema),
	topics: z.array(z.string()),
	related: z.array(z.object({ headline: z.string(), url: maybe })),
	comments: z.array(commentSchema),
	/** Why the headline or the text may have been read wrongly; absent where the reader was sure. */
	unsure: z.array(z.enum(['headline', 'paragraphs'])).optional(),
});

export type Quote = z.infer<typeof quoteSchema> & {
	/** Where a server's managers put another name in place of the one that was read: only in what it is shown. */
	readonly corrected?: { readonly was: string | null };
};
export type Article = Omit<z.infer<typeof articleSchema>, 'quotes'> & { quotes: Quote[] };
export type Comment = z.infer<typeof commentSchema>;

/** How long a summary is. */
export type SummaryLength = 'line' | 'short' | 'full';

/** A pronoun or a surname of a sentence, and the name that is shown in square brackets in its place: "[Ada Venn] said". */
export interface Bracket {
	/** UTF-16, half-open, in the sentence. */
	readonly start: number;
	readonly end: number;
	/** What the name stands for: a pronoun, or a surname alone. */
	readonly replaces: 'pronoun' | 'surname';
	/** As the article writes it; with an ending where the pronoun tells whose something is: "Ada Venn’s". */
	readonly name: string;
}

export interface SummarySentence {
	/** Word for word. */
	readonly text: string;
	/** Counted from 0. */
	readonly paragraph: number;
	/** Its number in the article, from 0. */
	readonly sentence: number;
	/** Whom a pronoun or a surname in it means, for where nothing shown before it tells; left out without one. */
	readonly bracket?: Bracket;
	/** Characters of what joins it to the sentence before it ("But "): left out where that is not shown; left out without any. */
	readonly opening?: number;
	/** The shortest summary that has it. */
	readonly length: SummaryLength;
}

/** An article as the archive keeps it. */
export interface KeptArticle extends Article {
	/** Chosen once, when it was read: choosing takes milliseconds. Absent in archives of earlier versions. */
	readonly summary?: readonly SummarySentence[];
}

/** Characters of an article's id, each of 0-9 and a-z. */
export const articleIdLength = 10;

/** Whether a text may be an id of an article; a word of ten letters may be one by chance. */
export function mayBeArticleId(text: string): boolean {
	return text.length === articleIdLength && /^[0-9a-z]+$/u.test(text);
}
