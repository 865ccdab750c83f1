import { string } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { type Context, command } from './shared/context.ts';
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
			const wanted = question?.trim() || null;
			const asked = {
				article: (await articleHere(article, context)) ?? (await articleFor(wanted, context)),
				question: wanted,
				locale: place.locale,
				server: place.server?.id ?? null,
				member: place.member.id,
			};
			const explanation = await explainer.explain(asked, (so) => place.progress?.(explanationCard(so)));
			return explanationCard(explanation);
		}),
});

/** Of a question without an article: the one that answers it or comes nearest, rather than the latest. */
async function articleFor(question: string | null, { library }: Context): Promise<string | undefined> {
	if (question === null) return undefined;
	try {
		return (await library.ask(question)).passages[0]?.article.id;
	} catch (error) {
		// A question without a word to look for.
		if (error instanceof UserError) return undefined;
		throw error;
	}
}
