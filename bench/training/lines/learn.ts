import type { Forest } from '../../../src/language/model/trees.ts';
import { createForest } from '../../../src/language/model/trees.ts';
import {
	headlineCandidates,
	headlineNames,
	headlineRows,
} from '../../../src/reading/dump/kinds/headline-rows.ts';
import { chooseHeadline, firstLook } from '../../../src/reading/dump/kinds/outline.ts';
import { fillRow, rowNames } from '../../../src/reading/dump/kinds/rows.ts';
import { fillSecondRow, secondLook, secondNames } from '../../../src/reading/dump/kinds/second-rows.ts';
import { type BoostOptions, fitForest, type Group } from '../boost.ts';
import type { Taught } from './dumps.ts';
import { lineWeights, pageWeight } from './weights.ts';

const lineOptions: BoostOptions = {
	...{ trees: 105, leaves: 20, rate: 0.15, pull: 5, least: 50 },
	...{ sample: 0.6, columns: 0.3, seed: 7 },
};
const headlineOptions: BoostOptions = {
	...{ trees: 220, leaves: 10, rate: 0.15, pull: 0.3, least: 8 },
	...{ sample: 0.7, columns: 0.35, seed: 11 },
};

/** What earlier models, which never saw the page, made of it. */
export interface Sight {
	readonly body: Float32Array;
	readonly headline: number;
	readonly sure: number;
}

export function learnFirst(pages: readonly Taught[]): Forest {
	const groups = pages.flatMap((page) =>
		lineGroups(page, rowNames.length, (at, row) => fillRow(page.context, at, row)),
	);
	return fitForest(groups, rowNames, lineOptions);
}

export function learnHeadline(pages: readonly Taught[], bodyOf: (page: Taught) => Float32Array): Forest {
	const groups = pages.flatMap((page): Group[] => {
		const candidates = headlineCandidates(page.context, bodyOf(page));
		const right = candidates.lines.flatMap((at, index) => (page.headlines.includes(at) ? [index] : []));
		if (right.length === 0) return [];
		const rows = headlineRows(page.context, bodyOf(page), candidates);
		return [{ rows, right, weight: pageWeight(page) }];
	});
	return fitForest(groups, headlineNames, headlineOptions);
}

export function learnSecond(pages: readonly Taught[], sightOf: (page: Taught) => Sight): Forest {
	const groups = pages.flatMap((page) => {
		const { body, headline, sure } = sightOf(page);
		const look = secondLook(page.context, body, headline, sure);
		return lineGroups(page, secondNames.length, (at, row) => fillSecondRow(look, at, row));
	});
	return fitForest(groups, secondNames, lineOptions);
}

/** What a first look and a choice of the headline give for a page. */
export function sightWith({ context }: Taught, body: Float32Array, headline: Forest): Sight {
	const { at, sure } = chooseHeadline(context, body, { headline: createForest(headline) });
	return { body, headline: at, sure };
}

export function bodyWith({ context }: Taught, first: Forest): Float32Array {
	return firstLook(context, { first: createForest(first) });
}

/** Each line as a question with two answers. */
function lineGroups(page: Taught, width: number, fill: (at: number, row: Float64Array) => void): Group[] {
	return lineWeights(page).flatMap((weight, at): Group[] => {
		if (weight === 0) return [];
		const row = new Float64Array(width);
		fill(at, row);
		return [{ rows: [row], right: [page.labels[at] ? 0 : 1], weight, orNone: true }];
	});
}
