import type { Outcome } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import type { Article } from '../../src/article.ts';
import { words } from '../../src/language/fold.ts';

export type Judged = 'answered' | 'turned away' | 'archive away' | 'unanswered' | 'wrong';

/** What members read while the store does not answer. */
const away = /My archive (?:does not answer|is too busy|broke off)/u;
/** What members read who come when there is too much to do. */
const tooMuch = /I have too much to do just now/u;
const failed = /Something went wrong/u;
/** What a card puts in quotation marks. */
const quoted = /“([^”]{12,})”/gu;

/**
 * What an answer is worth.
 * @param article that every quotation in it has to stand in, word for word; null where that is not looked at.
 */
export function judge(
	{ message, choices, problem }: Outcome,
	article: Article | null,
): { readonly judged: Judged; readonly why: string | null } {
	if (problem !== null) return { judged: 'unanswered', why: problem };
	if (message === null) return { judged: choices === undefined ? 'unanswered' : 'answered', why: null };
	const text = JSON.stringify(message.components);
	if (away.test(text)) return { judged: 'archive away', why: null };
	if (tooMuch.test(text)) return { judged: 'turned away', why: null };
	if (failed.test(text)) return { judged: 'wrong', why: 'Something went wrong' };
	if (article === null) return { judged: 'answered', why: null };
	const all = ` ${words(article.paragraphs.join(' ')).join(' ')} `;
	const quotations = [...readMessage(message.components ?? []).matchAll(quoted)].map(([, said = '']) => said);
	if (quotations.length === 0) return { judged: 'wrong', why: 'no quotation in the answer' };
	const strange = quotations.find((said) => !all.includes(` ${words(said).join(' ')} `));
	return strange === undefined
		? { judged: 'answered', why: null }
		: { judged: 'wrong', why: `not in the article: ${strange.slice(0, 60)}` };
}
