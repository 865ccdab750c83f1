import type { LanguagePack } from '../pack.ts';
import type { Named } from './introductions.ts';
import { keyOf } from './key.ts';
import { type ArticleKind, isComment } from './kind.ts';
import { isQuotation } from './lede.ts';
import { type Needs, standsAlone } from './needs.ts';
import { type Candidate, openKeysOf } from './sentences.ts';

/**
 * What the first sentence gains, as a share of the words of the headline; half as much the third, and so on. One that
 * has enough words of the headline gains as much in an essay as in news.
 */
const atFirst: Readonly<Record<ArticleKind, number>> = { news: 0.4, essay: 0.1, talk: 0.3 };
/** The share of an essay in which its last words stand, and what a sentence that judges gains for standing there. */
const end = 0.85;
const atEnd = 0.1;
/** What it gains in an essay for judging or demanding, and loses for what makes it a poor point. */
const judging = 0.15;
const poor = {
	quotation: 1,
	saidByNext: 0.2,
	weaker: 0.05,
	bracket: 0.15,
	unknown: 0.1,
	short: 0.15,
	long: 0.1,
};
const words = { fewest: 8, most: 45 };
/** Words of the headline that it has to have, unless it is the first one, or judges where an essay begins or ends. */
const fewestShared = 2;
const begin = 0.15;
/** What a sign of a claim counts, and each of the most frequent words of the article, of which so many count. */
const ofClaim = 0.2;
const ofFrequent = 0.05;
const most = 4;
const frequentWords = 12;
/** What a word before a colon counts: "Harbour briefing: …". */
const ofLabel = 0.5;

/** What tells which sentence says what the headline announces. */
export interface Announced {
	readonly all: readonly Candidate[];
	readonly needs: readonly Needs[];
	readonly named: readonly Named[];
	readonly headline: string;
	readonly kind: ArticleKind;
	readonly pack: LanguagePack;
}

/**
 * The sentence that says best what the headline announces, and can be read alone: one with many of its words, early in
 * news, and that demands or judges in an essay; undefined where there is none. Linear.
 */
export function pointOf(announced: Announced): number | undefined {
	const { all, kind } = announced;
	const wanted = weightsOf(announced);
	const first = all.findIndex(({ furniture }) => !furniture);
	return best(announced, (one, index) => {
		const { share, count } = sharedWith(one, wanted, announced.pack);
		const place = index / all.length;
		const isJudged = kind === 'essay' && announced.pack.judges?.(one.text) === true;
		const isFree =
			(one.rank === 0 && (kind === 'news' || count > 0)) || (isJudged && (place <= begin || place >= end));
		if (wanted.size === 0 || (!isFree && count < Math.min(fewestShared, wanted.size))) return null;
		return (
			share +
			placed(one, index <= first && count >= fewestShared ? 'news' : kind) +
			(isJudged ? judging + (place >= end ? atEnd : 0) : 0)
		);
	});
}

/** The sentence at the end of an essay that demands or judges, with most words of the headline; undefined without one. */
export function closingClaimOf(announced: Announced): number | undefined {
	const { all, kind, pack } = announced;
	if (kind !== 'essay') return undefined;
	const wanted = weightsOf(announced);
	return best(announced, (one, index) =>
		index / all.length >= end && one.keys.length >= words.fewest && pack.judges?.(one.text) === true
			? sharedWith(one, wanted, pack).share
			: null,
	);
}

/**
 * The sentence of an essay, a comment on the news or a talk that says most of what it claims, anywhere: one that judges or claims, best both, with words
 * of the headline or of the article's most frequent; undefined where none of that has any.
 */
export function claimOf(announced: Announced): number | undefined {
	const { all, needs, kind, pack } = announced;
	if (kind === 'news' && !isComment(all, pack)) return undefined;
	const wanted = weightsOf(announced);
	const frequent = frequentIn(all);
	return best(announced, (one, index) => {
		const strength = (pack.judges?.(one.text) ? 1 : 0) + (pack.claims?.(one.text) ? 1 : 0);
		const isOpen = needs[index]?.weaker || (kind === 'talk' && pack.words.spoken?.test(one.text));
		if (strength === 0 || isOpen || one.keys.length < words.fewest) return null;
		const { share, count } = sharedWith(one, wanted, pack);
		const has = one.keys.filter((key) => frequent.has(key)).length;
		if (count === 0 && has < fewestShared) return null;
		return (
			share + ofClaim * strength + ofFrequent * Math.min(most, has) + (index / all.length >= end ? atEnd : 0)
		);
	});
}

