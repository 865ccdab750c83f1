import type { Emit } from '../model/loglinear.ts';
import type { Attribution } from './attribution.ts';
import { sortOf } from './sources.ts';

const bucket = (chance: number): number => {
	const odds = Math.log((chance + 1e-4) / (1 - chance + 1e-4));
	return Math.max(-4, Math.min(8, Math.round(odds)));
};

/** Emits the features that show how far the name, or the noun for somebody without one, can be trusted. */
export function confidenceFeatures(one: Attribution, emit: Emit): void {
	const { mention, person, place } = one;
	if (!mention || (!person && mention.kind !== 'nominal')) return;
	if (!person) emit('noun', mention.syntacticRole, mention.side);
	const pronoun = mention.gender !== null;
	const steps = Math.max(-1, Math.min(3, place.paragraph - mention.paragraph));
	emit('source', bucket(one.sourceChance));
	emit('source+sort', bucket(one.sourceChance), sortOf(mention));
	if (pronoun && person) {
		emit('person', bucket(one.personChance));
		emit('rivals', Math.min(one.rivals, 4));
		emit('gender', person.gender ? 'known' : 'open');
	}
	emit('steps', steps);
	emit('side', mention.side, mention.kind);
	emit('kind', person?.kind ?? '-', mention.kind);
	if (person) emit('words', Math.min(person.words.length, 3), person.speaks ? 1 : 0);
	emit('quotation', bucket(one.quotation));
}
