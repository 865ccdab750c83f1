/** The parsed form of a text in Discord's dialect of markdown, as plain data: text in it is text, never markup. */
export type Block =
	/** Lines that belong together; their line breaks are in the text. */
	| { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
	| { readonly kind: 'subtext'; readonly content: readonly Inline[] }
	| { readonly kind: 'quote'; readonly blocks: readonly Block[] }
	| {
			readonly kind: 'list';
			/** The first number, or null where the items have bullets. */
			readonly start: number | null;
			readonly items: readonly ListItem[];
	  }
	| { readonly kind: 'code'; readonly language: string | null; readonly text: string };

export interface ListItem {
	readonly content: readonly Inline[];
	readonly lists: readonly Block[];
}

export type Inline =
	| { readonly kind: 'text' | 'code'; readonly text: string }
	| { readonly kind: Style; readonly content: readonly Inline[] }
	/** `url` is http or https. */
	| {
			readonly kind: 'link';
			readonly url: string;
			readonly title: string | null;
			readonly content: readonly Inline[];
	  }
	| { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
	| { readonly kind: 'everyone'; readonly name: '@everyone' | '@here' }
	/** A slash command, e.g. "digest show". */
	| { readonly kind: 'command'; readonly name: string; readonly id: string }
	| { readonly kind: 'emoji'; readonly name: string; readonly id: string }
	/** `at` in seconds since 1970; `style` is Discord's letter. */
	| { readonly kind: 'time'; readonly at: number; readonly style: string }
	/** "Channels & Roles" and the like. */
	| { readonly kind: 'place'; readonly name: string };

export type Style = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';
