import type { Mention } from '../mentions.ts';
import type { Gender } from '../names.ts';
import type { Person } from '../person.ts';
import { isSpeaker, never, type Spot, type Trace, type Traces } from './traces.ts';

/** A pronoun with its context, as far as it shows who the pronoun means. */
export interface Pronoun {
	mention: Mention & { gender: Gender };
	/** Its sentence, counted through the article. */
	sentence: number;
	/** It is the source of a quotation; `quoted` are the people named in that. */
	isSource: boolean;
	quoted: ReadonlySet<Person>;
	/** People named after it in its sentence, and in the rest of its paragraph. */
	laterInSentence: ReadonlySet<Person>;
	laterHere: ReadonlySet<Person>;
	/** A noun for a person, without a name, is the subject before it in its paragraph. */
	afterNominal: boolean;
	/** The paragraph begins with a quotation. */
	afterQuote: boolean;
	/** The only person in the sentence that leads to a paragraph which begins with a quotation and this pronoun. */
	ledBy: Person | null;
}

/** The features of each person that a pronoun may mean, in the order of `antecedentRow`. Distances are capped. */
export const antecedentFeatures = [
	'order',
	'subject order',
	'speaker order',
	'sentences since',
	'paragraphs since',
	'mentions since',
	'was subject',
	'was owner',
	'was object',
	'was pronoun',
	'was first of its sentence',
	'was speaker',
	'sentences since subject',
	'paragraphs since subject',
	'sentences since speaker',
	'paragraphs since speaker',
	'paragraphs since source',
	'mentions since source',
	'sentences since named',
	'paragraphs since meant',
	'mentions since meant',
	'count',
	'total',
	'count here',
	'count in paragraph before',
	'first named here',
	'first named in paragraph before',
	'first subject here',
	'first subject of paragraph before',
	'same as pronoun before',
	'same as source before',
	'same as source before here',
	'named in its quotation',
	'named in a quotation here',
	'paragraphs since named in quotation',
	'gender',
	'pronouns of this gender',
	'pronouns of the other',
	'meant by this gender',
	'meant by the other',
	'named later in sentence',
	'named later here',
	'share of names',
	'is person',
	'words',
	'speaks',
	'titled',
	'in headline',
	'pronoun is source',
	'pronoun owns',
	'pronoun is subject',
	'pronoun rank',
	'pronoun sentence',
	'pronoun paragraph',
	'pronoun after quotation',
	'pronoun after noun',
	'pronoun speaks',
	'possible',
	'possible here',
	'possible here or before',
] as const;

const FAR = 30;
const capped = (distance: number): number => Math.min(distance, FAR);

const sentences = (from: number, spot: Spot | null): number =>
	spot ? capped(from - spot.sentence) : FAR + 1;
const paragraphs = (from: number, spot: Spot | null): number =>
	spot ? capped(from - spot.paragraph) : FAR + 1;
const since = (from: number, paragraph: number): number =>
	paragraph === never ? FAR + 1 : capped(from - paragraph);
const flag = (is: boolean): number => (is ? 1 : 0);

/** The features of every person that a pronoun may mean: one row per person. */
export function antecedentRows(pronoun: Pronoun, people: readonly Trace[], traces: Traces): Float64Array[] {
	const here = pronoun.mention.paragraph;
	const near = people.filter(({ last }) => here - last.paragraph < 2);
	const close = near.filter(({ last }) => last.paragraph === here);
	const rest = [...ofPronoun(pronoun), people.length, close.length, near.length];
	return people.map((one, order) => {
		const row = new Float64Array(antecedentFeatures.length);
		row[0] = order;
		row[1] = later(people, one, 'subject');
		row[2] = later(people, one, 'speaker');
		row.set(ofTrace(pronoun, one, traces), 3);
		row.set(rest, row.length - rest.length);
		return row;
	});
}

/** How many others were a subject or speaker later. */
function later(people: readonly Trace[], one: Trace, what: 'subject' | 'speaker'): number {
	const own = one[what];
	if (!own) return people.length;
	let count = 0;
	for (const other of people) if ((other[what]?.clock ?? never) > own.clock) count++;
	return count;
}

function ofTrace(pronoun: Pronoun, one: Trace, traces: Traces): number[] {
	const { mention, sentence, quoted } = pronoun;
	const here = mention.paragraph;
	const { person, last } = one;
	const { gender } = mention;
	const source = traces.lastSource?.person === person ? traces.lastSource.spot : null;
	const agrees = person.gender === null ? 0 : person.gender !== gender ? -1 : person.genderShown ? 2 : 1;
	const { countHere, countBefore } = one;
	const stays = last.paragraph === here;
	return [
		sentences(sentence, last),
		paragraphs(here, last),
		capped(traces.clock - last.clock),
		flag(last.mention.syntacticRole === 'subject'),
		flag(last.mention.syntacticRole === 'owner' || (last.mention.gender !== null && last.mention.owns)),
		flag(last.mention.syntacticRole === 'object'),
		flag(last.mention.kind === 'pronoun'),
		flag(last.mention.rank === 0),
		flag(isSpeaker(last.mention)),
		sentences(sentence, one.subject),
		paragraphs(here, one.subject),
		sentences(sentence, one.speaker),
		paragraphs(here, one.speaker),
		paragraphs(here, one.source),
		one.source ? capped(traces.clock - one.source.clock) : FAR + 1,
		sentences(sentence, one.named),
		paragraphs(here, one.meant),
		one.meant ? capped(traces.clock - one.meant.clock) : FAR + 1,
		capped(one.count),
		capped(traces.totals.get(person) ?? 0),
		stays ? countHere : 0,
		stays ? countBefore : last.paragraph === here - 1 ? countHere : 0,
		flag(one.led === here),
		flag(one.led === here - 1),
		flag(one.firstSubject === here),
		flag(one.firstSubject === here - 1),
		flag(traces.lastMeant[gender] === person),
		flag(source !== null),
		flag(source?.paragraph === here),
		flag(quoted.has(person)),
		flag(one.quoted === here),
		since(here, one.quoted),
		agrees,
		Math.min(person.pronouns[gender], 6),
		Math.min(person.pronouns[gender === 'm' ? 'f' : 'm'], 6),
		Math.min(one.meantBy[gender], 5),
		Math.min(one.meantBy[gender === 'm' ? 'f' : 'm'], 5),
		flag(pronoun.laterInSentence.has(person)),
		flag(pronoun.laterHere.has(person)),
		(traces.totals.get(person) ?? 0) / traces.most,
		flag(person.kind === 'person'),
		person.words.length,
		flag(person.speaks),
		flag(one.titled),
		flag(person.names[0]?.paragraph === 0),
	];
}

function ofPronoun({ mention, isSource, afterQuote, afterNominal }: Pronoun): number[] {
	return [
		flag(isSource),
		flag(mention.owns),
		flag(mention.syntacticRole === 'subject'),
		Math.min(mention.rank, 5),
		Math.min(mention.sentence, 6),
		Math.min(mention.paragraph, FAR),
		flag(afterQuote),
		flag(afterNominal),
		flag(mention.cue !== null),
	];
}
