import { createScorer, type WeightTable } from '../../../src/language/model/loglinear.ts';
import { likeliest } from '../../../src/reading/dump/authors/find.ts';
import { type Choice, fitWeights, type Options, Space } from '../learn.ts';
import { isSame, type SignedPage, shares } from './pages.ts';

const options: Options = { rounds: 30, rate: 0.1, pull: 0.004, seed: 1 };
const orders = 3;

/** Learns to choose the line that names a page's authors, or none where no line does. */
export function learnAuthors(pages: readonly SignedPage[]): WeightTable {
	const space = new Space();
	const choices = pages.flatMap((page) => [
		...toChoice(page, space, 1),
		...toChoice(unsigned(page), space, unsignedWeight),
	]);
	const mean = new Float64Array(space.size);
	for (let order = 0; order < orders; order++) {
		const weights = fitWeights(choices, space.size, { ...options, seed: options.seed + order });
		for (const [at, weight] of weights.entries()) mean[at] = (mean[at] ?? 0) + weight / orders;
	}
	return space.table(mean);
}

/** Many pages name no author. The corpus has only those that do, so each is shown without those lines as well. */
const unsignedWeight = 0.3;

function unsigned(page: SignedPage): SignedPage {
	return { ...page, candidates: page.candidates.filter(({ names }) => !shares(names, page.byline)) };
}

function toChoice({ candidates, byline }: SignedPage, space: Space, weight: number): Choice[] {
	const right = candidates.flatMap(({ names }, at) => (isSame(names, byline) ? [at] : []));
	// A page that names some of the authors only teaches neither to take that line nor to leave it.
	if (right.length === 0 && candidates.some(({ names }) => shares(names, byline))) return [];
	const alternatives = [...candidates.map(({ features }) => space.take(features)), new Int32Array()];
	return [{ alternatives, right: right.length > 0 ? right : [candidates.length], weight }];
}

export interface Figures {
	readonly pages: number;
	readonly right: number;
	readonly partly: number;
	readonly wrong: number;
	readonly missing: number;
}

/** What a model makes of pages, in percent. */
export function judge(
	pages: readonly SignedPage[],
	weightsOf: (page: SignedPage) => WeightTable,
	least: number,
): Figures {
	const count = { right: 0, partly: 0, wrong: 0, missing: 0 };
	const scorers = new Map<WeightTable, ReturnType<typeof createScorer>>();
	for (const page of pages) {
		const weights = weightsOf(page);
		const scorer = scorers.get(weights) ?? createScorer(weights);
		scorers.set(weights, scorer);
		const best = likeliest(page.candidates, scorer);
		if (!best || best.probability < least) count.missing++;
		else if (isSame(best.candidate.names, page.byline)) count.right++;
		else if (shares(best.candidate.names, page.byline)) count.partly++;
		else count.wrong++;
	}
	const percent = (part: number) => Math.round((1000 * part) / Math.max(1, pages.length)) / 10;
	const { right, partly, wrong, missing } = count;
	return {
		pages: pages.length,
		...{ right: percent(right), partly: percent(partly), wrong: percent(wrong), missing: percent(missing) },
	};
}
