import type { SummaryLength, SummarySentence } from '../../article.ts';
import { choose } from './choose.ts';
import { isQuotation, tellsNews } from './lede.ts';
import type { Needs } from './needs.ts';
import type { Judged } from './reader/judge.ts';
import { createOverlap } from './reader/overlap.ts';
import { createGain, lineAmong, pickShort } from './reader/pick.ts';
import { readForSummary, type SummaryOptions } from './reading.ts';
import type { Candidate } from './sentences.ts';
import { withoutDoubtful } from './without-doubtful.ts';

/** Sentences of each length by the rules alone; a full summary is about a fifth of the article. */
const most = { line: 1, short: 3, full: 8 };
const fewestFull = 5;
const share = 5;

/**
 * The sentences that say best what an article says, word for word, in reading order, with the shortest summary that
 * has each: one alone as a line, three in short, up to five where a model knows what readers understand, up to eight
 * in full. None of a length where the article is hardly longer than that. Linear in the length of the article, of which
 * the first sentences count.
 */
export function summaryOf(paragraphs: readonly string[], options: SummaryOptions = {}): SummarySentence[] {
	const reading = readForSummary(paragraphs, options, { forReading: true });
	const { all, needs } = reading;
	const shown = needs.filter(({ isText }) => isText).length;
	if (shown <= most.line) return [];
	const count = Math.min(most.full, Math.max(fewestFull, Math.ceil(shown / share)));
	const chosen = reading.judged === null ? byRules(reading, count) : byReader(reading, reading.judged, count);
	const { line, short } = chosen;
	const full = shown > 2 * count ? chosen.full() : [];
	const lengthOf = (index: number): SummaryLength =>
		index === line ? 'line' : short.includes(index) ? 'short' : 'full';
	const kept =
		shown <= most.short ? short.filter((index) => index === line) : [...new Set([...short, ...full])];
	return inOrder(all, needs, kept, lengthOf);
}

type Reading = ReturnType<typeof readForSummary>;

interface Chosen {
	readonly line: number | undefined;
	/** In ascending order, the line among them. */
	readonly short: readonly number[];
	/** These and more, for a full summary. */
	full(): readonly number[];
}

/** What readers gain most by, where a model knows what they understand. */
function byReader({ all, alone, worth, doubt, read }: Reading, judged: Judged, count: number): Chosen {
	const { announced, kind, picked } = read;
	const isReported = (index: number): boolean =>
		kind === 'news' && !isQuotation(all[index]) && tellsNews(all[index], announced);
	const isHalf = (index: number): boolean => read.pack.setsAgainst?.(all[index + 1]?.opening ?? '') === true;
	const claims = kind === 'news' && !read.isComment ? [] : [picked.claim, picked.closing];
	const rules = { worth, doubt, overlap: createOverlap(all), lede: picked.lede, claims, isReported, isHalf };
	const gain = createGain(rules, judged);
	const short = pickShort(alone, gain, judged);
	return {
		line: lineAmong(short, gain),
		short,
		full: () => choose(all.length, count, createGain(rules, judged, short), short),
	};
}

/** By rules alone: what is worth most, without what they take for doubtful. */
function byRules({ all, needs, worth, second, lineOf, picked, doubt }: Reading, count: number): Chosen {
	const { point, lede, closing, claim } = picked;
	const given = together([point, lede, closing ?? claim], worth);
	const best = choose(all.length, most.short, worth, given, second);
	const line = point ?? lede ?? lineOf(best);
	const chosen =
		line === undefined || best.includes(line) ? best : choose(all.length, most.short, worth, [line], second);
	const sure = [line, lede, claim];
	const short = withoutDoubtful(chosen, sure, needs, doubt);
	return {
		...{ line, short },
		full: () => withoutDoubtful(choose(all.length, count, worth, short), sure, needs, doubt),
	};
}

/** As many sentences as asked for, in reading order; fewer only where no more of them can be read alone. */
export function summarise(
	paragraphs: readonly string[],
	{ sentences = most.short, ...options }: SummaryOptions & { readonly sentences?: number } = {},
): SummarySentence[] {
	const { all, needs, worth, second } = readForSummary(paragraphs, options);
	const chosen = choose(all.length, sentences, worth, [], second);
	return inOrder(all, needs, chosen, () => 'short');
}

/** Of the sentences that are given, in ascending order, those that may be shown beside the ones before them. */
function together(
	given: readonly (number | undefined)[],
	worth: (set: readonly number[]) => number,
): readonly number[] {
	let set: readonly number[] = [];
	for (const index of given) {
		if (index === undefined || set.includes(index)) continue;
		const next = [...set, index].sort((one, other) => one - other);
		if (set.length === 0 || worth(next) > Number.NEGATIVE_INFINITY) set = next;
	}
	return set;
}

function inOrder(
	all: readonly Candidate[],
	needs: readonly Needs[],
	chosen: readonly number[],
	lengthOf: (index: number) => SummaryLength,
): SummarySentence[] {
	return chosen
		.toSorted((one, other) => one - other)
		.flatMap((index) => {
			const one = all[index];
			if (!one) return [];
			const bracket = needs[index]?.bracket;
			const { text, opening, paragraph } = one;
			const cut = opening.length;
			const { start, end } = bracket ?? { start: 0, end: 0 };
			return [
				{
					...{ text: `${opening}${text}`, paragraph, sentence: index, length: lengthOf(index) },
					...(bracket && { bracket: { ...bracket, start: start + cut, end: end + cut } }),
					...(cut > 0 && { opening: cut }),
				},
			];
		});
}
