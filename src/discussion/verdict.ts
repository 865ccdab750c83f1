import { mayBeOnePerson } from '../language/speakers.ts';
import type { CheckedPiece, Verdict } from './checked.ts';

/** What some pieces of a posted quote come to. */
export function verdictOf(
	pieces: readonly CheckedPiece[],
	speaker: string | null,
): { readonly verdict: Verdict; readonly isByAnother: boolean } {
	const [first] = pieces;
	if (!first) return { verdict: 'not found', isByAnother: false };
	const isByAnother = speaker !== null && pieces.every(({ place }) => isSomebodyElse(place, speaker));
	return { verdict: kindOf(pieces, isByAnother), isByAnother };
}

function kindOf(pieces: readonly CheckedPiece[], isByAnother: boolean): Verdict {
	if (pieces.every(({ place }) => place.until !== null)) return 'no longer in the article';
	if (pieces.every(({ place }) => place.kind !== 'said')) return 'written, not said';
	if (pieces.length > 1) return 'stitched together';
	if (pieces.some(({ edits }) => edits.length > 0)) return 'words changed';
	return isByAnother ? 'said by somebody else' : 'word for word';
}

/** Whether the article names somebody clearly, and it is not this name. */
function isSomebodyElse({ kind, speaker, role }: CheckedPiece['place'], name: string): boolean {
	return kind === 'said' && speaker !== null && !mayBeOnePerson(name, speaker, role);
}
