/** What became of a file or an address. */
export type Outcome =
	/** `articles` are in it, of which `fresh` were not in the archive before. */
	| { readonly kind: 'read'; readonly name: string; readonly articles: number; readonly fresh: number }
	/** It was read before and has not changed. */
	| { readonly kind: 'known'; readonly name: string }
	/** An address, where nothing is fetched. */
	| { readonly kind: 'left'; readonly name: string }
	/** Comments of an export, and under how many articles they are now; `missing` are on pages of no article here. */
	| {
			readonly kind: 'comments';
			readonly name: string;
			readonly comments: number;
			readonly under: number;
			readonly missing: number;
	  }
	| { readonly kind: 'refused'; readonly name: string; readonly why: string };
