import { UserError } from '../../errors.ts';
import { foldedKey, typedWords } from '../../language/fold.ts';
import { topicsOf } from '../../language/key-phrases/topics.ts';
import type { ArticleView, KnownSpeaker } from '../../stores/articles.ts';
import type { ArticleLine, SpeakerCount, TopicCount } from '../library.ts';
import { articlesLike, findArticle } from './find-article.ts';
import { likeIn } from './find-speaker.ts';
import { topicsLike } from './find-topic.ts';
import { joinedSpeakers, samePerson } from './same-speaker.ts';
import { correctedWords, nearest } from './slips.ts';

/** No typed text makes a suggestion fail: where nothing fits there is none. */
export async function suggestArticles(
	archive: ArticleView,
	typed: string,
	limit: number,
): Promise<ArticleLine[]> {
	const words = typedWords(typed);
	if (words.length === 0) return archive.latest(limit);
	const exact = await archive.line(typed.trim());
	return exact ? [exact] : articlesLike(archive, typed, words, limit);
}

export async function suggestSpeakers(
	archive: ArticleView,
	typed: string,
	limit: number,
	wanted?: string,
): Promise<SpeakerCount[]> {
	const words = typedWords(typed);
	const article = await meant(archive, wanted);
	if (article === 'unknown') return [];
	let found: readonly KnownSpeaker[];
	if (article) {
		const speakers = await archive.speakersIn(article.id);
		found = words.length === 0 ? speakers : likeIn(speakers, words);
	} else if (words.length === 0) found = await archive.speakers(limit);
	else {
		found = await archive.speakersByWords(words, 'all', limit);
		const corrected = found.length === 0 ? await correctedWords(archive, 'speaker', words, true) : null;
		if (corrected) found = await archive.speakersByWords(corrected, 'all', limit);
	}
	if (article) return withoutNamesakes(found).slice(0, limit);
	const same = await samePerson(
		archive,
		found.map(({ key }) => key),
	);
	return withoutNamesakes(joinedSpeakers(found, same)).slice(0, limit);
}

/** A name is offered once: the typed name cannot say which of two people is meant. */
function withoutNamesakes(speakers: readonly KnownSpeaker[]): SpeakerCount[] {
	return [...Map.groupBy(speakers, ({ speaker }) => foldedKey(speaker)).values()].flatMap((bearers) => {
		const [first] = bearers;
		if (!first) return [];
		const quotes = bearers.reduce((sum, bearer) => sum + bearer.quotes, 0);
		return { speaker: first.speaker, role: bearers.length === 1 ? first.role : null, quotes };
	});
}

export async function suggestTopics(
	archive: ArticleView,
	typed: string,
	limit: number,
	wanted?: string,
): Promise<TopicCount[]> {
	const words = typedWords(typed);
	const article = await meant(archive, wanted);
	if (article === 'unknown') return [];
	if (!article) {
		const found = words.length === 0 ? await archive.topics(limit) : await topicsLike(archive, words, limit);
		return found.map(({ topic, articles }) => ({ topic, articles }));
	}
	const body = await archive.article(article.id);
	const topics = await Promise.all(
		(body ? topicsOf(body).topics : []).map((topic) => archive.topic(foldedKey(topic))),
	);
	return topics
		.filter((topic) => topic !== null)
		.filter(({ key }) => {
			const name = key.split(' ');
			return words.every(
				(word) => nearest(word, name, true) !== null || name.some((part) => part.startsWith(word)),
			);
		})
		.slice(0, limit)
		.map(({ topic, articles }) => ({ topic, articles }));
}

async function meant(archive: ArticleView, wanted?: string): Promise<ArticleLine | null | 'unknown'> {
	if (wanted === undefined || wanted.trim() === '') return null;
	try {
		return await findArticle(archive, wanted);
	} catch (error) {
		if (error instanceof UserError) return 'unknown';
		throw error;
	}
}
