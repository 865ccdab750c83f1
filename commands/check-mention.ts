import { UserError } from '../src/errors.ts';
import { isQuestion } from '../src/language/retrieval/question.ts';
import { askedCard, longestQuestion } from './shared/ask-card.ts';
import { checkPosted } from './shared/check-posted.ts';
import { command } from './shared/context.ts';

/** What a mention cannot do, as Discord brings the text of no other message. */
const nothing =
	'I see only the message that mentions me, no other: write a quote or a question behind my name, or use Apps, then Check quotes on the message with the quote.';

export default command({
	name: 'Check a mention',
	description: 'What answers a question that mentions the bot, or whether what it quotes was really said',
	way: 'mention',
	options: {},
	async run(_, context) {
		const { target } = context.place;
		if (target?.kind !== 'message') throw new UserError(nothing);
		const { text } = target.message;
		if (isQuestion(text, 'en')) return askedCard(text.slice(0, longestQuestion), undefined, context);
		return checkPosted({ text }, context, { nothing });
	},
});
