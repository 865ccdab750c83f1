import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { Token } from '../tokens.ts';
import type { CuedRules } from './rules.ts';

/** One occurrence of a name. Token numbers are half-open. */
export interface CuedName {
	paragraph: number;
	first: number;
	after: number;
	words: string[];
	/** Where the offices and titles of address start that are directly before it; `first` where there are none. */
	titleFirst: number;
	/** As a title, an article or the first name shows it. */
	gender: Gender | null;
	/** There is an office, a title of address or a known first name: it is a person. */
	proven: boolean;
}

/** Longer runs of capitals are headlines and lists. */
const LONGEST = 6;

/** What the whole article shows of its words. */
export interface Seen {
	/** Words that stand somewhere in lower case: with a capital at a sentence's start they are no names. */
	readonly lower: ReadonlySet<string>;
}

export function seenIn(page: readonly Paragraph[]): Seen {
	const lower = new Set<string>();
	for (const { tokens } of page)
		for (const token of tokens) if (token.kind === 'word' && !token.capital) lower.add(token.lower);
	return { lower };
}

/** Runs of words with capitals that may be names, in order, inside quotations too. Linear. */
export function namesOf(paragraph: Paragraph, rules: CuedRules, seen: Seen): CuedName[] {
	const { tokens } = paragraph;
	const names: CuedName[] = [];
	let at = 0;
	while (at < tokens.length) {
		if (!isCapital(paragraph, at, rules, seen)) {
			at++;
			continue;
		}
		const after = endOfRun(paragraph, at, rules, seen);
		const name = nameIn(paragraph, at, after, rules);
		if (name) names.push(name);
		at = after;
	}
	return names;
}

function isCapital(paragraph: Paragraph, at: number, rules: CuedRules, seen: Seen): boolean {
	const token = paragraph.tokens[at];
	if (token?.kind !== 'word' || !token.capital) return false;
	// "Sozial- und …" is a part of a word.
	const next = paragraph.tokens[at + 1];
	if (next?.text === '-' && next.start === token.end) return false;
	const bare = rules.withoutElision(token.lower);
	if (rules.notNames.has(token.lower) || paragraph.words.functionWords.has(token.lower)) return false;
	if (bare !== token.lower && paragraph.words.functionWords.has(bare)) return false;
	if (paragraph.words.cueVerbs.has(token.lower) && startsSentence(paragraph, at)) return false;
	if (rules.nounsHaveCapitals) return true;
	// "L'entraîneur" has a capital that is the article's.
	if (bare !== token.lower && !/\p{Lu}/u.test(token.text.slice(-bare.length)[0] ?? '')) return false;
	if (rules.officeOf(bare) !== null || rules.honorifics.has(withoutStop(token.lower))) return true;
	return !(startsSentence(paragraph, at) && seen.lower.has(token.lower));
}

function startsSentence({ tokens, sentence }: Paragraph, at: number): boolean {
	let before = at - 1;
	while (before >= 0 && tokens[before]?.kind === 'mark' && sentence[before] === sentence[at]) before--;
	const earlier = tokens[at - 1]?.text;
	return (
		before < 0 || sentence[before] !== sentence[at] || earlier === ':' || earlier === '«' || earlier === '“'
	);
}

/** Where a run of capitals ends; particles count where a capital is behind them. */
function endOfRun(paragraph: Paragraph, first: number, rules: CuedRules, seen: Seen): number {
	const { tokens, inside } = paragraph;
	let after = first + 1;
	while (after < tokens.length && after - first < LONGEST) {
		if (inside[after] !== inside[first]) break;
		if (isCapital(paragraph, after, rules, seen)) {
			after++;
			continue;
		}
		// "Carsten Brandt von der Hafenbank" is a name and where he is from.
		const isWhole = after - first > 1 && !rules.firstNames.has(tokens[after - 1]?.lower ?? '');
		if (rules.nounsHaveCapitals && isWhole) break;
		let next = after;
		while (next - after < 3 && isParticle(tokens, next, after, rules)) next++;
		if (next === after || !isCapital(paragraph, next, rules, seen)) break;
		after = next + 1;
	}
	return after;
}

/** "von", and "der" behind it. */
function isParticle(tokens: readonly Token[], at: number, from: number, rules: CuedRules): boolean {
	const { lower = '' } = tokens[at] ?? {};
	return rules.particles.has(lower) || (at > from && rules.articles.has(lower));
}

const withoutStop = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower);

