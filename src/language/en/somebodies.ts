import type { ParsedNames } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import { isPost } from './names/roles.ts';

/** Names of a person that are looked at, and mentions of a paragraph. */
const MOST = 40;

/** The people of an article that are surely people, for what only says how old or of which calling somebody is. */
export interface Somebodies {
	/** Those whose age the article gives so. */
	ofAge(age: string): readonly Person[];
	/** The only one named up to a paragraph; else the only one named in it and the two before; or null. */
	onlyOne(paragraph: number): Person | null;
}

/** Goes through the people of an article once. */
export function somebodiesOf({ people, parsedParagraphs }: ParsedNames): Somebodies {
	const tokensOf = (paragraph: number) => parsedParagraphs[paragraph]?.paragraph.tokens ?? [];
	const byAge = new Map<string, Set<Person>>();
	const found = new Set<Person>();
	for (const person of people.all) {
		if (!isSomebody(person)) continue;
		found.add(person);
		for (const { paragraph, after, titleFirst } of person.names.slice(0, MOST)) {
			const tokens = tokensOf(paragraph);
			const ages = [
				tokens[after]?.text === ',' ? tokens[after + 1]?.text : undefined,
				/^(\d{1,3})-year-old$/u.exec(tokens[titleFirst - 1]?.lower ?? '')?.[1],
			];
			for (const age of ages) if (age) byAge.set(age, (byAge.get(age) ?? new Set()).add(person));
		}
	}
	const [first, second] = [...found].sort((a, b) => namedFrom(a) - namedFrom(b));
	return {
		ofAge: (age) => [...(byAge.get(age) ?? [])],
		onlyOne(paragraph) {
			if (!first || namedFrom(first) > paragraph) return null;
			if (!second || namedFrom(second) > paragraph) return first;
			const near = new Set(
				[paragraph - 2, paragraph - 1, paragraph].flatMap((at) =>
					(parsedParagraphs[at]?.mentions ?? [])
						.slice(-MOST)
						.flatMap(({ kind, person }) => (kind === 'name' && person && found.has(person) ? person : [])),
				),
			);
			const [only, other] = near;
			return only && !other ? only : null;
		},
	};

	/** By a title, a first name, a verb of speech or a noun for what somebody is right before the name. */
	function isSomebody({ kind, words, gender, speaks, names }: Person): boolean {
		if (words.length < 2 || kind === 'body' || kind === 'place') return false;
		if (kind === 'person' || gender !== null || speaks) return true;
		return names
			.slice(0, MOST)
			.some(
				({ titled, paragraph, titleFirst }) =>
					titled || isPost(tokensOf(paragraph)[titleFirst - 1]?.lower ?? ''),
			);
	}
}

const namedFrom = ({ names }: Person): number => names[0]?.paragraph ?? 0;
