import type { Mention } from '../mentions.ts';
import type { Paragraph } from '../page.ts';
import type { ParsedNames } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import { peoples, places } from './lexicon/lists.ts';
import { officeModifiers } from './lexicon/titles.ts';
import { isPost } from './names/roles.ts';
import { type Somebodies, somebodiesOf } from './somebodies.ts';

/** Names of a person that are looked at for what he is. */
const MOST = 40;
/** Words of a phrase in commas behind a name that say what he is. */
const LONGEST = 8;

const bare = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower);

/**
 * Who "the mayor" or "the prime minister" means: the one person that the article introduces so ("Mayor Ada Venn", "Ada
 * Venn, the mayor of Halden, …") before the phrase. Nobody where two are called the same, or none.
 */
export function createDescribed(parsedNames: ParsedNames): (mention: Mention) => Person | null {
	const { parsedParagraphs, people } = parsedNames;
	let somebodies: Somebodies | null = null;
	let known: Map<string, { person: Person; words: Set<string>; paragraph: number }[]> | null = null;
	return (mention) => {
		const paragraph = parsedParagraphs[mention.paragraph]?.paragraph;
		const words = paragraph ? phraseOf(paragraph, mention) : null;
		const head = words?.at(-1);
		if (!words || head === undefined) return null;
		const age = /^(\d{1,3})-year-old$/u.exec(head)?.[1];
		if (age !== undefined) {
			somebodies ??= somebodiesOf(parsedNames);
			const [aged, other] = somebodies.ofAge(age);
			return aged ? (other ? null : aged) : somebodies.onlyOne(mention.paragraph);
		}
		if (!isPost(head)) return null;
		known ??= introductions();
		const called = known.get(head) ?? [];
		if (called.length === 0 && callings.has(head)) {
			somebodies ??= somebodiesOf(parsedNames);
			return somebodies.onlyOne(mention.paragraph);
		}
		const fits = new Set(
			called
				.filter(({ words: own }) => words.every((word) => own.has(word) || isModifier(word)))
				.map(({ person }) => person),
		);
		const others = new Set(called.map(({ person }) => person));
		const [only] = fits;
		const isBefore = called.some((one) => one.person === only && one.paragraph <= mention.paragraph);
		return only && fits.size === 1 && others.size === 1 && isBefore ? only : null;
	};

	function introductions() {
		const found = new Map<string, { person: Person; words: Set<string>; paragraph: number }[]>();
		for (const person of people.all) {
			if (person.kind === 'body' || person.kind === 'place') continue;
			for (const name of person.names.slice(0, MOST)) {
				const paragraph = parsedParagraphs[name.paragraph]?.paragraph;
				if (!paragraph) continue;
				for (const words of [before(paragraph, name.titleFirst, name.first), behind(paragraph, name.after)]) {
					for (const head of words.filter(isPost)) {
						const list = found.get(head) ?? [];
						if (list.length < MOST) list.push({ person, words: new Set(words), paragraph: name.paragraph });
						found.set(head, list);
					}
				}
			}
		}
		return found;
	}
}

/** What the one that an article is about is called without having been introduced so. */
const callings = new Set(
	(
		'actor actress singer musician rapper comedian author novelist artist director filmmaker striker defender defenceman defenseman midfielder ' +
		'goalkeeper winger quarterback player pitcher forward captain boxer batsman bowler jockey star democrat republican ' +
		'congressman congresswoman senator lawmaker politician billionaire'
	).split(' '),
);

const isModifier = (word: string): boolean =>
	officeModifiers.has(word) || peoples.has(word) || places.has(word);

/** The words of "the prime minister", without the article; null where the phrase has none, or continues after "of". */
function phraseOf({ tokens }: Paragraph, mention: Mention): string[] | null {
	if (tokens[mention.first]?.lower !== 'the') return null;
	const words = tokens.slice(mention.first + 1, mention.after).map(({ lower }) => bare(lower));
	return words.length === 0 || words.includes('of') ? null : words;
}

/** The words of the title before a name, and of a noun for what he is directly before that. */
function before({ tokens }: Paragraph, titleFirst: number, first: number): string[] {
	const title = tokens.slice(titleFirst, first);
	for (let at = titleFirst - 1; at >= 0 && title.length < LONGEST; at--) {
		const token = tokens[at];
		if (token?.kind !== 'word' || !(isPost(token.lower) || (title.length > 0 && isModifier(token.lower))))
			break;
		title.unshift(token);
	}
	return title.map(({ lower }) => bare(lower));
}

/** The words between the comma behind a name and the next mark, or the "of" that says of what. */
function behind({ tokens }: Paragraph, after: number): string[] {
	if (tokens[after]?.text !== ',') return [];
	const words: string[] = [];
	for (let at = after + 1; at < tokens.length && words.length < LONGEST; at++) {
		const token = tokens[at];
		if (token?.kind === 'mark') return token.text === ',' || token.text === '.' ? words : [];
		if (token?.lower === 'of' || token?.lower === 'for' || token?.lower === 'at') return words;
		if (token && !leading.has(token.lower)) words.push(bare(token.lower));
	}
	return [];
}

/** Words before what somebody is: "Venn, who is also the mayor, …". */
const leading = new Set('a an the his her who is was also'.split(' '));
