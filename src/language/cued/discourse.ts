import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { CuedName } from './names.ts';
import type { CuedPerson } from './people.ts';
import type { Source } from './sources.ts';

/** A person named outside the marks, by where. */
interface Named {
	person: CuedPerson;
	paragraph: number;
}

/** How many paragraphs back a pronoun may refer. */
const WINDOW = 3;
/** How many names back it may refer, so that hostile texts stay linear. */
const FARTHEST = 60;

/** Who was named and who spoke so far, to resolve pronouns. */
export class Discourse {
	readonly #named: Named[] = [];
	#speaker: Named | null = null;

	name(person: CuedPerson, paragraph: number): void {
		this.#named.push({ person, paragraph });
	}

	speak(person: CuedPerson, paragraph: number): void {
		this.#speaker = { person, paragraph };
		this.#named.push({ person, paragraph });
	}

	/**
	 * Who a pronoun of this gender means: the last speaker where nobody else who fits was named since; else the only
	 * one who fits. Null where several do: no name is better than a wrong one.
	 */
	meant(gender: Gender | null, paragraph: number): CuedPerson | null {
		const near: CuedPerson[] = [];
		const last = this.#named.length - 1;
		for (let at = last; at >= 0 && last - at < FARTHEST; at--) {
			const { person, paragraph: place } = this.#named[at] ?? { person: null, paragraph: 0 };
			if (!person || paragraph - place > WINDOW) break;
			if (gender && person.gender && person.gender !== gender) continue;
			if (near.includes(person)) continue;
			if (person === this.#speaker?.person && near.length === 0) return person;
			near.push(person);
		}
		return near.length === 1 ? (near[0] ?? null) : null;
	}
}

/** How many sources of a paragraph are searched for a sentence's subject. */
const BACK = 24;

/**
 * The source that the latest sentence of the paragraph with a fitting one is about: the first one in it that follows
 * no preposition. A pronoun mostly means the subject of the sentence before. Only looks at the text before a token.
 */
export function subjectBefore(
	paragraph: Paragraph,
	sources: readonly Source[],
	people: ReadonlyMap<CuedName, CuedPerson>,
	token: number,
	gender: Gender | null,
): Source | null {
	const { sentence } = paragraph;
	let found: Source | null = null;
	let number = -1;
	let at = sources.findLastIndex(({ first }) => first < token);
	for (const end = at - BACK; at >= 0 && at > end; at--) {
		const source = sources[at];
		if (!source || source.oblique || source.kind === 'pronoun' || isSubordinate(paragraph, source)) continue;
		if (found && sentence[source.first] !== number) return found;
		const shown = source.name ? people.get(source.name)?.gender : source.gender;
		if (gender && shown && shown !== gender) continue;
		found = source;
		number = sentence[source.first] ?? -1;
	}
	return found;
}

/** Tokens before a source that are looked at. */
const CLAUSE = 40;

/** "Recordó que Protección Civil …": what is behind a word for "that" is not what the sentence is about. */
function isSubordinate({ tokens, sentence, words }: Paragraph, { first }: Source): boolean {
	for (let at = first - 1; at >= 0 && first - at < CLAUSE && sentence[at] === sentence[first]; at--)
		if (words.complementizers?.has(tokens[at]?.lower ?? '')) return true;
	return false;
}
