import { counted } from '../../src/cards/numbers.ts';
import { hidden, string } from '../../src/command.ts';
import type { Context } from './context.ts';
import { defined } from './defined.ts';

/** At most as many as Discord shows. */
const offers = 25;
/** Discord takes no longer value back from a suggestion. */
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

export const speakerOption = string<Context>({
	description: 'Who said it: a name or a part of one',
	suggest: async (typed, { library }, { article }) =>
		(await library.suggestSpeakers(typed, offers, typeof article === 'string' ? article : undefined))
			.filter(({ speaker }) => speaker.length <= longestValue)
			.map(({ speaker, quotes }) => ({ label: `${speaker} · ${counted(quotes, 'quote')}`, value: speaker })),
});

export const topicOption = string<Context>({
	description: 'A topic, to see the articles on it',
	suggest: async (typed, { library }, { article }) =>
		(await library.suggestTopics(typed, offers, typeof article === 'string' ? article : undefined))
			.filter(({ topic }) => topic.length <= longestValue)
			.map(({ topic, articles }) => ({ label: `${topic} · ${counted(articles, 'article')}`, value: topic })),
});

export const aboutOption = string<Context>({
	description: 'What it should be about: a word or a few',
	suggest: async (typed, { library }, { speaker, article }) =>
		(
			await library.suggestAbout(
				typed,
				offers,
				defined({
					speaker: typeof speaker === 'string' ? speaker : undefined,
					article: typeof article === 'string' ? article : undefined,
				}),
			)
		).map((words) => ({ label: words, value: words })),
});

/** Counted from 0. */
export const pageOption = hidden.integer('The page', 10_000);
