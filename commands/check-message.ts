import { UserError } from '../src/errors.ts';
import { checkPosted } from './shared/check-posted.ts';
import { command } from './shared/context.ts';

export default command({
	name: 'Check quotes',
	description: 'Whether what a message quotes was really said',
	way: 'message',
	privateByDefault: true,
	options: {},
	async run(_, context) {
		const { target } = context.place;
		if (target?.kind !== 'message') throw new UserError('That message is gone: choose another one.');
		return checkPosted({ text: target.message.text }, context, {
			canPost: true,
			nothing: 'This message has no words to check: pictures, files and cards of bots are not read.',
		});
	},
});
