import { command } from './shared/context.ts';
import { orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { articleOrAllOption, pageOption } from './shared/options.ts';
import { speakersCard } from './shared/speakers-card.ts';
import { chartBlock, chartOf } from './shared/speakers-chart.ts';
import { pictureOption, themeOf } from './shared/theme.ts';

export default command({
	name: 'speakers',
	description: 'Who is quoted how much, over time, and on what',
	options: {
		article: articleOrAllOption('The speakers of which article; of all of them if left out'),
		page: pageOption,
		picture: pictureOption('A chart of the page'),
	},
	run: ({ article: given, page = 0, picture }, context) =>
		orNoArticles(context.library, async () => {
			const answer = await context.library.speakers(await articleHere(given, context), page);
			if (picture === undefined || answer.speakers.length === 0) return speakersCard(answer, page);
			const theme = themeOf(picture);
			const bytes = await context.pictures.draw(chartOf(answer, theme));
			return speakersCard(answer, page, { theme, block: chartBlock(answer, bytes) });
		}),
});
