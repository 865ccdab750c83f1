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
	/** How probable the likeliest mention of somebody else is, and whether that one has a verb of speech. */
	rivalChance: number;
	rivalSpeaks: boolean;
	/** How many people the pronoun might have meant, how probable the second of them is, and what spoke for the first. */
	rivals: number;
	secondChance: number;
	antecedentRow: Float64Array | null;
	/** What the forest of marks looked at. */
	doubtRow: Float64Array | null;
	/** A label or a signature names the speaker: no model was asked. */
	outright: boolean;
	/** How the speaker was found. */
	link: Link;
}

/**
 * How a speaker was found: by the models alone; by the sentence that leads to the quotation; by the noun that a name
 * goes with; by what the article said before of the one who is only described.
 */
export type Link = 'models' | 'lead-in' | 'head' | 'described';

/** An attribution before its pronoun is resolved. */
export function unresolved({ place, mention, weight, ...chances }: Doubted): Attribution {
	const person = mention?.person ?? null;
	return {
		place,
		mention,
		person,
		quotation: sigmoid(weight),
		...chances,
		personChance: person ? 1 : 0,
		rivals: 0,
		secondChance: 0,
		antecedentRow: null,
		doubtRow: null,
		outright: false,
		link: 'models',
	};
}
