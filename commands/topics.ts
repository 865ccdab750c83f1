import { choice } from '../src/command.ts';
import { command } from './shared/context.ts';
import { noArticles, orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { articleOrAllOption, pageOption, topicOption } from './shared/options.ts';
import { topicMonthsCard } from './shared/topic-months-card.ts';
import { allTopicsCard, articlesOnCard, articleTopicsCard } from './shared/topics-cards.ts';

/** Articles on a topic, the newest, of which each story is shown once. */
const compared = 40;

export default command({
	name: 'topics',
	description: 'What an article, or the whole library, is about',
	options: {
		topic: topicOption,
		article: articleOrAllOption('The topics of which article; of all of them if left out'),
		by: choice({
			description: 'How to list the topics of all articles',
			choices: { articles: 'By number of articles', month: 'Month by month' },
		}),
		page: pageOption,
	},
	run: ({ topic, article: given, by, page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const { library } = context;
			if (topic !== undefined) {
				const answer = await library.articlesOn(topic);
				const stories = await library.stories(answer.articles.slice(0, compared).map(({ id }) => id));
				return articlesOnCard(answer, stories, page);
			}
			const article = await articleHere(given, context);
			if (article === undefined && by === 'month') return topicMonthsCard(await library.topicMonths(), page);
			const list = await library.topics();
			if (page === 0) lookedUp(context, article, { kind: 'topics', of: null });
			if (article !== undefined) {
				const [brief, related] = await Promise.all([library.brief(article), library.related(article)]);
				return articleTopicsCard(brief, list.topics, related, page);
			}
			if (list.topics.length === 0 && (await library.latest(1)).length === 0) return noArticles;
			return allTopicsCard(list, page);
		}),
});