/** The name in a run of capitals, apart from the titles before it. */
function nameIn(paragraph: Paragraph, from: number, after: number, rules: CuedRules): CuedName | null {
	const { tokens } = paragraph;
	let first = from;
	let gender: Gender | null = null;
	let titled = false;
	// The last office counts: "Hamburgs Polizeipräsident Falk Schnabel". The last word is a name, whatever it means.
	for (let at = from; at < after; at++) {
		const title = titleOf(paragraph, at, rules);
		if (!title) {
			if (rules.firstNames.has(tokens[at]?.lower ?? '')) break;
			continue;
		}
		if (at === after - 1 && !title.honorific) break;
		titled = true;
		gender = title.gender ?? gender;
		first = at + 1;
	}
	// "Судья призвала …", "Buteuse du soir": an office at a sentence's start, with its capital.
	const isOffice = after - from === 1 && rules.officeOf(tokens[from]?.lower ?? '') !== null;
	if (isOffice && startsSentence(paragraph, from)) return null;
	const isOffices = after - from > 1 && first > from && titleOf(paragraph, after - 1, rules) !== null;
	// "die Vorsitzende Richterin": offices only.
	if (first === after || (rules.nounsHaveCapitals && isOffices && first === after - 1)) return null;
	// "Мэр Приозёрска Иван Лаптев": what is between the office and the first name belongs to the office.
	const mayLead = titled || rules.nounsHaveCapitals || startsSentence(paragraph, from);
	for (let at = first + 1; mayLead && at < after - 1; at++)
		if (rules.firstNames.has(tokens[at]?.lower ?? '') && !rules.firstNames.has(tokens[first]?.lower ?? ''))
			first = at;
	let titleFirst = from;
	// Offices without a capital are before the run: "le maire Jean Dupont", "мэр Иван Петров".
	while (titleFirst > 0) {
		const title = titleOf(paragraph, titleFirst - 1, rules);
		if (!title) break;
		titled = true;
		gender ??= title.gender;
		titleFirst--;
	}
	const article = rules.articles.get(tokens[titleFirst - 1]?.lower ?? '');
	if (titled && article) gender ??= article;
	const words = tokens.slice(first, after).map(({ text }) => text);
	if (words.length === 1 && isCutBody(paragraph, from, after, rules)) return null;
	// "Präsident von Real", "Außenminister der Emirate": what is behind the office is no name.
	if (rules.nounsHaveCapitals && rules.particles.has(words[0] ?? '') && !rules.particles.has(words[1] ?? ''))
		return null;
	if (words.length > 1) gender ??= rules.firstNames.get(words[0]?.toLowerCase() ?? '') ?? null;
	const isFirstName = words.length > 1 && rules.firstNames.has(words[0]?.toLowerCase() ?? '');
	if (rules.nounsHaveCapitals && !titled && !isFirstName && isDetermined(paragraph, first - 1, rules))
		return null;
	gender ??= rules.genderOfSurname((words.at(-1) ?? '').toLowerCase());
	return {
		paragraph: paragraph.index,
		first,
		after,
		words,
		titleFirst,
		gender,
		proven: titled || isFirstName,
	};
}

/** "l’association Droit au Toit": one word of the name of a body that may go on, where a capital follows. */
function isCutBody({ tokens }: Paragraph, from: number, after: number, rules: CuedRules): boolean {
	const before = rules.withoutElision(tokens[from - 1]?.lower ?? '');
	const { lower = '' } = tokens[after] ?? {};
	const goesOn = rules.prepositions.has(lower) || rules.conjunctions.has(lower);
	return rules.bodies.has(before) && goesOn && tokens[after + 1]?.capital === true;
}

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

/** Whether a word makes the capital behind it a common noun's: an article or a word that is declined like one. */
function isDetermined({ tokens, words }: Paragraph, at: number, rules: CuedRules): boolean {
	const token = tokens[at];
	if (token?.kind !== 'word') return false;
	if (rules.articles.has(token.lower)) return true;
	if (words.cueVerbs.has(token.lower) || rules.fillers.has(token.lower)) return false;
	return /e[rnms]?$/u.test(token.lower) && (!token.capital || words.functionWords.has(token.lower));
}

function titleOf(
	{ tokens, words }: Paragraph,
	at: number,
	rules: CuedRules,
): { gender: Gender | null; honorific: boolean } | null {
	const token = tokens[at];
	if (token?.kind !== 'word' || words.functionWords.has(token.lower)) return null;
	const bare = withoutStop(token.lower);
	const honorific = rules.honorifics.get(bare);
	if (honorific !== undefined) return { gender: honorific, honorific: true };
	if (rules.firstNames.has(bare) && token.capital) return null;
	if (rules.nounsHaveCapitals && !token.capital) return null;
	const office = rules.officeOf(rules.withoutElision(bare));
	return office && { gender: office.gender, honorific: false };
}
