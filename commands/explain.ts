import { string } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { command } from './shared/context.ts';
import { orNoArticles } from './shared/empty.ts';
import { explanationCard, longestExplained } from './shared/explanation-card.ts';
import { articleHere } from './shared/here.ts';
import { articleOption } from './shared/options.ts';

/** Only there where the owner has brought a language model. */
export default command({
	name: 'explain',
	description: 'A language model explains an article, checked against its text',
	options: {
		article: articleOption,
		question: string({ description: 'What you want to know of it', maxLength: longestExplained }),
	},
	run: ({ article, question }, context) =>
		orNoArticles(context.library, async () => {
			const { explainer, place } = context;
			if (!explainer) throw new UserError('No language model is set up here, so nothing can be explained.');
			const asked = {
				article: await articleHere(article, context),
				question: question?.trim() || null,
				locale: place.locale,
				server: place.server?.id ?? null,
				member: place.member.id,
			};
			const explanation = await explainer.explain(asked, (so) => place.progress?.(explanationCard(so)));
			return explanationCard(explanation);
		}),
});
