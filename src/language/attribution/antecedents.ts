import type { Gender } from '../lexicon/lists.ts';
import type { Mention, Scene } from '../mentions.ts';
import type { Emit } from '../model/loglinear.ts';
import type { Person } from '../names/people.ts';

/** What has been read of a person so far, when a pronoun is met. */
interface Trace {
	person: Person;
	/** Where the person was last named or meant. */
	last: Mention;
	/** Where the person was last the subject of a sentence, and last beside a verb of speech. */
	subject: Mention | null;
	speaker: Mention | null;
	/** How often named or meant so far. */
	count: number;
	/** The paragraph of the last pronoun that meant the person, or -1. */
	meant: number;
	/** The paragraph in which the person was last a source, or -1. */
	spoke: number;
	/** The paragraph whose first mention the person was last, or -1. */
	led: number;
	/** The paragraph in which the person was last the first to be named of that gender, or -1. */
	topic: Record<Gender, number>;
	/** The paragraph in which the person was last named inside a quotation, or -1. */
	quoted: number;
}

/** Everyone met so far, the one met last at the end. */
export interface Traces {
	all: Map<Person, Trace>;
	lastSource: Person | null;
	/** The person whom the last pronoun of each gender meant. */
	lastMeant: Map<string, Person>;
	/** The paragraph in which someone of a gender was last named. */
	named: Record<Gender, number>;
	/** Mentions of the whole article by person. */
	totals: ReadonlyMap<Person, number>;
}

const KEPT = 14;

/** Starts with nobody met. `totals` counts each person's names in the whole article. */
export const noTraces = (totals: ReadonlyMap<Person, number>): Traces => ({
	all: new Map(),
	lastSource: null,
	lastMeant: new Map(),
	named: { m: -1, f: -1 },
	totals,
});

/** Notes that a mention means a person. */
export function trace(traces: Traces, mention: Mention, person: Person, isSource: boolean): void {
	const known = traces.all.get(person);
	const one: Trace = known ?? {
		person,
		last: mention,
		subject: null,
		speaker: null,
		count: 0,
		meant: -1,
		spoke: -1,
		led: -1,
		quoted: -1,
		topic: { m: -1, f: -1 },
	};
	one.last = mention;
	if (mention.rank === 0 && !isOwner(mention)) one.subject = mention;
	if (isSpeaker(mention)) one.speaker = mention;
	one.count++;
	if (mention.kind === 'pronoun') {
		one.meant = mention.paragraph;
		traces.lastMeant.set(genderOf(mention), person);
	}
	if (mention.kind === 'name') noteTopic(traces, one, mention.paragraph);
	if (mention.rank === 0 && mention.sentence === 0) one.led = mention.paragraph;
	if (isSource) {
		one.spoke = mention.paragraph;
		traces.lastSource = person;
	}
	traces.all.delete(person);
	traces.all.set(person, one);
	if (traces.all.size > 4 * KEPT) {
		const oldest = traces.all.keys().next().value;
		if (oldest) traces.all.delete(oldest);
	}
}

function noteTopic(traces: Traces, one: Trace, paragraph: number): void {
	if (one.person.kind !== 'person' && one.person.kind !== 'unknown') return;
	for (const gender of ['m', 'f'] as const) {
		if (one.person.gender && one.person.gender !== gender) continue;
		if (traces.named[gender] === paragraph) continue;
		traces.named[gender] = paragraph;
		one.topic[gender] = paragraph;
	}
}

const isSpeaker = ({ side }: Mention): boolean =>
	side === 'after' || side === 'apposition' || side === 'before' || side === 'according';
const isOwner = (mention: Mention): boolean => mention.head === 'his' || mention.head === 'her';

/** Notes that a person is named inside a quotation of a paragraph, and so hardly its speaker. */
export function traceQuoted(traces: Traces, person: Person, paragraph: number): void {
	const known = traces.all.get(person);
	if (known) known.quoted = paragraph;
}

export const genderOf = (pronoun: Mention): Gender =>
	pronoun.head === 'he' || pronoun.head === 'his' ? 'm' : 'f';

/** Someone whom a pronoun may mean, and how many others were met, a subject or a speaker later: 0 for none. */
export interface Possible {
	person: Person;
	order: number;
	subjectOrder: number;
	speakerOrder: number;
}

