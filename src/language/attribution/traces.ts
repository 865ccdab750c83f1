import type { Mention } from '../mentions.ts';
import type { Gender } from '../names.ts';
import { isSomebody, type Person } from '../person.ts';

/** Where something was: its sentence counted through the article, its paragraph, and its number among all mentions. */
export interface Spot {
	sentence: number;
	paragraph: number;
	clock: number;
}

/** What has been read of a person so far. */
export interface Trace {
	person: Person;
	/** Whether a title is before one of the names. */
	titled: boolean;
	/** Where the person was last named or meant, and by which mention. */
	last: Spot & { mention: Mention };
	/** Where the person was last named, was the subject, was next to a verb of speech, and was a source. */
	named: Spot | null;
	subject: Spot | null;
	speaker: Spot | null;
	source: Spot | null;
	/** Where a pronoun last meant the person. */
	meant: Spot | null;
	/** How often pronouns of each gender meant the person. */
	meantBy: Record<Gender, number>;
	/** How often named or meant so far, in the paragraph of the last mention, and in the one before that. */
	count: number;
	countHere: number;
	countBefore: number;
	/** The paragraph whose first mention the person last was, and whose first subject. */
	led: number;
	firstSubject: number;
	/** The paragraph in which the person was last named inside a quotation. */
	quoted: number;
}

/** Everyone mentioned so far, the one mentioned last at the end. */
export interface Traces {
	all: Map<Person, Trace>;
	clock: number;
	/** The source before, and where it was. */
	lastSource: { person: Person; spot: Spot } | null;
	/** The person that the last pronoun of each gender meant. */
	lastMeant: Record<Gender, Person | null>;
	/** The paragraphs that have had their first mention and their first subject. */
	ledParagraph: number;
	subjectParagraph: number;
	/** Mentions of the whole article by person. */
	totals: ReadonlyMap<Person, number>;
	/** The most mentions that one person has. */
	most: number;
}

export const never = -1;
const KEPT = 10;

/** Starts with nobody mentioned. `totals` counts each person's names in the whole article. */
export const noTraces = (totals: ReadonlyMap<Person, number>): Traces => ({
	all: new Map(),
	clock: 0,
	lastSource: null,
	lastMeant: { m: null, f: null },
	ledParagraph: never,
	subjectParagraph: never,
	totals,
	most: Math.max(1, ...totals.values()),
});

export const isSpeaker = ({ side }: Mention): boolean =>
	side === 'after' || side === 'apposition' || side === 'before' || side === 'according';

/** Notes that a mention means a person. `sentence` is counted through the article. */
export function trace(
	traces: Traces,
	mention: Mention,
	person: Person,
	sentence: number,
	isSource: boolean,
): void {
	const { paragraph } = mention;
	const spot: Spot = { sentence, paragraph, clock: traces.clock++ };
	const one: Trace = traces.all.get(person) ?? {
		person,
		titled: person.names.some(({ titled }) => titled),
		last: { ...spot, mention },
		named: null,
		subject: null,
		speaker: null,
		source: null,
		meant: null,
		meantBy: { m: 0, f: 0 },
		count: 0,
		countHere: 0,
		countBefore: 0,
		led: never,
		firstSubject: never,
		quoted: never,
	};
	if (one.last.paragraph !== paragraph) {
		one.countBefore = one.last.paragraph === paragraph - 1 ? one.countHere : 0;
		one.countHere = 0;
	}
	one.count++;
	one.countHere++;
	one.last = { ...spot, mention };
	if (mention.kind === 'name') one.named = spot;
	if (mention.syntacticRole === 'subject') one.subject = spot;
	if (isSpeaker(mention)) one.speaker = spot;
	if (mention.gender) {
		one.meant = spot;
		one.meantBy[mention.gender]++;
		traces.lastMeant[mention.gender] = person;
	}
	if (isSomebody(person)) {
		if (traces.ledParagraph !== paragraph) one.led = traces.ledParagraph = paragraph;
		if (mention.syntacticRole === 'subject' && traces.subjectParagraph !== paragraph)
			one.firstSubject = traces.subjectParagraph = paragraph;
	}
	if (isSource) {
		one.source = spot;
		traces.lastSource = { person, spot };
	}
	traces.all.delete(person);
	traces.all.set(person, one);
	if (traces.all.size > 4 * KEPT) {
		const oldest = traces.all.keys().next().value;
		if (oldest) traces.all.delete(oldest);
	}
}

/** Notes that a person is named inside a quotation of a paragraph, and so is hardly its speaker. */
export function traceQuoted(traces: Traces, person: Person, paragraph: number): void {
	const known = traces.all.get(person);
	if (known) known.quoted = paragraph;
}

/**
 * Those that a pronoun may mean, the one mentioned last first. Only a title or noun that shows the other gender
 * rules somebody out.
 */
export function possible(traces: Traces, gender: Gender): Trace[] {
	const kept: Trace[] = [];
	for (const one of [...traces.all.values()].reverse()) {
		const { person } = one;
		if (!isSomebody(person) || (person.gender && person.genderShown && person.gender !== gender)) continue;
		kept.push(one);
		if (kept.length === KEPT) break;
	}
	return kept;
}