/** The open words that most sentences have. */
function frequentIn(all: readonly Candidate[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const one of all) for (const key of openKeysOf(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
	const ranked = [...counts].filter(([, count]) => count > 1).sort(([, one], [, other]) => other - one);
	return new Set(ranked.slice(0, frequentWords).map(([key]) => key));
}

/** The sentence with the highest score, less what makes it a poor point, of those that can be read alone. */
function best(
	{ all, needs, named }: Announced,
	scoreOf: (one: Candidate, index: number) => number | null,
): number | undefined {
	let found: number | undefined;
	let highest = Number.NEGATIVE_INFINITY;
	for (const [index, one] of all.entries()) {
		const need = needs[index];
		if (!need || !standsAlone(need)) continue;
		const score = need.leansOnNothing || need.opensBare ? null : scoreOf(one, index);
		if (score === null) continue;
		const worth = score - lost(one, need, named[index]);
		// Of two that are as good the later one: the point of an essay may be its last words.
		if (worth >= highest) [found, highest] = [index, worth];
	}
	return found;
}

export function sharedWith({ keys }: Candidate, wanted: ReadonlyMap<string, number>, pack: LanguagePack) {
	const own = new Set(keys.map((key) => numeral(key, pack)));
	const shared = [...own].flatMap((key) => wanted.get(key) ?? []);
	const sum = (weights: Iterable<number>): number =>
		[...weights].reduce((total, weight) => total + weight, 0);
	return { share: sum(shared) / Math.max(sum(wanted.values()), Number.EPSILON), count: shared.length };
}

/** The open words of the headline that the article has; one that is in many sentences tells little. */
export function weightsOf({
	headline,
	all,
	pack,
}: Pick<Announced, 'headline' | 'all' | 'pack'>): ReadonlyMap<string, number> {
	const { functionWords } = pack.words;
	const counts = new Map<string, number>();
	for (const { keys } of all)
		for (const key of new Set(keys.map((one) => numeral(one, pack))))
			counts.set(key, (counts.get(key) ?? 0) + 1);
	const found = new Map<string, number>();
	const afterLabel = headline.search(/(?<=:\s).+\s.+/u);
	for (const { 0: raw, index } of headline.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		const word = raw.toLowerCase();
		const key = numeral(keyOf(word, pack), pack);
		const count = functionWords.has(word) && !/^\p{N}/u.test(key) ? 0 : (counts.get(key) ?? 0);
		const part = index < afterLabel ? ofLabel : 1;
		if (count > 0) found.set(key, part / (1 + Math.log(count)));
	}
	return found;
}

/** A number in words as its figure: a headline has "7 ways" where the text has "seven". */
export const numeral = (key: string, { numerals }: LanguagePack): string => numerals?.get(key) ?? key;

const placed = ({ rank }: Candidate, kind: ArticleKind): number =>
	rank === null ? 0 : atFirst[kind] / (1 + rank / 2);

function lost(
	one: Candidate,
	{ weaker, saidByNext, alsoKnown, bracket }: Needs,
	named: Named | undefined,
): number {
	const open = [...(named?.partly.keys() ?? [])].filter((person) => !named?.fully.has(person));
	const length = one.keys.length;
	return (
		(isQuotation(one) ? poor.quotation : 0) +
		(weaker ? poor.weaker : 0) +
		(saidByNext ? poor.saidByNext : 0) +
		(bracket ? poor.bracket : 0) +
		poor.unknown * (Math.min(2, alsoKnown.length) + (bracket ? 0 : open.length)) +
		(length < words.fewest ? poor.short : 0) +
		(length > words.most && one.rank !== 0 ? poor.long : 0)
	);
}
