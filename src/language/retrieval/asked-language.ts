import { askingWords } from '../asking-words.ts';
import { fold } from '../fold.ts';
import { packFor, packs } from '../packs.ts';

/** Words of closed classes that show in which language somebody asks. */
const least = 2;
const quoted = /["“”„«»][^"“”„«»]*["“”„«»]/gu;
const scripts = [/\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu];

/**
 * Whether a question is plainly in another language than some text: most of its letters are of another script, it has
 * words of closed classes of a known language and fewer of the text's, or it opens with a question word of another and has
 * none of the text's. What stands in quotation marks or, but for the first word, with a capital is a name. Of texts in
 * languages that are not known nothing is said.
 */
export function isInAnotherLanguage(question: string, language: string | null): boolean {
	const own = packFor(language).words.functionWords;
	if (own.size === 0) return false;
	const asked = question.replace(quoted, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];
	if (isInAnotherScript(asked.join(''), [...own].join(''))) return true;
	const plain = asked.flatMap((word, at) => (at === 0 || !/^\p{Lu}/u.test(word) ? [word.toLowerCase()] : []));
	const has = (of: ReadonlySet<string>) => (word: string) => of.has(word) || of.has(fold(word));
	const mine = plain.filter(has(own)).length;
	const others = packs.filter(({ words }) => words.functionWords !== own);
	const isTheirs = others.some(({ words }) => {
		const theirs = plain.filter(has(words.functionWords)).length;
		return theirs >= least && theirs > mine;
	});
	return isTheirs || (mine === 0 && plain.length > 1 && opensInAnother(plain[0] ?? '', language));
}

/** Whether the first word of a question asks in some other language and not in this one. */
function opensInAnother(first: string, language: string | null): boolean {
	const own = language?.split('-', 1)[0]?.toLowerCase() ?? '';
	const asks = (words: ReadonlySet<string>) => words.has(first) || words.has(fold(first));
	return !asks(askingWords.get(own) ?? new Set()) && [...askingWords.values()].some(asks);
}

/** Whether less than half of the letters of a text are of the script that another one has most of. */
function isInAnotherScript(text: string, own: string): boolean {
	const count = (of: string, script: RegExp) => of.match(script)?.length ?? 0;
	const script = scripts.toSorted((one, other) => count(own, other) - count(own, one))[0];
	return script !== undefined && count(text, script) * 2 < (text.match(/\p{L}/gu)?.length ?? 0);
}
