import type { Bracket } from '../../article.ts';
import type { LanguagePack } from '../pack.ts';
import type { Pronoun } from './antecedents.ts';
import type { Named } from './introductions.ts';
import { KnownNouns } from './known-nouns.ts';
import { tellsNews } from './lede.ts';
import type { Candidate, Place } from './sentences.ts';

/** What a sentence needs to be shown. */
export interface Needs {
	/** It is a sentence of the article's text, no line of the page. */
	readonly isText: boolean;
	/** A line of the page, a question, half a quotation: never shown. */
	readonly never: boolean;
	/** It opens with what only the sentence before it explains, and no bracket does. */
	readonly needsBefore: boolean;
	/** The name in brackets with which it can be shown without the sentence before it. */
	readonly bracket: Bracket | null;
	/** It opens with what a sentence nearby names ("The company"): one of those before it has to be shown too. */
	readonly needsNear: boolean;
	/** The next sentence says all of it and more: not shown beside that one. */
	readonly saidByNext: boolean;
	/** It is the article's first sentence, and leans on what is nowhere. */
	readonly leansOnNothing: boolean;
	/** The noun of "the masks", which an earlier sentence tells of: one that has it has to be shown before. */
	readonly known: string | null;
	/** The nouns of "the masks" later in it, of which the same is true, but less surely. */
	readonly alsoKnown: readonly string[];
	/** It opens with "the masks", which neither it nor headline and deck explain: understood where one near it is shown. */
	readonly opensBare: boolean;
	/** What it quotes has a word that may mean anything outside the quotation: “it”, “that”. */
	readonly pointsInQuotation: boolean;
	/** It adds to what was told, or is about nobody in particular: another of equal worth is better. */
	readonly weaker: boolean;
}

/** Characters of a first sentence that tells something before it asks. */
const longQuestion = 90;

/** Says of each sentence what it needs. `announced` are the words of headline and deck, as keys. */
export function needsOf(
	all: readonly Candidate[],
	quotes: readonly Place[],
	announced: ReadonlySet<string>,
	pronouns: readonly Pronoun[],
	named: readonly Named[],
	pack: LanguagePack,
): Needs[] {
	const nouns = new KnownNouns(pack);
	const byParagraph = Map.groupBy(pronouns, ({ paragraph }) => paragraph);
	const first = all.findIndex(({ furniture }) => !furniture);
	return all.map((candidate, index) => {
		const { text, furniture, rank } = candidate;
		const found = byParagraph
			.get(candidate.paragraph)
			?.find(({ start, end }) => start >= candidate.start && end <= candidate.end);
		// "The front-runner and her rivals": whose they are stands beside it.
		const hasOwner =
			found?.owns === true && pack.hasOwnerBefore?.(text.slice(0, found.start - candidate.start)) === true;
		const pronoun = hasOwner ? undefined : found;
		const leans = (index > 0 || rank === null) && (pronoun !== undefined || leansAnywhere(text, pack));
		const forPronoun = leans && pronoun ? bracketIn(candidate, pronoun, pack) : null;
		const { opening, later, bare } = nouns.next(candidate);
		const known = rank === 0 || (opening !== null && announced.has(opening)) ? null : opening;
		// What only says what somebody is, or is nothing but a quotation, says not who it is, whatever opens it.
		const isOfNobody =
			index > 0 && (pack.opensUnnamed?.(text) === true || isBareQuotation(candidate, quotes));
		return {
			isText: !furniture,
			never:
				furniture ||
				(text.includes('?') && !(rank === 0 && text.length >= longQuestion)) ||
				isUnfinished(text) ||
				leavesMarksOpen(candidate, quotes) ||
				(leans && forPronoun === null && pronoun?.hasBefore === false),
			needsBefore: (leans && forPronoun === null) || isOfNobody,
			needsNear: index > 0 && pack.namesKnown(text),
			saidByNext: false,
			leansOnNothing: index === 0 && rank !== null && isOpenAtFirst(candidate, announced, pack),
			bracket: forPronoun ?? (leans || isOfNobody ? null : surnameIn(named[index])),
			known,
			alsoKnown: rank === 0 ? [] : later.filter((key) => key !== known && !announced.has(key)),
			opensBare: index > first && bare.length > 0 && !bare.some((key) => announced.has(key)),
			pointsInQuotation: pack.pointsInTalk?.(text) === true,
			weaker: !tellsNews(candidate, announced) && pack.addsToBefore(text),
		};
	});
}

