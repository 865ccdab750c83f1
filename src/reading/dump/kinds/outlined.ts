/** What a page's lines are, as far as the model can tell. */
export interface Outline {
	/** The headline's line, and how sure that is, 0 to 1; -1 where the page has no line that could be one. */
	readonly headline: number;
	readonly headlineSure: number;
	/** For each line how surely it is a paragraph of the article, 0 to 1. */
	readonly body: Float32Array;
	/** The lines that are taken for paragraphs: 1, the others 0. */
	readonly paragraphs: Uint8Array;
	/** Whether no line is likely to be a paragraph, and these are only the likeliest. */
	readonly isGuess: boolean;
}
