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
		const isShown = one.person !== null || one.mention?.kind === 'nominal';
		const sure = isShown ? sigmoid(trained.confidence.score((emit) => confidenceFeatures(one, emit))) : 0;
		// Whether the phrase is the source does not hang on whom it means.
		const person = one.person ?? (one.mention?.kind === 'nominal' ? described(one.mention) : null);
		return { ...one, person, confidence: sure };
	});
	return { stage, found };
}