/** Whether a sentence may be shown, and alone: without the one before it and without what is known from elsewhere. */
export const standsAlone = ({ never, needsBefore, needsNear, known }: Needs): boolean =>
	!never && !needsBefore && !needsNear && known === null;

/** The name for a pronoun, if the sentence can be read alone with it. */
function bracketIn(
	{ text, start }: Candidate,
	{ name, owns, ...place }: Pronoun,
	pack: LanguagePack,
): Bracket | null {
	if (name === null) return null;
	const [from, to] = [place.start - start, place.end - start];
	const isOwner = owns && pack.isDoneTo?.(text.slice(from, to), text.slice(to)) !== true;
	const bracket = {
		...{ start: from, end: to },
		...{ replaces: 'pronoun' as const, name: isOwner ? `${name}’s` : name },
	};
	const alone = `${text.slice(0, bracket.start)}${bracket.name}${text.slice(bracket.end)}`;
	return leansAnywhere(alone, pack) ? null : bracket;
}

/** Whether the article's first sentence leans on nothing: "This comes after …", "She has won" without a name. */
function isOpenAtFirst(one: Candidate, announced: ReadonlySet<string>, pack: LanguagePack): boolean {
	const first = one.tokens.find(({ kind }) => kind !== 'mark')?.lower ?? '';
	const { pronouns, determiners } = pack.words;
	const points = pronouns.has(first) || determiners?.has(first) === true;
	return pack.leansOnBefore(one.text) && (points || !tellsNews(one, announced));
}

/** The whole name for a surname, where the sentence says one that it has not in full. */
function surnameIn(named: Named | undefined): Bracket | null {
	const open = [...(named?.partly ?? [])].filter(([person]) => !named?.fully.has(person));
	return open.length === 1 ? (open[0]?.[1] ?? null) : null;
}

/** Whether a sentence is what somebody said, from mark to mark, without a word of who did. */
const isBareQuotation = (
	{ quoted, text, paragraph, start, end }: Candidate,
	quotes: readonly Place[],
): boolean =>
	(quoted === 1 && /["”»“]\W*$/u.test(text)) ||
	quotes.some((quote) => quote.paragraph === paragraph && quote.start <= start && quote.end >= end);

const leansAnywhere = (text: string, pack: LanguagePack): boolean =>
	pack.leansOnBefore(text) || pack.pointsAtTold?.(text) === true;

const isUnfinished = (text: string): boolean =>
	!/[.!?…。]["”’»')\]]*$/u.test(text) || /(?:\.\s?\.|…)["”’»')\]]*$/u.test(text);

/** Known quotations tell; where none are given, double marks that do not pair up do. */
function leavesMarksOpen({ text, paragraph, start, end }: Candidate, quotes: readonly Place[]): boolean {
	const crossed = quotes.some(
		(quote) =>
			quote.paragraph === paragraph &&
			quote.start < end &&
			quote.end > start &&
			(quote.start < start || quote.end > end),
	);
	return crossed || !pairsUp(text) || count(text, /\(/gu) !== count(text.replace(/^\p{N}+\)/u, ''), /\)/gu);
}

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

function pairsUp(text: string): boolean {
	if (count(text, /"/gu) % 2 === 1 || count(text, /«/gu) !== count(text, /»/gu)) return false;
	// German closes with the mark that opens in English.
	return count(text, /„/gu) === 0
		? count(text, /“/gu) === count(text, /”/gu)
		: count(text, /„/gu) === count(text, /[“”]/gu);
}
