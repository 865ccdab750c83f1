import { command } from './shared/context.ts';
import { noArticles, orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { articleOrAllOption, pageOption, topicOption } from './shared/options.ts';
import { allTopicsCard, articlesOnCard, articleTopicsCard } from './shared/topics-cards.ts';

export default command({
	name: 'topics',
	description: 'What an article, or the whole library, is about',
	options: {
		topic: topicOption,
		article: articleOrAllOption('The topics of which article; of all of them if left out'),
		page: pageOption,
	},
	run: ({ topic, article: given, page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const { library } = context;
			if (topic !== undefined) return articlesOnCard(await library.articlesOn(topic), page);
			const article = await articleHere(given, context);
			const list = await library.topics();
			if (page === 0) lookedUp(context, article, { kind: 'topics', of: null });
			if (article !== undefined) return articleTopicsCard(await library.brief(article), list.topics, page);
			if (list.topics.length === 0 && (await library.latest(1)).length === 0) return noArticles;
			return allTopicsCard(list, page);
		}),
});
