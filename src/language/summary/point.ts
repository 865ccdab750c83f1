import type { LanguagePack } from '../pack.ts';
import type { Named } from './introductions.ts';
import { keyOf } from './key.ts';
import type { ArticleKind } from './kind.ts';
import { isQuotation } from './lede.ts';
import type { Candidate } from './sentences.ts';
import type { Standing } from './standing.ts';

/** What the first sentence gains, as a share of the words of the headline; half as much the third, and so on. */
const atFirst: Readonly<Record<ArticleKind, number>> = { news: 0.4, essay: 0.2, talk: 0.3 };
/** The share of an essay in which its last words stand, and what a sentence gains for standing there. */
const end = 0.85;
const atEnd = 0.1;
/** What it gains in an essay for judging or demanding, and loses for what makes it a poor point. */
const judging = 0.2;
const poor = { quotation: 1, weaker: 0.1, unknown: 0.1, short: 0.15, long: 0.1 };
const words = { fewest: 8, most: 45 };
/** Words of the headline that it has to have, unless it is the first one, or judges where an essay begins or ends. */
const fewestShared = 2;
const begin = 0.15;
/** What a word before a colon counts: "Harbour briefing: …". */
const ofLabel = 0.5;

/**
 * The sentence that says best what the headline announces, and can be read alone: one with many of its words, early in
 * news, and that demands or judges in an essay; undefined where there is none. Linear.
 */
export function pointOf(
	all: readonly Candidate[],
	stands: readonly Standing[],
	named: readonly Named[],
	headline: string,
	kind: ArticleKind,
	pack: LanguagePack,
): number | undefined {
	const wanted = weightsOf(headline, all, pack);
	const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
	if (total === 0) return undefined;
	let best: number | undefined;
	let most = Number.NEGATIVE_INFINITY;
	for (const [index, one] of all.entries()) {
		const stand = stands[index];
		if (!stand || stand.never || stand.needsBefore || stand.needsNear || stand.known !== null) continue;
		if (stand.leansOnNothing) continue;
		const shared = [...new Set(one.keys)].flatMap((key) => wanted.get(key) ?? []);
		const place = index / all.length;
		const isJudged = kind === 'essay' && pack.judges?.(one.text) === true;
		const isFree =
			(one.rank === 0 && (kind === 'news' || shared.length > 0)) ||
			(isJudged && (place <= begin || place >= end));
		if (!isFree && shared.length < Math.min(fewestShared, wanted.size)) continue;
		const share = shared.reduce((sum, weight) => sum + weight, 0) / total;
		const score = share + placed(one, place, kind) - lost(one, stand, named[index]);
		const judged = isJudged ? judging : 0;
		if (score + judged > most) [best, most] = [index, score + judged];
	}
	return best;
}

/** The open words of the headline that the article has; one that is in many sentences tells little. */
function weightsOf(
	headline: string,
	all: readonly Candidate[],
	pack: LanguagePack,
): ReadonlyMap<string, number> {
	const { functionWords } = pack.words;
	const counts = new Map<string, number>();
	for (const { keys } of all) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
	const found = new Map<string, number>();
	const afterLabel = headline.search(/(?<=:\s).+\s.+/u);
	for (const { 0: raw, index } of headline.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		const word = raw.toLowerCase();
		const count = functionWords.has(word) ? 0 : (counts.get(keyOf(word, pack)) ?? 0);
		const part = index < afterLabel ? ofLabel : 1;
		if (count > 0) found.set(keyOf(word, pack), part / (1 + Math.log(count)));
	}
	return found;
}

const placed = ({ rank }: Candidate, place: number, kind: ArticleKind): number =>
	rank === null ? 0 : Math.max(atFirst[kind] / (1 + rank / 2), kind === 'essay' && place >= end ? atEnd : 0);

function lost(one: Candidate, { weaker, alsoKnown, bracket }: Standing, named: Named | undefined): number {
	const open = [...(named?.partly.keys() ?? [])].filter((person) => !named?.fully.has(person));
	const length = one.keys.length;
	return (
		(isQuotation(one) ? poor.quotation : 0) +
		(weaker || bracket ? poor.weaker : 0) +
		poor.unknown * (Math.min(2, alsoKnown.length) + (bracket ? 0 : open.length)) +
		(length < words.fewest ? poor.short : 0) +
		(length > words.most && one.rank !== 0 ? poor.long : 0)
	);
}
