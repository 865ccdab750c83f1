import { createForest } from '../../../src/language/model/trees.ts';
import { contextOf, type PageContext, type WordTables } from '../../../src/reading/html/blocks/context.ts';
import { chances } from '../../../src/reading/html/blocks/judge.ts';
import { rowNames, rowsOf } from '../../../src/reading/html/blocks/rows.ts';
import { secondNames, secondRowsOf } from '../../../src/reading/html/blocks/second.ts';
import { type BoostOptions, fitForest, type Group } from '../boost.ts';
import { folded } from './folded.ts';
import type { Learned, Taught } from './page.ts';
import { blockWeights } from './weights.ts';
import { learnTables } from './words.ts';

const options: BoostOptions = {
	...{ trees: 120, leaves: 16, rate: 0.12, pull: 5, least: 30 },
	...{ sample: 0.7, columns: 0.3, seed: 5 },
};

const innerFolds = 3;

export const mapsOf = (tables: Learned['tables']): WordTables => ({
	text: new Map(Object.entries(tables.text)),
	path: new Map(Object.entries(tables.path)),
});

export const contextWith = ({ layout, title, articleBody }: Taught, tables: WordTables): PageContext =>
	contextOf(layout, title, articleBody, tables);

/**
 * Learns the tables of words and both forests. What one tells the next is taken, for each page, from parts of the
 * pages that its site is not in.
 */
export function learn(pages: readonly Taught[]): Learned {
	const tables = learnTables(pages);
	const contexts = new Map<Taught, PageContext>();
	for (const { seen, unseen } of folded(pages, innerFolds)) {
		const inner = mapsOf(learnTables(seen));
		for (const page of unseen) contexts.set(page, contextWith(page, inner));
	}
	const rows = new Map(pages.map((page) => [page, rowsOf(contexts.get(page) as PageContext)]));
	const first = fitForest(
		pages.flatMap((page) => groupsOf(page, rows.get(page) ?? [])),
		rowNames,
		options,
	);
	const before = new Map<Taught, Float64Array>();
	for (const { seen, unseen } of folded(pages, innerFolds, 7)) {
		const forest = createForest(
			fitForest(
				seen.flatMap((page) => groupsOf(page, rows.get(page) ?? [])),
				rowNames,
				options,
			),
		);
		for (const page of unseen) before.set(page, chances(rows.get(page) ?? [], forest));
	}
	const second = fitForest(
		pages.flatMap((page) =>
			groupsOf(
				page,
				secondRowsOf(
					contexts.get(page) as PageContext,
					rows.get(page) ?? [],
					before.get(page) ?? new Float64Array(),
				),
			),
		),
		secondNames,
		{ ...options, seed: 6 },
	);
	return { tables, first, second };
}

function groupsOf(page: Taught, rows: readonly Float64Array[]): Group[] {
	return blockWeights(page).flatMap((weight, at): Group[] => {
		const row = rows[at];
		if (weight === 0 || !row) return [];
		return [{ rows: [row], right: [page.labels[at] ? 0 : 1], weight, orNone: true }];
	});
}
