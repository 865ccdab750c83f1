import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import type { TextWord } from './text-words.ts';

/** Which terms of a question a passage has, in order of the terms. */
export interface Presence {
	/** 1 for the word itself, less for one that may stand for it, 0 for none. */
	readonly strength: Float64Array;
	/** Where: places of words, in order. */
	readonly places: readonly (readonly number[])[];
}

const strengths = { same: 1, alike: 0.7, related: 0.5, spelledOut: 0.9 };

export function presenceOf({ terms }: Question, { words }: Passage): Presence {
	const strength = new Float64Array(terms.length);
	const places: number[][] = terms.map(() => []);
	for (const [at, { stem }] of words.entries()) {
		for (const [term, sought] of terms.entries()) {
			const is =
				sought.stem === stem
					? strengths.same
					: isAlike(sought.stem, stem)
						? strengths.alike
						: sought.related.has(stem)
							? strengths.related
							: 0;
			if (is === 0) continue;
			strength[term] = Math.max(strength[term] ?? 0, is);
			places[term]?.push(at);
		}
	}
	for (const [term, { initials }] of terms.entries()) {
		const at = initials === '' || strength[term] === strengths.same ? -1 : spelledOut(words, initials);
		if (at < 0) continue;
		strength[term] = strengths.spelledOut;
		for (let step = 0; step < initials.length; step++) places[term]?.push(at + step);
	}
	return { strength, places };
}

/** Where words with capitals begin with these letters, one after another; -1 for nowhere. */
function spelledOut(words: readonly TextWord[], initials: string): number {
	const fits = (at: number) =>
		[...initials].every((letter, step) => {
			const word = words[at + step];
			return word?.capital === true && word.stem.startsWith(letter);
		});
	for (let at = 0; at + initials.length <= words.length; at++) if (fits(at)) return at;
	return -1;
}

/** Whether two stems share a long beginning: "invas" and "invad" of "invasion" and "invade". */
function isAlike(one: string, other: string): boolean {
	const shorter = Math.min(one.length, other.length);
	if (shorter < 4 || Math.max(one.length, other.length) - shorter > 5) return false;
	const shared = shorter >= 6 ? 5 : 4;
	for (let at = 0; at < shared; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
	return true;
}
