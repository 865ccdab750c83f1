import { fold } from '../fold.ts';
import { packFor, packs } from '../packs.ts';

/** Words of closed classes that show in which language somebody asks. */
const least = 2;

/**
 * Whether a question is plainly in another language than some text: it has words of closed classes of a known one, and
 * fewer of the text's. Of texts in languages that are not known nothing is said.
 */
export function isInAnotherLanguage(question: string, language: string | null): boolean {
	const own = packFor(language).words.functionWords;
	if (own.size === 0) return false;
	const asked = question.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	const count = (of: ReadonlySet<string>) =>
		asked.filter((word) => of.has(word) || of.has(fold(word))).length;
	const mine = count(own);
	return packs.some(({ words }) => {
		const theirs = words.functionWords === own ? 0 : count(words.functionWords);
		return theirs >= least && theirs > mine;
	});
}
