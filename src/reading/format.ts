import type { Article } from '../article.ts';

/** What a format reads from a source; the rest of an Article comes from the source itself. */
export type ReadFields = Omit<Article, 'id' | 'revision' | 'source' | 'quotes'>;

/** Bytes to read, with what is known of them. */
export interface SourceBytes {
	readonly bytes: Uint8Array;
	/** A file's name or an address, for messages. */
	readonly name: string;
	/** As the sender gave it ("text/html; charset=iso-8859-2"), or null. */
	readonly mediaType: string | null;
	/** Where they came from, or null for a file. */
	readonly address: string | null;
	/** The beginning, decoded well enough to tell formats apart. */
	readonly start: string;
}

/** A form in which articles come. To add one, add a file with one of these and a line in `formats.ts`. */
export interface Format {
	readonly kind: Article['source']['kind'];
	/** Whether a source is in this format; asked in the order of `formats`. */
	matches(source: SourceBytes): boolean;
	/**
	 * The articles in a source: none, one or many. It decodes the bytes itself (`decode`), since only the format
	 * knows where it says which encoding they are in. @throws UserError where they are in the format and cannot be
	 * read.
	 */
	read(source: SourceBytes): readonly ReadFields[] | Promise<readonly ReadFields[]>;
}
