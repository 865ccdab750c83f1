import type { Article } from '../article.ts';

/** What a format reads out of a text; the rest of an Article comes from the source itself. */
export type ReadFields = Omit<Article, 'id' | 'revision' | 'source' | 'quotes'>;

/** A form in which articles come. A new one is a file with one of these and a line in `formats.ts`. */
export interface Format {
	readonly kind: Article['source']['kind'];
	/** Whether a text is in this format; asked in the order of `formats`. */
	matches(text: string, name: string): boolean;
	/** @throws UserError where the text is in the format and cannot be read. */
	read(text: string, name: string): ReadFields;
}
