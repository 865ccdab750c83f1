import type { Mention, ParsedParagraph } from '../mentions.ts';
import { firstAfter } from './first-after.ts';
import { paragraphBefore } from './paragraphs.ts';
import type { Place } from './place.ts';

/** The source that was chosen for the span before, which the next one often shares. */
export interface Previous {
	place: Place;
	mention: Mention | null;
}

/** How many mentions before and after a span are considered in its paragraph, and in those around. */
const BEFORE = 12;
const BEHIND = 9;
const PARAGRAPH_BEFORE = 8;
/** Of those further away than this many mentions, only the ones that a verb makes likely. */
const NEAR_BEFORE = 5;
const NEAR_BEHIND = 3;
const NEAR_END = 2;

const speaks = ({ cue }: Mention): boolean => cue !== null;
const acts = ({ cue, syntacticRole }: Mention): boolean => cue !== null || syntacticRole === 'subject';

/** The mentions that may be the source of a span: those of its paragraph and its neighbours, within bounds. */
export function candidatesOf(
	parsedParagraphs: readonly ParsedParagraph[],
	place: Place,
	previous: Previous | null,
): Mention[] {
	const own = parsedParagraphs[place.paragraph]?.mentions ?? [];
	const split = firstAfter(own, place.first);
	const before = Math.max(0, split - NEAR_BEFORE);
	const above = paragraphBefore(parsedParagraphs, place.paragraph);
	const last = parsedParagraphs[above]?.mentions.slice(-PARAGRAPH_BEFORE) ?? [];
	const found = [
		...own.slice(Math.max(0, split - BEFORE), before).filter(acts),
		...own.slice(before, split + NEAR_BEHIND),
		...own.slice(split + NEAR_BEHIND, split + BEHIND).filter(speaks),
		...last.filter((mention, index) => acts(mention) || index >= last.length - NEAR_END),
		...(parsedParagraphs[paragraphBefore(parsedParagraphs, above)]?.mentions.slice(-1) ?? []),
		...(parsedParagraphs[place.paragraph + 1]?.mentions.slice(0, 1) ?? []),
	];
	const kept = previous?.mention;
	if (kept && !found.includes(kept)) found.push(kept);
	return found;
}
