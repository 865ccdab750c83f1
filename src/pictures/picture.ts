/** What a picture of a quotation shows. Strangers' words, unbounded. */
export interface PictureRequest {
	/** In order: what was said, shown in quotation marks, and the article's text between. */
	readonly words: readonly Piece[];
	readonly speaker: string;
	/** The speaker's office; null where none is given. */
	readonly office: string | null;
	readonly headline: string;
	/** The place, the site and the date, for one line; each is read in its own direction. */
	readonly source: readonly string[];
	/** BCP 47, of the article: whose quotation marks and letter forms are used; null where it is not known. */
	readonly language: string | null;
	readonly theme: Theme;
}

export interface Piece {
	readonly text: string;
	readonly said: boolean;
	/** The article closes these marks only in a later paragraph, which opens them again. */
	readonly open?: boolean;
}

/** Counts as bars: a row each, its columns side by side. Strangers' words, unbounded; of more rows and columns some. */
export interface ChartRequest {
	readonly kind: 'chart';
	readonly title: string;
	/** What each column is, in one line or two; of more than eight the last. Not shown where there is only one. */
	readonly columns: readonly string[];
	readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
	readonly theme: Theme;
}

export type Theme = 'light' | 'dark';

/** Draws quotations and charts. */
export interface Pictures {
	/**
	 * A PNG, 1,200 pixels wide and at most 1,500 high.
	 * @throws UserError where it takes too long, too many wait, or this machine cannot draw.
	 */
	draw(request: PictureRequest | ChartRequest): Promise<Uint8Array>;
	close(): Promise<void>;
}
