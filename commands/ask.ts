import { string } from '../src/command.ts';
import { askedCard, longestQuestion } from './shared/ask-card.ts';
import { type Context, command } from './shared/context.ts';
import { articleOrAllOption } from './shared/options.ts';

export default command({
	name: 'ask',
	description: 'Ask a question; the answer is the sentences that give it, word for word',
	options: {
		question: string<Context, true>({
			description: 'What you want to know',
			required: true,
			maxLength: longestQuestion,
		}),
		article: articleOrAllOption('Ask which article; all of them if left out'),
	},
	run: ({ question, article }, context) => askedCard(question, article, context),
});
