import type { ArchivedUtterance, ArticleView, FoundUtterances, KnownSpeaker } from '../../stores/articles.ts';
import type { CorrectedWord, FoundUtterance } from '../found.ts';
import type {
	ArticleLine,
	Found,
	MeantSpeaker,
	QuoteAnswer,
	QuoteQuery,
	SpeakerGroup,
	Utterance,
} from '../library.ts';
import { correctedSearch, soughtWords } from './about.ts';
import { correctedName, findSpeakers } from './find-speaker.ts';
import { findingWords } from './found.ts';
import {
	joinedSpeakers,
	nobodyElse,
	type SamePerson,
	samePerson,
	withTheirOtherNames,
} from './same-speaker.ts';

/** Utterances in one answer: all of an article, as far as anybody pages; the newest of the library. */
const most = { ofArticle: 400, ofLibrary: 120 };
/** Where fewer than this have all of the words, as many that have some are added. */
const partly = 12;

/** What articles say now. */
type Current = Omit<QuoteAnswer, 'former'>;

/** @throws UserError for an unknown speaker, or where there are no words to look for. */
export async function answerQuotes(
	archive: ArticleView,
	{ speaker, about }: QuoteQuery,
	article: ArticleLine | null,
): Promise<Current> {
	const speakers = speaker === undefined ? undefined : await findSpeakers(archive, speaker, article);
	const keys = speakers?.map(({ key }) => key) ?? [];
	const same = article ? nobodyElse : await samePerson(archive, keys);
	const meant = speakers && joinedSpeakers(speakers, same);
	const named = speaker === undefined || !speakers ? [] : correctedName(speaker, speakers);
	const query = {
		...(speakers && { speakers: withTheirOtherNames(keys, same) }),
		...(article && { article: article.id }),
		limit: article ? most.ofArticle : most.ofLibrary,
	};
	const asked = {
		article,
		speaker: meant?.length === 1 ? (meant[0]?.speaker ?? null) : null,
		several: meant && meant.length > 1 ? meant.map(asMeant) : [],
	};
	const answer = (
		found: FoundUtterances,
		about: readonly string[] | null,
		corrected: readonly CorrectedWord[] = [],
	) => answered(archive, found, { ...asked, about }, [...named, ...corrected], speakers && same);
	if (about === undefined) return answer(await archive.utterances(query), null);
	const typed = soughtWords(about);
	const ask = (words: readonly string[]) => archive.utterances({ ...query, about: words, partly });
	const found = await ask(typed);
	if (found.total > 0) return answer(found, typed);
	const corrected = await correctedSearch(archive, typed);
	if (corrected.length === 0) return answer(found, typed);
	const taken = typed.map((word) => corrected.find((one) => one.typed === word)?.taken ?? word);
	return answer(await ask(taken), taken, corrected);
}

const asMeant = ({ speaker, role, quotes }: KnownSpeaker): MeantSpeaker => ({ speaker, role, count: quotes });

/** @param known of all speakers there are among what was found, where that was asked for before. */
async function answered(
	archive: ArticleView,
	{ utterances, counts, total, more, partly: others }: FoundUtterances,
	asked: Pick<QuoteAnswer, 'article' | 'speaker' | 'several' | 'about'>,
	corrected: readonly CorrectedWord[],
	known?: SamePerson,
): Promise<Current> {
	const keys = [...utterances, ...others.map(({ utterance }) => utterance)].flatMap(
		({ speakerKey }) => speakerKey ?? [],
	);
	const same = known ?? (asked.article ? nobodyElse : await samePerson(archive, keys));
	const finding = findingWords();
	const { about } = asked;
	const why = (utterance: Utterance) => (about === null ? {} : { found: finding(utterance, about) });
	const reasons = new Map(others.map(({ utterance, words }) => [utterance, finding(utterance, words)]));
	return {
		...asked,
		groups: grouped(utterances, counts, why, same),
		total,
		more,
		corrected,
		partly: bySpeaker(
			others.map(({ utterance }) => utterance),
			new Map(),
			(utterance) => ({ found: reasons.get(utterance) ?? { words: [], around: [] } }),
			same,
		),
	};
}

type Why = (utterance: ArchivedUtterance) => { readonly found?: Found };

/** Utterances by speaker, most quoted first, those without a known speaker last. */
export function grouped(
	utterances: readonly ArchivedUtterance[],
	counts: ReadonlyMap<string | null, number>,
	why: Why = () => ({}),
	same: SamePerson = nobodyElse,
): SpeakerGroup[] {
	const last = ({ speaker }: SpeakerGroup) => (speaker === null ? 1 : 0);
	return bySpeaker(utterances, counts, why, same).sort((a, b) => last(a) - last(b) || b.count - a.count);
}

/** Utterances by speaker, in their order. */
function bySpeaker(
	utterances: readonly ArchivedUtterance[],
	counts: ReadonlyMap<string | null, number>,
	why: Why,
	same: SamePerson,
): SpeakerGroup[] {
	const personOf = ({ speakerKey: key }: ArchivedUtterance) =>
		key === null ? null : (same(key)[0]?.key ?? key);
	return [...Map.groupBy(utterances, personOf)].map(([key, members]) => ({
		speaker: fullestName(members),
		role: key === null ? firstRole(members) : commonRole(members),
		count: countOf(key, members, counts, same),
		utterances: members.map((member) => shown(member, why(member))),
	}));
}

/** Without the speaker's key. Property by property: a rest takes several times as long, and an answer has hundreds. */
function shown(
	{ article, speaker, role, cue, paragraph, kind, parts, fragment, corrected }: ArchivedUtterance,
	{ found }: ReturnType<Why>,
): FoundUtterance {
	return {
		article,
		speaker,
		role,
		cue,
		paragraph,
		kind,
		parts,
		...(fragment === undefined ? {} : { fragment }),
		...(corrected === undefined ? {} : { corrected }),
		...(found === undefined ? {} : { found }),
	};
}

function countOf(
	key: string | null,
	members: readonly unknown[],
	counts: ReadonlyMap<string | null, number>,
	same: SamePerson,
): number {
	const keys = key === null ? [] : same(key).map((other) => other.key);
	const known = (keys.length > 0 ? keys : [key]).flatMap((one) => counts.get(one) ?? []);
	return known.length === 0 ? members.length : known.reduce((sum, count) => sum + count, 0);
}

/** The office that every article gives; one that only some of them give is shown with those quotations alone. */
function commonRole(utterances: readonly ArchivedUtterance[]): string | null {
	if (utterances.length === 1) return utterances[0]?.role ?? null;
	const roles = [...Map.groupBy(utterances, ({ article }) => article.id).values()].map(firstRole);
	return new Set(roles).size === 1 ? (roles[0] ?? null) : null;
}

const firstRole = (utterances: readonly ArchivedUtterance[]): string | null =>
	utterances.find(({ role }) => role !== null)?.role ?? null;

function fullestName(utterances: readonly ArchivedUtterance[]): string | null {
	return utterances.reduce<string | null>(
		(fullest, { speaker }) => ((speaker?.length ?? 0) > (fullest?.length ?? 0) ? speaker : fullest),
		null,
	);
}
