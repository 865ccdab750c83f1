import { setImmediate as pause } from 'node:timers/promises';
import { typed as asTyped, UserError } from '../../errors.ts';
import { pairsOf } from '../../language/compare/pairs.ts';
import {
	readSearch,
	type SearchQuery,
	type SoughtPhrase,
	type SoughtWord,
} from '../../language/retrieval/search-query.ts';
import type { SearchQuery as StoreQuery } from '../../stores/search.ts';
import type { SeenView } from '../corrections/view.ts';
import type { CorrectedWord, SearchAnswer, SearchedKind, SearchRequest } from '../found.ts';
import { correctedTopic, findTopic } from './find-topic.ts';
import { nothingFound, type Search } from './one-search.ts';
import { foundArticles, foundComments } from './search-articles.ts';
import { nearestHits } from './search-nearest.ts';
import { foundQuotes, speakersOf } from './search-quotes.ts';
import { meantWord } from './slips.ts';
import { wordForms } from './word-forms.ts';

/** Hits on a page of one kind, and of each kind where all are asked for. */
const shown: Record<'alone' | SearchedKind, number> = { alone: 6, quotes: 3, articles: 3, comments: 2 };
/** Words that a beginning stands for, and words that are corrected. */
const most = { completions: 12, corrected: 2 };

/** @throws UserError where there is nothing to look for, or the speaker or topic is not known. */
export async function answerSearch(archive: SeenView, request: SearchRequest): Promise<SearchAnswer> {
	const query = readSearch(request.query);
	if (query.words.length === 0 && query.phrases.length === 0) {
		throw new UserError([
			'No word to look for in ',
			asTyped(request.query),
			': give a word or two, or a phrase in quotation marks.',
		]);
	}
	const topic = request.topic === undefined ? null : await findTopic(archive, request.topic);
	const speakers = request.speaker === undefined ? null : await speakersOf(archive, request.speaker);
	const filters = {
		...(topic && { topic: topic.key }),
		...(request.since !== undefined && { since: request.since }),
		...(request.until !== undefined && { until: request.until }),
	};
	const ask = async (sought: SearchQuery) => {
		const stored = { ...(await storedTerms(archive, sought)), ...filters };
		const of = (kind: SearchedKind): Search => ({
			archive,
			query: sought,
			stored,
			request,
			page: request.in === kind ? (request.page ?? 0) : 0,
			onPage: request.in === undefined ? shown[kind] : shown.alone,
			isAlone: request.in === kind,
		});
		const isAsked = (kind: SearchedKind) =>
			(request.in ?? kind) === kind && (speakers === null || kind === 'quotes');
		// Each takes its time, and between them others get theirs.
		const quotes = isAsked('quotes') ? await foundQuotes(of('quotes'), speakers) : nothingFound;
		await pause();
		const articles = isAsked('articles') ? await foundArticles(of('articles')) : nothingFound;
		await pause();
		const comments = isAsked('comments') ? await foundComments(of('comments')) : nothingFound;
		return { quotes, articles, comments };
	};
	const answer = (
		found: Awaited<ReturnType<typeof ask>>,
		sought: SearchQuery,
		corrected: SearchAnswer['corrected'],
		nearest = false,
	): SearchAnswer => ({
		words: [
			...sought.words.map(({ word, begun }) => (begun ? `${word}…` : word)),
			...sought.phrases.flatMap(({ typed, joined }) => (joined ? [typed] : [])),
		],
		phrases: sought.phrases.flatMap(({ typed, joined }) => (joined ? [] : [typed])),
		without: sought.without,
		withoutPhrases: sought.withoutPhrases.map(({ typed }) => typed),
		corrected: [
			...(speakers?.corrected ?? []),
			...(topic && request.topic !== undefined ? correctedTopic(request.topic, topic) : []),
			...corrected,
		],
		speaker: speakers?.name ?? null,
		topic: topic?.topic ?? null,
		...found,
		nearest,
	});
	const isEmpty = ({ quotes, articles, comments }: Awaited<ReturnType<typeof ask>>) =>
		quotes.total + articles.total + comments.total === 0;

	const found = await ask(query);
	if (!isEmpty(found)) return answer(found, query, []);
	await pause();
	const { sought, corrected } = await withoutSlips(archive, query);
	await pause();
	if (corrected.length > 0) {
		const again = await ask(sought);
		if (!isEmpty(again)) return answer(again, sought, corrected);
	}
	const near = await nearestHits(archive, sought, request, speakers, filters);
	return answer(near, sought, corrected, true);
}

/** Words with the forms that the index takes for other words, phrases as their pairs, and beginnings as what they may become. */
async function storedTerms(
	archive: SeenView,
	{ words, phrases, without }: SearchQuery,
): Promise<Omit<StoreQuery, 'limit'>> {
	const all = await Promise.all(words.map((word) => completed(archive, word)));
	// The index of neighbouring words takes some of what is joined for one word, and has no row for a word alone.
	const joined = phrases.flatMap((one) => one.joined?.words ?? []);
	const marked = phrases.filter((one) => !one.joined);
	return {
		all: [...all, ...[...new Set(joined)].map((word) => [word])],
		none: without,
		pairs: [...new Set(marked.flatMap((one) => pairsOf(one.words)))],
	};
}

async function completed(archive: SeenView, { word, begun }: SoughtWord): Promise<readonly string[]> {
	if (!begun) return wordForms(word);
	const like = { typed: word, start: 'all letters', shortest: word.length, longest: 30 } as const;
	const said = await archive.words('utterance', like);
	const known = said.length > 0 ? said : await archive.words('headline', like);
	const words = [...known].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
	return [...new Set([word, ...words])].slice(0, most.completions);
}

/** The search with words that the library does not have replaced by the nearest that it has. */
async function withoutSlips(
	archive: SeenView,
	query: SearchQuery,
): Promise<{ readonly sought: SearchQuery; readonly corrected: SearchAnswer['corrected'] }> {
	const corrected: CorrectedWord[] = [];
	const joined = query.phrases.flatMap((one) => one.joined?.words ?? []);
	const whole = query.words.flatMap(({ word, begun }) => (begun ? [] : [word]));
	for (const word of [...whole, ...joined]) {
		if (corrected.length === most.corrected) break;
		const taken = await meantWord(archive, word);
		if (taken !== null && taken !== word) corrected.push({ typed: word, taken });
	}
	const takenFor = (word: string) => corrected.find(({ typed }) => typed === word)?.taken ?? word;
	const phrases = query.phrases.map((phrase): SoughtPhrase => {
		if (!phrase.joined) return phrase;
		const own = phrase.joined.words.map(takenFor);
		if (own.join() === phrase.joined.words.join()) return phrase;
		const words = own.map((folded) => ({ folded }));
		return { typed: own.join(' '), words, joined: { ...phrase.joined, words: own } };
	});
	const words = query.words.map(({ word, begun }) => ({ word: begun ? word : takenFor(word), begun }));
	return { sought: { ...query, words, phrases }, corrected };
}
