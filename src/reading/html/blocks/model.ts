import pages from '../../../../data/models/pages.json' with { type: 'json' };
import { createForest, type Forest } from '../../../language/model/trees.ts';
import type { WordTables } from './context.ts';
import type { BlockModel } from './judge.ts';

/** What is learned of one kind of page, prepared. */
export interface PageModel extends BlockModel {
	readonly tables: WordTables;
}

interface Written {
	readonly tables: {
		readonly text: Readonly<Record<string, number>>;
		readonly path: Readonly<Record<string, number>>;
	};
	readonly first: Forest;
	readonly second: Forest;
}

export type PageKind = 'articles' | 'threads';
const prepared = new Map<PageKind, PageModel>();

/** The trained model of a kind of page, prepared once, at first use. */
export function pageModel(kind: PageKind): PageModel {
	const known = prepared.get(kind);
	if (known) return known;
	const { tables, first, second } = (pages as unknown as Record<PageKind, Written>)[kind];
	const model = {
		tables: { text: new Map(Object.entries(tables.text)), path: new Map(Object.entries(tables.path)) },
		first: createForest(first),
		second: createForest(second),
	};
	prepared.set(kind, model);
	return model;
}
