import { counted } from '../../src/cards/numbers.ts';
import { hidden, string } from '../../src/command.ts';
import type { Context } from './context.ts';
import { defined } from './defined.ts';
import { allArticles, givenOrThread } from './here.ts';

/** At most as many as Discord shows. */
const offers = 25;
/** Discord gives no longer value back from a suggestion. */
const longestValue = 100;

/** An article by id, as autocomplete gives it, or by words of its headline. */
export const articleOption = string<Context>({
	description: 'Which article: words of its headline; the latest if left out',
	suggest: async (typed, { library }) =>
		(await library.suggestArticles(typed, offers)).map(({ id, headline, site }) => ({
			label: site === null ? headline : `${headline} · ${site}`,
			value: id,
		})),
});

/** The same where all articles are meant if it is left out; in the thread of an article, all can be chosen. */
export const articleOrAllOption = (description: string): typeof articleOption => ({
	...articleOption,
	description,
	suggest: async (typed, context, filled) => {
		const found = (await articleOption.suggest?.(typed, context, filled)) ?? [];
		const isOffered = context.place.article !== null && 'all articles'.startsWith(typed.trim().toLowerCase());
		return isOffered ? [{ label: 'All articles', value: allArticles.article }, ...found] : found;
	},
});

export const speakerOption = string<Context>({
	description: 'Who said it: a name or a part of one',
	suggest: async (typed, { library, place }, { article }) =>
		(await library.suggestSpeakers(typed, offers, givenOrThread(article, place)))
			.filter(({ speaker }) => speaker.length <= longestValue)
			.map(({ speaker, quotes }) => ({ label: `${speaker} · ${counted(quotes, 'quote')}`, value: speaker })),
});

export const topicOption = string<Context>({
	description: 'A topic, to see the articles on it',
	suggest: async (typed, { library, place }, { article }) =>
		(await library.suggestTopics(typed, offers, givenOrThread(article, place)))
			.filter(({ topic }) => topic.length <= longestValue)
			.map(({ topic, articles }) => ({ label: `${topic} · ${counted(articles, 'article')}`, value: topic })),
});

export const aboutOption = string<Context>({
	description: 'What it should be about: a word or a few',
	suggest: async (typed, { library, place }, { speaker, article }) =>
		(
			await library.suggestAbout(
				typed,
				offers,
				defined({
					speaker: typeof speaker === 'string' ? speaker : undefined,
					article: givenOrThread(article, place),
				}),
			)
		).map((words) => ({ label: words, value: words })),
});

/** Counted from 0. */
export const pageOption = hidden.integer('The page', 10_000);
