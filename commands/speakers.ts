import { command } from './shared/context.ts';
import { orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { articleOrAllOption, pageOption } from './shared/options.ts';
import { speakersCard } from './shared/speakers-card.ts';

export default command({
	name: 'speakers',
	description: 'Who is quoted how much, over time, and on what',
	options: {
		article: articleOrAllOption('The speakers of which article; of all of them if left out'),
		page: pageOption,
	},
	run: ({ article: given, page = 0 }, context) =>
		orNoArticles(context.library, async () =>
			speakersCard(await context.library.speakers(await articleHere(given, context), page), page),
		),
});
