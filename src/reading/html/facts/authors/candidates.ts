import type { Ground } from '../ground.ts';
import type { Nearby } from '../near.ts';
import { namesInElements } from './elements.ts';
import { namesBehindText } from './ends.ts';
import { namesInLines } from './lines.ts';
import { cleaned, isPerson, letters } from './names.ts';
import { type Found, saidAuthors } from './said.ts';

/** Names that could be an article's authors, with every place that has just these. */
export interface AuthorCandidate {
	readonly names: readonly string[];
	/** The letters of each name. */
	readonly keys: readonly string[];
	readonly places: readonly Found[];
	/** It is the first of several names that a place has together. */
	readonly isPart: boolean;
}

const mostCandidates = 60;

/** All names that a page has where authors are named. @param headline the number of its block, or -1. */
export function authorCandidates(
	{ head, layout, site }: Ground,
	nearby: readonly Nearby[],
	headline: number,
): AuthorCandidate[] {
	const found = new Map<string, AuthorCandidate & { places: Found[]; isPart: boolean }>();
	const add = (names: readonly string[], place: Found, isPart: boolean) => {
		const keys = names.map(letters);
		const key = [...keys].sort().join(' ');
		const known = found.get(key);
		if (known) {
			known.places.push(place);
			if (!isPart) known.isPart = false;
		} else if (found.size < mostCandidates) found.set(key, { names, keys, places: [place], isPart });
	};
	const own = letters(site ?? '');
	for (const place of [
		...saidAuthors(head),
		...namesInLines(nearby, layout),
		...namesBehindText(nearby, layout, headline),
		...namesInElements(head, layout, headline),
	]) {
		const names = cleaned(place.names);
		if (names.length === 0) continue;
		add(names, place, false);
		// "Ann Lee, Harbour Post": the paper is no second author.
		const persons = names.filter((name) => isPerson(name) && letters(name) !== own);
		if (persons.length > 0 && persons.length < names.length) add(persons, place, true);
		else if (names.length === 2 && persons.length === 0) add(names.slice(0, 1), place, true);
	}
	return [...found.values()];
}
