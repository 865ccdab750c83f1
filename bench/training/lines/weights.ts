import { isProseLike } from '../../../src/reading/dump/kinds/context.ts';
import type { Taught } from './dumps.ts';

/** What each corpus after the first counts for: its pages are less like news. */
const otherCorpora = 0.5;
/** And a page that was cut to about the article. */
const cutPages = 0.4;
/** The pages of the tests are few, and show what the others lack. */
const shippedPages = 2;
/** Of the lines far from the text, one in so many is learned from, for all of them. */
const thinned = 4;
const near = 12;
/** Longest line, in characters, that counts for more than shorter ones. */
const longest = 800;

export function pageWeight({ corpus, fold, cut }: Taught): number {
	if (fold < 0) return shippedPages;
	return (corpus === 0 ? 1 : otherCorpora) * (cut ? cutPages : 1);
}

/**
 * How much each line of a page counts: by its share of the text, since that is what a mistake about it costs, and
 * so that all pages count alike. 0 where it is not learned from.
 */
export function lineWeights(page: Taught): number[] {
	const { labels, context } = page;
	const kept = new Uint8Array(labels.length);
	let size = 0;
	for (const [at, label] of labels.entries()) {
		if (!label) continue;
		kept.fill(1, Math.max(0, at - near), at + near + 1);
		size += context.lines[at]?.text.length ?? 0;
	}
	return labels.map((label, at) => {
		if (label === null) return 0;
		const whole = kept[at] === 1 || isProseLike(context.traits, at);
		if (!whole && at % thinned !== 0) return 0;
		const length = Math.min(longest, context.lines[at]?.text.length ?? 0);
		const share = (0.15 + length / 150) * (4000 / (size + 1500));
		return share * (whole ? 1 : thinned) * pageWeight(page);
	});
}
