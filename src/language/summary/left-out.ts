import type { LanguagePack } from '../pack.ts';
import type { ArticleKind } from './kind.ts';
import { isQuotation } from './lede.ts';
import { type Needs, standsAlone } from './needs.ts';
import type { Candidate } from './sentences.ts';
import { labelsOf } from './transcript.ts';

/** Paragraphs at the end among which a note on the writer may stand. */
const lastParagraphs = 2;
/** Words of the shortest sentence that counts as said again elsewhere. */
const fewest = 6;
/** The share of sentences with the mark of a note from which on most of the text has one, so that none can be left out. */
const mostNoted = 0.5;
/** The share of a short sentence's open words that the next one has, from which on that says all of it. */
const whole = 0.8;

/**
 * What the sentences need for what is shown to readers, which may be fewer sentences than asked for: those that are
 * unclear alone, a quotation of the text set apart in it, what somebody says who asks in a transcript or a talk, a note on
 * the writer, and what only says that somebody said nothing, unless that opens news, are never shown; those that the next
 * one says whole are not shown beside it.
 * Linear in the number of sentences, times the length of the text for those that are a paragraph of their own.
 */
export function forReaders(
	needs: readonly Needs[],
	all: readonly Candidate[],
	paragraphs: readonly string[],
	kind: ArticleKind,
	pack: LanguagePack,
): Needs[] {
	const apart = setApart(all, paragraphs);
	const labels = labelsOf(all, paragraphs, kind);
	const note = noteOnWriter(all, paragraphs, pack);
	// A mark of a note stands for nothing where its note is not shown.
	const noted = new Set(all.keys().filter((index) => /\[\p{N}{1,3}\]/u.test(all[index]?.text ?? '')));
	const isNoted = noted.size < mostNoted * all.length;
	return needs.map((need, index) => {
		const one = all[index];
		if (!one) return need;
		const never =
			need.never ||
			apart.has(index) ||
			one.paragraph >= note ||
			labels.get(index)?.asks === true ||
			(isNoted && noted.has(index)) ||
			isCaption(paragraphs[one.paragraph] ?? '', pack) ||
			pack.unclearAlone?.(one.text) === true ||
			(!(kind === 'news' && one.rank === 0) && pack.saysNothing?.(one.text) === true);
		const saidByNext = isSaidByNext(one, all[index + 1], needs[index + 1]);
		const needsNear = need.needsNear || (index > 0 && pack.needsNamedNear?.(one.text) === true);
		// A label is no name in a sentence, and tells who speaks.
		const bracket = (need.bracket?.start ?? 0) < (labels.get(index)?.end ?? 0) ? null : need.bracket;
		return { ...need, never, bracket, needsNear, saidByNext, weaker: need.weaker || noted.has(index) };
	});
}

/** The paragraph near the end that tells who wrote the text: it opens with a whole name that nothing before has. */
function noteOnWriter(all: readonly Candidate[], paragraphs: readonly string[], pack: LanguagePack): number {
	const first = Math.max(2, paragraphs.length - lastParagraphs);
	const last = paragraphs.slice(first).findIndex((text, at) => {
		const opening = all.find(({ paragraph }) => paragraph === first + at)?.text ?? text;
		const surname = pack.introducedIn?.(opening) ?? null;
		return surname !== null && !paragraphs.slice(0, first + at).some((one) => one.includes(surname));
	});
	return last < 0 ? paragraphs.length : first + last;
}

/** Sentences that are a paragraph of their own and whose words stand in another one, the last of several. */
function setApart(all: readonly Candidate[], paragraphs: readonly string[]): ReadonlySet<number> {
	const texts = paragraphs.map(plain);
	const counts = Map.groupBy(all, ({ paragraph }) => paragraph);
	const first = all.findIndex(({ furniture }) => !furniture);
	const found = new Set<number>();
	for (const [index, { text, paragraph, keys }] of all.entries()) {
		if (index === first || counts.get(paragraph)?.length !== 1 || keys.length < fewest) continue;
		const own = plain(text);
		const isAgain = (other: string, at: number): boolean =>
			at !== paragraph && other.includes(own) && (other.length > own.length || at > paragraph);
		if (texts.some(isAgain)) found.add(index);
	}
	return found;
}

/** Whether a paragraph tells what a picture shows; one that says a name in single marks may do so, one that quotes may not. */
const isCaption = (text: string, { speakers }: LanguagePack): boolean =>
	speakers?.isCaption(text) === true && !/["“”«»]/u.test(text);

/** The words of a text alone, each between two blanks. */
const plain = (text: string): string =>
	` ${
		text
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu)
			?.join(' ') ?? ''
	} `;

/** Whether the next sentence has nearly all the open words of one, is longer, and can be read without it. */
function isSaidByNext(one: Candidate, next: Candidate | undefined, need: Needs | undefined): boolean {
	if (!next || !need || isQuotation(next) || !standsAlone(need)) return false;
	const open = one.keys.filter((_, at) => !one.closed[at]);
	const shared = open.filter((key) => next.keys.includes(key));
	return open.length > 2 && next.keys.length > one.keys.length && shared.length >= whole * open.length;
}
