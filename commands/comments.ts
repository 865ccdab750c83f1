import { choice, hidden } from '../src/command.ts';
import type { CommentAnswer } from '../src/library/library.ts';
import { commentsCard, noCommentsCard, wholeCommentCard } from './shared/comments-cards.ts';
import { command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { orNoArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { oncePerAnswer } from './shared/once.ts';
import { articleOption, pageOption } from './shared/options.ts';
import { mostSamples } from './shared/samples.ts';

const once = oncePerAnswer<CommentAnswer>();

export default command({
	name: 'comments',
	description: 'What readers wrote under an article',
	options: {
		article: articleOption,
		sort: choice({
			description: 'Which comments; a fair sample if left out',
			choices: {
				sample: 'A sample that shows the range',
				newest: 'The newest first',
				threads: 'The busiest threads first',
			},
		}),
		seed: hidden.integer('Which sample', mostSamples),
		whole: hidden.integer('The place in the answer of the one comment to show whole, from 0'),
		page: pageOption,
	},
	run: ({ article: given, sort = 'sample', seed = 0, whole, page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const article = await articleHere(given, context);
			const answer = await context.library.comments({ ...defined({ article }), sort, seed });
			if (page === 0) lookedUp(context, answer.article.id, { kind: 'comments', of: null });
			if (answer.comments.length === 0) return noCommentsCard(answer, sort);
			return once(answer, [page, whole], () =>
				whole === undefined
					? commentsCard(answer, { sort, seed, page })
					: wholeCommentCard(answer, { sort, seed, page, whole }),
			);
		}),
});
