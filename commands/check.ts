import { string } from '../src/command.ts';
import { code } from '../src/errors.ts';
import { checkPosted } from './shared/check-posted.ts';
import { type Context, command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { articleOrAllOption, pageOption, speakerOption } from './shared/options.ts';

/** As long as a message may be. */
const longest = 4_000;

export default command({
	name: 'check',
	description: 'Whether that was really said, word for word',
	options: {
		quote: string<Context, true>({
			description: 'The words, or a whole message with quotes in it',
			required: true,
			maxLength: longest,
		}),
		speaker: { ...speakerOption, description: 'Who is said to have said it' },
		article: articleOrAllOption('In which article; in all of them if left out'),
		page: pageOption,
	},
	run: ({ quote, speaker, article, page }, context) =>
		checkPosted({ text: quote, ...defined({ speaker, article }) }, context, {
			...defined({ page }),
			nothing: [
				'There are no words in ',
				code('quote'),
				' to check: type or paste what is said to have been said.',
			],
		}),
});
