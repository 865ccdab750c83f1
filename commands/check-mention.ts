import { UserError } from '../src/errors.ts';
import { postedWords } from '../src/language/compare/words.ts';
import { isQuestion } from '../src/language/retrieval/question.ts';
import { queryOf } from '../src/library/search-way.ts';
import search from './search.ts';
import { askedCard, longestQuestion } from './shared/ask-card.ts';
import { checkPosted } from './shared/check-posted.ts';
import { type Context, command } from './shared/context.ts';
import { asksForHelp, isSmallTalk, subjectAsked } from './shared/small-talk.ts';

/** What a mention cannot do, as Discord brings the text of no other message. */
const nothing =
	'I see only the message that mentions me, no other: write a quote or a question behind my name, or use Apps, then Check quotes on the message with the quote.';

/** Fewer words without quotation marks are no quote that can be looked for. */
const leastWords = 3;
const short =
	'Write a question, or a quote of at least three words, behind my name: I look it up in the articles here. /help lists what else I can do.';

/** What stands in front of a mention that is for everybody. */
const toAll = /^\s*(?:@(?:everyone|here)\s*)+/u;

async function isNowhere(text: string, { check }: Context): Promise<boolean> {
	const { checked } = await check({ text });
	return checked.every(({ verdict }) => verdict === 'not found');
}

export default command({
	name: 'Check a mention',
	description: 'What answers a question that mentions the bot, or whether what it quotes was really said',
	way: 'mention',
	options: {},
	async run(_, context) {
		const { target } = context.place;
		if (target?.kind !== 'message') throw new UserError(nothing);
		const text = target.message.text.replace(toAll, '');
		if (asksForHelp(text)) throw new UserError(short);
		const subject = subjectAsked(text);
		if (subject === '') throw new UserError(short);
		const question = subject ?? text;
		if (isQuestion(question, 'en')) return askedCard(question.slice(0, longestQuestion), undefined, context);
		if (subject !== null) return search.run({ query: queryOf(subject) }, context);
		const words = postedWords(text).length;
		// A greeting or thanks is not looked up in the articles, unless it was said in one.
		if (words > 0 && words < leastWords && !/["“”«»„>]/u.test(text)) throw new UserError(short);
		if (isSmallTalk(text) && (await isNowhere(text, context))) throw new UserError(short);
		return checkPosted({ text }, context, { nothing });
	},
});
