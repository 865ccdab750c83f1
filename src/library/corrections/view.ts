import { words } from '../../language/fold.ts';
import { familyOf } from '../../language/speakers.ts';
import type { Shelf } from '../../shelves.ts';
import type { ArticleView } from '../../stores/articles.ts';
import { saidIn } from '../../stores/articles.ts';
import type { CorrectionStore } from '../../stores/corrections.ts';
import { correctArticle, correctLine, correctUtterance } from './correct.ts';
import type { CorrectionEffects, EffectsOf } from './effects.ts';
import { correctMonths } from './months.ts';
import { changesOf, correctSpeakers, hasWords, moved, readCount } from './speakers.ts';
import { correctedUtterances } from './utterances.ts';

/** What is seen of the archive, with a server's corrections. */
export interface CorrectedView extends ArticleView {
	/** What was said in an article that the server hides, word for word. */
	hiddenIn(id: string): Promise<readonly string[]>;
}

/** What is seen of the archive, perhaps with a server's corrections. */
export type SeenView = ArticleView & Partial<Pick<CorrectedView, 'hiddenIn'>>;

/**
 * Applies a server's corrections to everything that it sees of the archive: each answer of the library, digest and
 * check is made out of this, so nothing else has to know of them. Null sees none.
 */
export function correctedView(
	view: ArticleView,
	server: Shelf,
	store: CorrectionStore,
	effectsOf: EffectsOf,
): CorrectedView {
	if (server === null) return { ...view, hiddenIn: async () => [] };
	const edition = () => {
		const generation = store.generation(server);
		return generation === 0 ? '' : `${server}.${generation}`;
	};
	/** What the view gives, changed where the server has corrections. */
	const fixed = async <Answer>(
		answer: () => Promise<Answer>,
		change: (effects: CorrectionEffects) => Promise<Answer>,
	): Promise<Answer> => {
		if (store.generation(server) === 0) return answer();
		const effects = await effectsOf(view, server);
		return effects.corrections.size === 0 ? answer() : change(effects);
	};
	const lines = <Line extends Parameters<typeof correctLine>[0]>(answer: () => Promise<Line[]>) =>
		fixed(answer, async (effects) => (await answer()).map((line) => correctLine(line, effects)));
	const given = (effects: CorrectionEffects) => moved(changesOf(effects)).filter(({ quotes }) => quotes > 0);
	const count = (key: string) => readCount(view, key);
	const none = async () => 0;

	return {
		...view,
		edition,
		audience: () => (edition() === '' ? view.audience() : `${view.audience()};${server}`),
		hiddenIn: (id) =>
			fixed(
				async () => [],
				async (effects) =>
					changesOf(effects, id).flatMap(({ before, after }) => (after === null ? saidIn(before) : [])),
			),
		generation: () => [view.generation(), edition()].filter((part) => part !== '').join(';'),
		generationOf: (article) =>
			[view.generationOf(article), edition()].filter((part) => part !== '').join(';'),
		article: (id) =>
			fixed(
				() => view.article(id),
				async (effects) => {
					const article = await view.article(id);
					const changes = changesOf(effects, id);
					return article && changes.length > 0 ? correctArticle(article, changes) : article;
				},
			),
		line: (id) =>
			fixed(
				() => view.line(id),
				async (effects) => correctLine(await view.line(id), effects),
			),
		latest: (limit, which) => lines(() => view.latest(limit, which)),
		added: (since, limit) =>
			fixed(
				() => view.added(since, limit),
				async (effects) => {
					const added = await view.added(since, limit);
					return { ...added, lines: added.lines.map((line) => correctLine(line, effects)) };
				},
			),
		linesByHeadline: (folded, limit) => lines(() => view.linesByHeadline(folded, limit)),
		linesByWords: (sought, match, limit) => lines(() => view.linesByWords(sought, match, limit)),
		linesByTopic: (key, limit) => lines(() => view.linesByTopic(key, limit)),
		linesWithEach: (phrases, limit) =>
			fixed(
				() => view.linesWithEach(phrases, limit),
				async (effects) =>
					(await view.linesWithEach(phrases, limit)).map((found) =>
						found.map((line) => correctLine(line, effects)),
					),
			),

		speakers: (limit) =>
			fixed(
				() => view.speakers(limit),
				async (effects) => {
					const changes = changesOf(effects);
					const found = await view.speakers(limit + changes.length);
					return (await correctSpeakers(found, changes, () => true, count)).slice(0, limit);
				},
			),
		speakersByWords: (sought, match, limit) =>
			fixed(
				() => view.speakersByWords(sought, match, limit),
				async (effects) => {
					const changes = changesOf(effects);
					const found = await view.speakersByWords(sought, match, limit + changes.length);
					const isMeant = ({ speaker }: { speaker: string }) => hasWords(speaker, sought, match);
					return (await correctSpeakers(found, changes, isMeant, count)).slice(0, limit);
				},
			),
		speakersOfFamilies: (families, alone) =>
			fixed(
				() => view.speakersOfFamilies(families, alone),
				async (effects) => {
					const isMeant = ({ key }: { key: string }) => key.includes('/') && families.includes(familyOf(key));
					// A correction may give the only name of a family a second one.
					const found = await view.speakersOfFamilies(families);
					return correctSpeakers(found, changesOf(effects), isMeant, none);
				},
			),
		speakersIn: (article) =>
			fixed(
				() => view.speakersIn(article),
				async (effects) =>
					correctSpeakers(await view.speakersIn(article), changesOf(effects, article), () => true, none),
			),
		monthsOf: (kind, key) =>
			fixed(
				() => view.monthsOf(kind, key),
				async (effects) => {
					const months = await view.monthsOf(kind, key);
					return kind === 'topic' ? months : correctMonths(months, changesOf(effects), key);
				},
			),
		hasWord: (kind, word) =>
			fixed(
				() => view.hasWord(kind, word),
				async (effects) =>
					(await view.hasWord(kind, word)) ||
					(kind === 'speaker' && given(effects).some(({ speaker }) => words(speaker).includes(word))),
			),
		words: (kind, like) =>
			fixed(
				() => view.words(kind, like),
				async (effects) => {
					const found = await view.words(kind, like);
					if (kind !== 'speaker') return found;
					const named = given(effects).flatMap(({ speaker }) => words(speaker));
					const near = named.filter(
						(word) =>
							word.length >= like.shortest &&
							word.length <= like.longest &&
							(like.start !== 'all letters' || word.startsWith(like.typed)),
					);
					return [...new Set([...found, ...near])];
				},
			),

		utterances: (query) =>
			fixed(
				() => view.utterances(query),
				(effects) => correctedUtterances(view, query, effects),
			),
		utterancesBeginning: (begun, limit) =>
			fixed(
				() => view.utterancesBeginning(begun, limit),
				async (effects) => {
					const found = await view.utterancesBeginning(begun, limit + changesOf(effects).length);
					return found.flatMap((one) => correctUtterance(one, effects) ?? []).slice(0, limit);
				},
			),
		searchUtterances: (query) =>
			fixed(
				() => view.searchUtterances(query),
				async (effects) => {
					const { found, total, more } = await view.searchUtterances(query);
					const shown = found.flatMap((one) => correctUtterance(one, effects) ?? []);
					return { found: shown, total: total - (found.length - shown.length), more };
				},
			),
		searchArticles: (part, query) =>
			fixed(
				() => view.searchArticles(part, query),
				async (effects) => {
					const searched = await view.searchArticles(part, query);
					return { ...searched, found: searched.found.map((line) => correctLine(line, effects)) };
				},
			),
		articlesSharing: (query) =>
			fixed(
				() => view.articlesSharing(query),
				async (effects) => {
					const found = await view.articlesSharing(query);
					return found.map(({ line, shared }) => ({ line: correctLine(line, effects), shared }));
				},
			),
		articlesLike: (sought, limit) => lines(() => view.articlesLike(sought, limit)),
		utterancesLike: (query) =>
			fixed(
				() => view.utterancesLike(query),
				async (effects) => {
					const { found, rarity } = await view.utterancesLike(query);
					const corrected = found.flatMap(({ utterance, shared }) => {
						const one = correctUtterance(utterance, effects);
						return one === null ? [] : [{ utterance: one, shared }];
					});
					return { found: corrected, rarity };
				},
			),
		former: (query) =>
			fixed(
				() => view.former(query),
				async (effects) => {
					const found = await view.former(query);
					return found.flatMap((one) => correctUtterance(one, effects) ?? []);
				},
			),
		status: () =>
			fixed(
				() => view.status(),
				async (effects) => {
					const status = await view.status();
					const changed = moved(changesOf(effects));
					const read = await Promise.all(changed.map(({ key }) => count(key)));
					const isGone = changed.filter(({ quotes }, index) => quotes + (read[index] ?? 0) <= 0);
					const isNew = changed.filter(({ quotes }, index) => quotes > 0 && read[index] === 0);
					const hidden = changesOf(effects).filter(({ after }) => after === null).length;
					return {
						...status,
						quotes: status.quotes - hidden,
						speakers: status.speakers - isGone.length + isNew.length,
					};
				},
			),
	};
}
