import type { Paragraph } from '../page.ts';
import { foldSpaces } from '../spelling.ts';
import type { CuedName } from './names.ts';
import type { CuedPerson } from './people.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';

/** What an article says of somebody's office: its words, and the nouns that may mean that person later on. */
export interface Office {
	role: string | null;
	nouns: Set<string>;
}

/** Words of an office behind a name at the most. */
const LONGEST = 9;

/** The office of each person of an article, from the phrases that lead to a name and those directly behind it. */
export function officesOf(
	page: readonly Paragraph[],
	sources: readonly (readonly Source[])[],
	people: ReadonlyMap<CuedName, CuedPerson>,
	rules: CuedRules,
): Map<CuedPerson, Office> {
	const offices = new Map<CuedPerson, Office>();
	for (const [index, paragraph] of page.entries()) {
		for (const { name, first } of sources[index] ?? []) {
			const person = name && people.get(name);
			if (!name || !person) continue;
			const known = offices.get(person) ?? { role: null, nouns: new Set() };
			offices.set(person, known);
			const address = paragraph.tokens[name.first - 1]?.lower.replace(/\.$/u, '') ?? '';
			const office = rules.honorificOffices.get(address);
			if (office) known.nouns.add(officeKey(office));
			const phrase = before(paragraph, first, name, rules) ?? behind(paragraph, name, rules);
			if (!phrase) continue;
			known.role ??= foldSpaces(
				paragraph.text.slice(paragraph.tokens[phrase.from]?.start, paragraph.tokens[phrase.to - 1]?.end),
			);
			for (let at = phrase.from; at < phrase.to; at++) {
				const bare = rules.withoutElision(paragraph.tokens[at]?.lower ?? '');
				if (!rules.officeOf(bare)) continue;
				for (const noun of [bare, ...rules.headsOf(bare)]) known.nouns.add(officeKey(noun));
			}
		}
	}
	return offices;
}

/** At most this many people of one office are told apart: with more the office means nobody. */
const HOLDERS = 4;

/** Who holds an office, by its key. */
export function holdersByOffice(offices: ReadonlyMap<CuedPerson, Office>): Map<string, CuedPerson[]> {
	const holders = new Map<string, CuedPerson[]>();
	for (const [person, { nouns }] of offices) {
		for (const noun of nouns) {
			const known = holders.get(noun);
			if (!known) holders.set(noun, [person]);
			else if (known.length < HOLDERS) known.push(person);
		}
	}
	return holders;
}

/** One form for both genders of an office: "directrice" and "directeur", "Sprecherin" and "Sprecher". */
export const officeKey = (noun: string): string =>
	noun
		.replace(/(trice|teur)$/u, 't')
		.replace(/(euse|eur)$/u, 'eu')
		.replace(/(ière|ier)$/u, 'i')
		.replace(/(nne|n)$/u, 'n')
		.replace(/in$/u, '')
		.replace(/(esa|[aeo])$/u, '');

interface Phrase {
	from: number;
	to: number;
}

/** The words between the article of a phrase and the name that it leads to. */
function before(
	{ tokens, words }: Paragraph,
	first: number,
	name: CuedName,
	rules: CuedRules,
): Phrase | null {
	const isOffice = (at: number): boolean =>
		rules.officeOf(rules.withoutElision(tokens[at]?.lower ?? '')) !== null &&
		!words.functionWords.has(tokens[at]?.lower ?? '');
	let from = first;
	while (from < name.first && !isOffice(from)) from++;
	// With what is said of the office: "russische Außenminister".
	while (from > first && isAdjective(tokens[from - 1], words, rules)) from--;
	let to = name.first;
	// "Denkmalpfleger Dr. Venn": a form of address is no part of the office.
	while (to > from && (tokens[to - 1]?.kind === 'mark' || isAddress(tokens[to - 1], words))) to--;
	return to > from ? { from, to } : null;
}

/** "Anna Kern, maire de Halden," */
function behind({ tokens, inside }: Paragraph, name: CuedName, rules: CuedRules): Phrase | null {
	if (tokens[name.after]?.text !== ',') return null;
	let from = name.after + 1;
	if (rules.articles.has(tokens[from]?.lower ?? '')) from++;
	const noun = tokens[from];
	const next = tokens[from + 1];
	const isOffice = (token: typeof noun): boolean =>
		token !== undefined && rules.officeOf(rules.withoutElision(token.lower)) !== null;
	if (!isOffice(noun) && !isOffice(next)) return null;
	let to = from;
	while (to < tokens.length && to - from < LONGEST && tokens[to]?.kind !== 'mark' && inside[to] === -1) {
		if (
			to > from &&
			(rules.auxiliaries.has(tokens[to]?.lower ?? '') || rules.toWhom.has(tokens[to]?.lower ?? ''))
		)
			break;
		to++;
	}
	return to > from ? { from, to } : null;
}

function isAddress(token: Paragraph['tokens'][number] | undefined, words: Paragraph['words']): boolean {
	const bare = token?.lower.replace(/\.$/u, '') ?? '';
	return words.honorifics.has(bare) || words.beforeNames.has(bare);
}

/** A small word between an article and an office that is no preposition, article or verb. */
function isAdjective(
	token: Paragraph['tokens'][number] | undefined,
	words: Paragraph['words'],
	rules: CuedRules,
): boolean {
	if (token?.kind !== 'word' || token.capital) return false;
	const { lower } = token;
	return ![words.functionWords, rules.prepositions, rules.articles, rules.auxiliaries].some((set) =>
		set.has(lower),
	);
}
