import { UserError } from '../src/errors.ts';
import { postedWords } from '../src/language/compare/words.ts';
import { isQuestion } from '../src/language/retrieval/question.ts';
import { askedCard, longestQuestion } from './shared/ask-card.ts';
import { checkPosted } from './shared/check-posted.ts';
import { command } from './shared/context.ts';

/** What a mention cannot do, as Discord brings the text of no other message. */
const nothing =
	'I see only the message that mentions me, no other: write a quote or a question behind my name, or use Apps, then Check quotes on the message with the quote.';

/** Fewer words without quotation marks are no quote that can be looked for. */
const leastWords = 3;
const short =
	'Write a question, or a quote of at least three words, behind my name: I look it up in the articles here. /help lists what else I can do.';

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
		const words = postedWords(text).length;
		// A greeting or thanks is not looked up in the articles.
		if (words > 0 && words < leastWords && !/["“”«»„>]/u.test(text)) throw new UserError(short);
		return checkPosted({ text }, context, { nothing });
	},
});
