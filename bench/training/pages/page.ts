import type { Forest } from '../../../src/language/model/trees.ts';
import type { Layout } from '../../../src/reading/html/blocks/layout.ts';

/** A page to learn from, with what is right for its blocks. */
export interface Taught {
	readonly id: string;
	readonly site: number;
	readonly kind: 'article' | 'forum';
	readonly corpus: string;
	readonly layout: Layout;
	readonly title: string | null;
	readonly articleBody: string | null;
	readonly labels: readonly boolean[];
	/** The text that is right for it. */
	readonly text: string;
}

/** What is learned from pages. */
export interface Learned {
	readonly tables: { readonly text: Record<string, number>; readonly path: Record<string, number> };
	readonly first: Forest;
	readonly second: Forest;
}
