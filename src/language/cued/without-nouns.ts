import type { Paragraph } from '../page.ts';
import { startsSentence } from './capitals.ts';
import type { CuedName } from './names.ts';
import type { CuedRules } from './rules.ts';

/**
 * The names of an article without the common nouns among them, where those have capitals too: what is left is a
 * person's by title or first name, means one of these, or is directly next to a verb of speech.
 */
export function withoutNouns(
	names: readonly CuedName[],
	page: readonly Paragraph[],
	rules: CuedRules,
): CuedName[] {
	if (!rules.nounsHaveCapitals) return names.filter(isNoFirstWord(names, page, rules));
	const stem = (word = ''): string => rules.stem(word.toLowerCase());
	const key = ({ words }: CuedName): string => stem(words.at(-1));
	const nouns = new Set<string>();
	for (const paragraph of page)
		for (const [at, token] of paragraph.tokens.entries())
			if (token.capital && isArticle(paragraph, at - 1, rules)) nouns.add(token.lower);
	const proven = new Set(names.filter((name) => name.proven).map(key));
	const isNoun = (word = ''): boolean => {
		const lower = word.toLowerCase();
		return nouns.has(lower) || rules.isCommonNoun(lower) || rules.officeOf(lower) !== null;
	};
	const all = new Set(names.flatMap(({ words }) => words.map((word) => word.toLowerCase())));
	/** "Venns Rückkehr": the owner of something, who is named elsewhere. */
	const isOwner = (word = ''): boolean => stem(word) !== word.toLowerCase() && all.has(stem(word));
	const isFirst = (name: CuedName): boolean => {
		const paragraph = page[name.paragraph];
		return paragraph === undefined || startsSentence(paragraph, name.first);
	};
	const leads = (paragraph: Paragraph, at: number): boolean => {
		const { lower = '' } = paragraph.tokens[at] ?? {};
		return paragraph.words.cueVerbs.has(lower) || rules.accordingTo.some((phrase) => phrase.at(-1) === lower);
	};
	const speaks = (name: CuedName): boolean => {
		const paragraph = page[name.paragraph];
		if (!paragraph || name.words.some((word) => rules.bodies.has(word.toLowerCase()))) return false;
		return leads(paragraph, name.first - 1) || leads(paragraph, name.after);
	};
	/** Words that are a speaker's name somewhere inside a sentence: at the start of another they are too. */
	const named = new Set(
		names.filter((name) => !isFirst(name) && !isNoun(name.words[0]) && speaks(name)).map(key),
	);
	return names
		.map((name) => cutToKnown(name, proven, stem))
		.filter((name) => {
			if (name.words.slice(1, -1).some(isOwner)) return false;
			if (name.proven || proven.has(key(name))) return true;
			const ends = [name.words[0], name.words.at(-1)];
			if (name.words.length > 1) return !ends.some((word) => isNoun(word) || isOwner(word));
			return speaks(name) && !isNoun(name.words[0]) && (!isFirst(name) || named.has(key(name)));
		});
}

/** An article, or a word that is declined like one ("dieser", "ihre"). */
const isArticle = ({ tokens, words }: Paragraph, at: number, rules: CuedRules): boolean => {
	const { lower = '', kind } = tokens[at] ?? {};
	if (kind !== 'word') return false;
	const isDeclined = words.functionWords.has(lower) && /(?<!t)e[rnms]?$/u.test(lower);
	return rules.articles.has(lower) || (isDeclined && !rules.auxiliaries.has(lower));
};

/** "Hier sieht Venn Vorteile": two words with a capital of which only the first is a name. */
function cutToKnown(name: CuedName, proven: ReadonlySet<string>, stem: (word?: string) => string): CuedName {
	const [first, last] = [name.words[0] ?? '', name.words.at(-1)];
	const isOne = name.words.length === 1 || name.proven || proven.has(stem(last)) || !proven.has(stem(first));
	return isOne ? name : { ...name, after: name.first + 1, words: [first] };
}

/** Whether a name is more than a word with a capital at a sentence's start that stands nowhere else as a name. */
function isNoFirstWord(names: readonly CuedName[], page: readonly Paragraph[], rules: CuedRules) {
	const key = (word: string): string => rules.stem(word.toLowerCase());
	const isFirst = ({ paragraph, first, words }: CuedName): boolean => {
		const place = page[paragraph];
		return words.length === 1 && place !== undefined && startsSentence(place, first);
	};
	const known = new Set(names.filter((name) => !isFirst(name)).flatMap(({ words }) => words.map(key)));
	return (name: CuedName): boolean => {
		if (!isFirst(name) || name.proven || known.has(key(name.words[0] ?? ''))) return true;
		const place = page[name.paragraph];
		const { lower = '' } = place?.tokens[name.after] ?? {};
		return place?.words.cueVerbs.has(lower) === true || rules.auxiliaries.has(lower);
	};
}
