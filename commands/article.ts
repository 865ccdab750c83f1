import { choice, hidden } from '../src/command.ts';
import { briefCard } from './shared/brief-card.ts';
import { changeCard } from './shared/change-card.ts';
import { command } from './shared/context.ts';
import { orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { articleOption, pageOption } from './shared/options.ts';
import { articlePassage } from './shared/passage-card.ts';

export default command({
	name: 'article',
	description: 'An article in brief: summary, who says what, topics',
	options: {
		article: articleOption,
		length: choice({
			description: 'How long the summary is; one line if left out',
			choices: { line: 'One line', short: 'Up to five sentences', full: 'A fifth of the article' },
		}),
		at: hidden.integer('The paragraph to show with what stands around it, counted from 1'),
		change: hidden.integer('Which change of its text to show, counted from the last, which is 0', 100),
		page: pageOption,
	},
	run: ({ article: given, length = 'line', at, change, page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const { library, place } = context;
			const article = await articleHere(given, context);
			if (change !== undefined) return changeCard(await library.change(article, change), page);
			if (at !== undefined) {
				const card = await articlePassage(library, article, at, page);
				lookedUp(context, article, { kind: 'passage', of: at - 1 });
				return card;
			}
			const [brief, alsoIn] = await Promise.all([library.brief(article), library.alsoIn(article)]);
			return briefCard(brief, {
				alsoIn,
				length,
				explain: Boolean(context.explainer),
				discuss: place.server !== null && place.article !== brief.line.id,
			});
		}),
});
