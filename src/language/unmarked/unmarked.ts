import type { Person } from '../person.ts';

/** Speech without quotation marks, where a label, a dash or a signature shows who said it. */
export interface Unmarked {
	paragraph: number;
	/** From the label's end, the dash or the paragraph's start; UTF-16, half-open. */
	start: number;
	end: number;
	/** How many units of a dash are before the words. */
	open: number;
	speaker: string | null;
	person: Person | null;
	/** Where the speaker is named, in UTF-16 offsets of the same paragraph unless it tells another. */
	mention: { paragraph?: number; start: number; end: number } | null;
	cue: string | null;
	/** Speech of one paragraph is one utterance. */
	turn: number;
}
