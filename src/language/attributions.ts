import { attribute } from './attribution/attribute.ts';
import type { Attribution } from './attribution/attribution.ts';
import { confidenceFeatures } from './attribution/confidence.ts';
import { sigmoid } from './model/loglinear.ts';
import type { SpeakerRules } from './pack.ts';
import { setStage } from './scenes.ts';
import type { Stage } from './stage.ts';
import type { Words } from './words.ts';

/** A span with its source and how sure the name is, 0 to 1, before any threshold. */
export interface Judged extends Attribution {
	confidence: number;
}

/** How sure a speaker is whom a label, a signature or the words after a dash name outright. */
export const namedOutright = 0.98;

/** Every marked span of an article with the best guess of its source, in reading order. Linear; never throws. */
export function judge(
	paragraphs: readonly string[],
	words: Words,
	speakers: SpeakerRules,
): { stage: Stage; found: Judged[] } {
	const trained = speakers.models();
	const stage = setStage(paragraphs, words, speakers);
	const described = speakers.createDescribed(stage);
	const found = attribute(stage, trained).map((one): Judged => {
		if (one.outright) return { ...one, confidence: namedOutright };
		const meant = one.person === null && one.mention ? described(one.mention) : null;
		// Whether a phrase is the source does not hang on whom it means.
		if (one.person === null && one.mention?.kind === 'pronoun')
			return { ...one, person: meant, confidence: meant ? one.sourceChance : 0 };
		const isShown = one.person !== null || one.mention?.kind === 'nominal';
		const sure = isShown ? sigmoid(trained.confidence.score((emit) => confidenceFeatures(one, emit))) : 0;
		return { ...one, person: one.person ?? meant, confidence: sure };
	});
	return { stage, found };
}
