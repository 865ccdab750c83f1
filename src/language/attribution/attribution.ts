import type { Mention } from '../mentions.ts';
import { sigmoid } from '../model/loglinear.ts';
import type { Person } from '../person.ts';
import type { Doubted } from './doubt.ts';
import type { Place } from './place.ts';

/** A span with the source that was found for it. */
export interface Attribution {
	place: Place;
	mention: Mention | null;
	/** Who is meant, where the mention is a name or a pronoun, or is next to a name. */
	person: Person | null;
	/** How probable it is that the span is a quotation at all, 0 to 1. */
	quotation: number;
	/** How probable the mention is among all considered, and the person among those a pronoun may mean. */
	sourceChance: number;
	personChance: number;
	/** How many people the pronoun might have meant. */
	rivals: number;
	/** A label or a signature names the speaker: no model was asked. */
	outright: boolean;
}

/** An attribution before its pronoun is resolved. */
export function unresolved({ place, mention, sourceChance, weight }: Doubted): Attribution {
	const person = mention?.person ?? null;
	return {
		place,
		mention,
		person,
		quotation: sigmoid(weight),
		sourceChance,
		personChance: person ? 1 : 0,
		rivals: 0,
		outright: false,
	};
}
