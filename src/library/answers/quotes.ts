import { typed as asTyped, UserError } from '../../errors.ts';
import { typedWords } from '../../language/fold.ts';
import { functionWords } from '../../language/function-words.ts';
import type { ArchivedUtterance, ArticleStore } from '../../stores/articles.ts';
import type { ArticleLine, QuoteAnswer, QuoteQuery, SpeakerGroup } from '../library.ts';
import { findSpeakers } from './find-speaker.ts';

/** Utterances in one answer: all of an article, as far as anybody pages; the newest of the library. */
const most = { ofArticle: 1_000, ofLibrary: 200 };

/** @throws UserError for an unknown speaker, or for words to look for that are none. */
export async function answerQuotes(
	archive: ArticleStore,
	{ speaker, about }: QuoteQuery,
	article: ArticleLine | null,
): Promise<QuoteAnswer> {
	const speakers = speaker === undefined ? undefined : await findSpeakers(archive, speaker, article);
	const found = await archive.utterances({
		...(speakers && { speakers: speakers.map(({ key }) => key) }),
		...(about !== undefined && { about: soughtWords(about) }),
		...(article && { article: article.id }),
		limit: article ? most.ofArticle : most.ofLibrary,
	});
	return { article, groups: grouped(found.utterances, found.counts), total: found.total };
}

/** The words to look for: those that carry no meaning are left out as long as others are there. */
function soughtWords(about: string): string[] {
	const typed = typedWords(about);
	if (typed.length === 0) {
		throw new UserError(['No word to look for in ', asTyped(about), ': give a word or two.']);
	}
	const telling = typed.filter((word) => !functionWords.has(word));
	return telling.length > 0 ? telling : typed;
}

/** Utterances by speaker, most quoted first, those without a known speaker last. */
export function grouped(
	utterances: readonly ArchivedUtterance[],
	counts: ReadonlyMap<string | null, number>,
): SpeakerGroup[] {
	const groups = [...Map.groupBy(utterances, ({ speakerKey }) => speakerKey)].map(([key, members]) => ({
		speaker: fullestName(members),
		role: members.find(({ role }) => role !== null)?.role ?? null,
		count: counts.get(key) ?? members.length,
		utterances: members.map(({ speakerKey: _, ...utterance }) => utterance),
	}));
	const last = ({ speaker }: SpeakerGroup) => (speaker === null ? 1 : 0);
	return groups.sort((a, b) => last(a) - last(b) || b.count - a.count);
}

function fullestName(utterances: readonly ArchivedUtterance[]): string | null {
	return utterances.reduce<string | null>(
		(fullest, { speaker }) => ((speaker?.length ?? 0) > (fullest?.length ?? 0) ? speaker : fullest),
		null,
	);
}
