import type { ArchivedUtterance, ArticleView, FoundUtterances } from '../../stores/articles.ts';
import type { ArticleLine, Found, QuoteAnswer, QuoteQuery, SpeakerGroup, Utterance } from '../library.ts';
import { type Mended, mendedSought, soughtWords } from './about.ts';
import { findSpeakers } from './find-speaker.ts';
import { findingWords } from './found.ts';

/** Utterances in one answer: all of an article, as far as anybody pages; the newest of the library. */
const most = { ofArticle: 1_000, ofLibrary: 200 };
/** Of those that have only some of the words so many are added, and only where few have all. */
const partly = { shown: 25, whereFewerThan: 25 };

/** @throws UserError for an unknown speaker, or for words to look for that are none. */
export async function answerQuotes(
	archive: ArticleView,
	{ speaker, about }: QuoteQuery,
	article: ArticleLine | null,
): Promise<QuoteAnswer> {
	const speakers = speaker === undefined ? undefined : await findSpeakers(archive, speaker, article);
	const query = {
		...(speakers && { speakers: speakers.map(({ key }) => key) }),
		...(article && { article: article.id }),
		limit: article ? most.ofArticle : most.ofLibrary,
	};
	const asked = { article, speaker: speakers?.length === 1 ? (speakers[0]?.speaker ?? null) : null };
	if (about === undefined) return answer(await archive.utterances(query), { ...asked, about: null });
	const typed = soughtWords(about);
	const ask = (words: readonly string[]) =>
		archive.utterances({ ...query, about: words, partly: partly.shown });
	const found = await ask(typed);
	if (found.total > 0) return answer(found, { ...asked, about: typed });
	const mended = await mendedSought(archive, typed);
	if (mended.length === 0) return answer(found, { ...asked, about: typed });
	const meant = typed.map((word) => mended.find((one) => one.typed === word)?.taken ?? word);
	return answer(await ask(meant), { ...asked, about: meant }, mended);
}

function answer(
	{ utterances, counts, total, more, partly: some }: FoundUtterances,
	asked: Pick<QuoteAnswer, 'article' | 'speaker' | 'about'>,
	mended: readonly Mended[] = [],
): QuoteAnswer {
	const finding = findingWords();
	const { about } = asked;
	const why = (utterance: Utterance) => (about === null ? {} : { found: finding(utterance, about) });
	const others = total < partly.whereFewerThan ? some : [];
	const reasons = new Map(others.map(({ utterance, words }) => [utterance, finding(utterance, words)]));
	return {
		...asked,
		groups: grouped(utterances, counts, why),
		total,
		more,
		mended,
		partly: bySpeaker(
			others.map(({ utterance }) => utterance),
			new Map(),
			(utterance) => ({ found: reasons.get(utterance) ?? { words: [], around: [] } }),
		),
	};
}

type Why = (utterance: ArchivedUtterance) => { readonly found?: Found };

/** Utterances by speaker, most quoted first, those without a known speaker last. */
export function grouped(
	utterances: readonly ArchivedUtterance[],
	counts: ReadonlyMap<string | null, number>,
	why: Why = () => ({}),
): SpeakerGroup[] {
	const last = ({ speaker }: SpeakerGroup) => (speaker === null ? 1 : 0);
	return bySpeaker(utterances, counts, why).sort((a, b) => last(a) - last(b) || b.count - a.count);
}

/** Utterances by speaker, in the order in which they come. */
function bySpeaker(
	utterances: readonly ArchivedUtterance[],
	counts: ReadonlyMap<string | null, number>,
	why: Why,
): SpeakerGroup[] {
	return [...Map.groupBy(utterances, ({ speakerKey }) => speakerKey)].map(([key, members]) => ({
		speaker: fullestName(members),
		role: members.find(({ role }) => role !== null)?.role ?? null,
		count: counts.get(key) ?? members.length,
		utterances: members.map((member) => {
			const { speakerKey: _, ...utterance } = member;
			return { ...utterance, ...why(member) };
		}),
	}));
}

function fullestName(utterances: readonly ArchivedUtterance[]): string | null {
	return utterances.reduce<string | null>(
		(fullest, { speaker }) => ((speaker?.length ?? 0) > (fullest?.length ?? 0) ? speaker : fullest),
		null,
	);
}