/** Those whom a pronoun may mean, the one met last first. */
export function antecedentsOf(traces: Traces, gender: Gender): Possible[] {
	const kept: Trace[] = [];
	for (const one of [...traces.all.values()].reverse()) {
		const { person } = one;
		if (person.kind === 'body' || person.kind === 'place' || person.kind === 'word') continue;
		if (person.gender && person.gender !== gender) continue;
		kept.push(one);
		if (kept.length === KEPT) break;
	}
	return kept.map((one, order) => ({
		person: one.person,
		order,
		subjectOrder: one.subject ? later(kept, one, 'subject') : KEPT,
		speakerOrder: one.speaker ? later(kept, one, 'speaker') : KEPT,
	}));
}

function later(all: readonly Trace[], one: Trace, part: 'subject' | 'speaker'): number {
	const own = one[part];
	return all.filter((other) => own && other[part] && isBefore(own, other[part])).length;
}

const isBefore = (one: Mention, other: Mention): boolean =>
	one.paragraph === other.paragraph ? one.first < other.first : one.paragraph < other.paragraph;

const ago = (from: number, at: number): string => (at < 0 ? '-' : from - at > 4 ? '5' : String(from - at));

const nearness = (pronoun: Mention, mention: Mention): string =>
	mention.paragraph === pronoun.paragraph
		? `s${Math.min(pronoun.sentence - mention.sentence, 3)}`
		: `p${ago(pronoun.paragraph, mention.paragraph)}`;

/** Emits what speaks for and against a person as the one whom a pronoun means. */
export function antecedentFeatures(
	scenes: readonly Scene[],
	pronoun: Mention,
	{ person, order, subjectOrder, speakerOrder }: Possible,
	traces: Traces,
	isSource: boolean,
	emit: Emit,
): void {
	const one = traces.all.get(person);
	if (!one) return;
	const { last } = one;
	const here = pronoun.paragraph;
	const near = nearness(pronoun, last);
	const subject = one.subject ? nearness(pronoun, one.subject) : '-';
	const speaker = one.speaker ? nearness(pronoun, one.speaker) : '-';
	const classes = scenes[last.paragraph]?.classes ?? [];
	const possessive = classes[last.after] === 'O' || last.head === 'his' || last.head === 'her' ? 'O' : '';
	const role = `${last.rank === 0 ? 's' : last.rank === 1 ? 't' : 'o'}${possessive}${isSpeaker(last) ? '!' : ''}`;
	const owns = pronoun.head === 'his' || pronoun.head === 'her';
	const sort = `${person.kind === 'person' ? 'p' : 'u'}${person.gender ? 'g' : '-'}${person.words.length > 1 ? '2' : '1'}${person.speaks ? '!' : ''}`;
	emit('order', Math.min(order, 4));
	emit('near', near);
	emit('near+role', near, role);
	emit('near+role+kind', near, role, last.kind === 'pronoun' ? 'p' : 'n', owns ? 'o' : '');
	emit('order+role', Math.min(order, 3), role);
	emit('sort', sort);
	emit('subject order', Math.min(subjectOrder, 4));
	emit('speaker order', Math.min(speakerOrder, 4));
	emit('subject', subject);
	emit('speaker', speaker);
	emit('subject order+near', Math.min(subjectOrder, 2), subject, Math.min(order, 2));
	emit('speaker order+near', Math.min(speakerOrder, 2), speaker, isSource ? 's' : '');
	emit(
		'orders',
		`${Math.min(order, 2)}${Math.min(subjectOrder, 2)}${Math.min(speakerOrder, 2)}`,
		isSource ? 's' : '',
	);
	emit('meant', ago(here, one.meant));
	const gender = genderOf(pronoun);
	const chained = traces.lastMeant.get(gender) === person ? 1 : 0;
	const sounded = traces.lastSource === person ? 1 : 0;
	const topic = ago(here, one.topic[gender]);
	const fresh = traces.named[gender] === here ? 1 : 0;
	emit('chain', chained, ago(here, one.meant), fresh);
	emit('chain+orders', chained, Math.min(order, 2), Math.min(subjectOrder, 2));
	emit('chain+speaker', chained, sounded, Math.min(speakerOrder, 2), Math.min(order, 2));
	emit('topic', topic, fresh);
	emit('topic+chain', topic, chained, fresh, Math.min(subjectOrder, 2));
	emit('spoke', ago(here, one.spoke));
	emit('lastSource', traces.lastSource === person ? 1 : 0, ago(here, one.spoke), isSource ? 's' : '');
	emit('lastSource+near', traces.lastSource === person ? 1 : 0, near, isSource ? 's' : '');
	emit('led', ago(here, one.led));
	emit('quoted', ago(here, one.quoted));
	emit('count', Math.min(one.count, 6));
	emit('total', Math.min(traces.totals.get(person) ?? 0, 12) >> 1);
	emit('start+near', `${pronoun.rank}|${pronoun.sentence === 0 ? 0 : 1}|${near}`.slice(0, 12));
}
