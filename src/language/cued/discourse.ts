import type { Gender } from '../names.ts';
import type { CuedPerson } from './people.ts';

/** A person named outside the marks, by where. */
interface Named {
	person: CuedPerson;
	paragraph: number;
}

/** Paragraphs that a pronoun looks back. */
const WINDOW = 3;
/** Names that it looks back, so that hostile texts stay linear. */
const FARTHEST = 60;

/** Who was named and who spoke so far, to tell whom a pronoun means. */
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

	get speaker(): Named | null {
		return this.#speaker;
	}

	/**
	 * Whom a pronoun of this gender means: the last speaker where nobody else who fits was named since; else the only
	 * one who fits. Null where several do: no name is better than a wrong one.
	 */
	meant(gender: Gender | null, paragraph: number): CuedPerson | null {
		const near: CuedPerson[] = [];
		let others = false;
		const last = this.#named.length - 1;
		for (let at = last; at >= 0 && last - at < FARTHEST; at--) {
			const { person, paragraph: place } = this.#named[at] ?? { person: null, paragraph: 0 };
			if (!person || paragraph - place > WINDOW) break;
			if (gender && person.gender && person.gender !== gender) continue;
			if (near.includes(person)) continue;
			if (person === this.#speaker?.person && near.length === 0) return person;
			near.push(person);
			others ||= near.length > 1;
		}
		const known = near.filter((person) => gender !== null && person.gender === gender);
		if (near.length === 1) return near[0] ?? null;
		return known.length === 1 && !others ? (known[0] ?? null) : null;
	}
}
