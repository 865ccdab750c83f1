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
	if (!mention) return;
	emit('link', one.link, mention.kind);
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
	const words = Math.min(6, Math.ceil(Math.log2(place.after - place.first)));
	const here = mention.paragraph === place.paragraph;
	const behind = here && mention.first >= place.after;
	const sentences = behind ? mention.sentence - place.endSentence : place.startSentence - mention.sentence;
	emit('shape', place.capital ? 1 : 0, words, place.own);
	emit('where', here ? (behind ? 'A' : 'B') : 'far', here ? Math.min(sentences, 2) : steps, mention.side);
	emit('verge', place.before, place.behind);
	if (person) {
		emit('named inside', place.named.has(person) ? 1 : 0, mention.kind);
		emit('names', Math.min(person.names.length, 4), person.kind);
	}
}
