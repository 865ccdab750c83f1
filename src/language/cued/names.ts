import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import { endOfRun, isCapital, type Seen, startsSentence, withoutStop } from './capitals.ts';
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
