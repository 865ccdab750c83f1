import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { Code, Emit, ValuePart } from '../model/loglinear.ts';
import type { Previous } from './candidates.ts';
import { firstAfter } from './first-after.ts';
import { stepsBetween } from './paragraphs.ts';
import { patternOf } from './pattern.ts';
import type { Place } from './place.ts';
import { wordOf } from './words.ts';

const bucket = (count: number): number =>
	count < 6 ? count : count < 10 ? 6 : count < 16 ? 7 : count < 28 ? 8 : 9;

/** What a mention is, in one word. */
export function sortOf(mention: Mention): string {
	if (mention.kind === 'pronoun') return mention.head;
	if (mention.kind === 'name') return mention.person?.kind ?? 'unknown';
	return 'nominal';
}

/** Emits the features for and against a mention as a source, whatever the span. */
export function mentionFeatures(
	parsedParagraphs: readonly ParsedParagraph[],
	mention: Mention,
	emit: Emit,
	code: Code,
): void {
	const classes = parsedParagraphs[mention.paragraph]?.classes ?? [];
	const sort = code(sortOf(mention));
	const side = code(mention.side);
	const before = code(classes[(mention.name?.titleFirst ?? mention.first) - 1] ?? '^');
	const after = code(classes[mention.after] ?? '$');
	emit('sort', sort);
	emit('cue', mention.key);
	emit('around', before, after);
	emit('behind', after, side);
	emit('ahead', before, side);
	emit('sort+side', sort, side);
	if (mention.kind === 'nominal') {
		const head = code(mention.head);
		emit('head', head);
		emit('head+side', head, side);
	}
	const next = parsedParagraphs[mention.paragraph]?.paragraph.tokens[mention.after];
	if (mention.side === 'none') emit('next', wordOf(next) || '$', sort);
	emit('ahead+behind', before, after, sort);
	const person = mention.person;
	if (person) {
		emit('full name', mention.kind, person.words.length > 1 ? 2 : 1, side);
	}
}

/** How many mentions are between one and the verb that leads to a span. */
function amongOf({ mentions }: ParsedParagraph, mention: Mention, place: Place): number {
	const until = place.leadAt > mention.first ? place.leadAt : place.first;
	return Math.max(0, firstAfter(mentions, until) - firstAfter(mentions, mention.first) - 1);
}

/** Emits the features for and against a mention. */
type SourceFeatures = (mention: Mention, emit: Emit) => void;

/** What the features of one mention have in common. */
interface Coded {
	mention: Mention;
	sort: ValuePart;
	side: ValuePart;
	cue: ValuePart;
}

/** Prepares the features for and against mentions as the source of one span. */
export function createSourceFeatures(
	parsedParagraphs: readonly ParsedParagraph[],
	place: Place,
	previous: Previous | null,
	code: Code,
): SourceFeatures {
	const here = parsedParagraphs[place.paragraph];
	const behind = here && previous ? behindOf(here, place, previous, code) : null;
	const frame = code(place.frame);
	const ending = code(place.ending);
	return (mention, emit) => {
		const parsed = parsedParagraphs[mention.paragraph];
		if (!parsed || !here) return;
		const side = code(mention.side);
		const coded: Coded = { mention, sort: code(sortOf(mention)), side, cue: code(mention.key) };
		const isHere = mention.paragraph === place.paragraph;
		const where = isHere
			? emitHere(here, place, coded, emit, code)
			: emitFar(
					parsed,
					stepsBetween(parsedParagraphs, mention.paragraph, place.paragraph),
					place,
					coded,
					emit,
					code,
				);
		emit('where', where);
		emit('where+side', where, side);
		emit('frame', frame, where, side);
		emit('frame2', ending, where, side);
		if (mention.person && place.named.has(mention.person)) emit('named', directionOf(place, mention));
		if (place.credit !== '-') emit('credit', place.credit, where, side);
		if (behind) emitPrevious(place, mention, behind, where, emit, code);
		else emit('start', where);
	};
}

/** On which side of a span a mention is in its paragraph, or in which paragraph otherwise. */
function directionOf(place: Place, { paragraph, first }: Mention): 'A' | 'B' | 'n' | 'p' {
	if (paragraph === place.paragraph) return first >= place.after ? 'A' : 'B';
	return paragraph > place.paragraph ? 'n' : 'p';
}

/** The position of a mention in the span's own paragraph, as one word: side, sentences away, spans between. */
const positions = ['A', 'B'].map((side) =>
	[0, 1, 2, 3].map((sentences) => [0, 1, 2, 3].map((between) => `${side}${sentences}${between}`)),
);

/** The features of a mention in the span's own paragraph. @returns its position, as one word. */
function emitHere(
	here: ParsedParagraph,
	place: Place,
	{ mention, sort, side, cue }: Coded,
	emit: Emit,
	code: Code,
): ValuePart {
	const { classes } = here;
	const start = mention.name?.titleFirst ?? mention.first;
	const isAfter = mention.first >= place.after;
	const from = isAfter ? place.reach : mention.after;
	const to = isAfter ? start : place.first;
	const gap = code((isAfter ? 'A' : 'B') + patternOf(classes, from, to));
	const between = Math.min(
		isAfter ? mention.spansBefore - place.span - 1 : place.span - mention.spansBefore,
		3,
	);
	const distance = isAfter ? mention.sentence - place.endSentence : place.startSentence - mention.sentence;
	const sentences = Math.min(distance, 3);
	const where = code(
		positions[isAfter ? 0 : 1]?.[sentences]?.[between] ?? `${isAfter ? 'A' : 'B'}${sentences}${between}`,
	);
	const reach =
		mention.cueAt >= 0
			? mention.cueAt < place.first
				? place.first - mention.cueAt - 1
				: mention.cueAt - place.after
			: -1;
	emit('gap', gap);
	emit('gap+sort', gap, sort);
	emit('where+tokens', where, bucket(to - from));
	emit('where+rank', where, Math.min(mention.rank, 4), side);
	emit('reach', where, reach < 0 ? '-' : bucket(reach), side);
	emit('where+cue', isAfter ? 'A' : 'B', sentences === 0 ? 0 : 1, cue);
	if (!isAfter) emit('verge', place.before, where, side);
	if (!isAfter && sentences > 0) emit('own', place.own, where);
	if (!isAfter && sentences === 0) {
		const among = amongOf(here, mention, place);
		const leads = code(mention.after <= place.leadAt ? 's' : place.leadAt < 0 ? '-' : 'o');
		const prior = classes[start - 1] ?? '^';
		emit('lead', place.lead, leads, Math.min(among, 2));
		emit(
			'lead+prior',
			place.lead[0] === '~' ? '~' : place.lead === '-' ? '-' : 'v',
			leads,
			prior,
			Math.min(among, 2),
		);
		emit('word', place.wordBefore, leads, Math.min(among, 2));
	}
	if (isAfter && sentences === 0) emit('word after', place.wordBefore, place.ending, side);
	return where;
}

/** The position of a mention so many paragraphs before. */
const paragraphs = ['p0', 'p1', 'p2', 'p3'];

/** The features of a mention in another paragraph. @returns its position, as one word. */
function emitFar(
	{ paragraph, classes }: ParsedParagraph,
	steps: number,
	place: Place,
	{ mention, sort, side, cue }: Coded,
	emit: Emit,
	code: Code,
): ValuePart {
	const where = code(steps < 0 ? 'n' : (paragraphs[steps] ?? 'p4'));
	const fromEnd = steps > 0 ? (paragraph.sentence.at(-1) ?? 0) - mention.sentence : mention.sentence;
	const ends = paragraph.tokens.at(-1)?.text === ':' ? ':' : (classes.at(-1) ?? '');
	emit('far', where, Math.min(fromEnd, 3), side, Math.min(mention.rank, 2));
	emit('far+sort', where, sort, side);
	emit('far+end', where, ends, side);
	emit('far+own', where, place.own, mention.side === 'none' ? 0 : 1);
	emit('far+cue', where, cue);
	return where;
}

/** What there is between a span and the one before it. */
interface Behind extends Previous {
	steps: number;
	/** Whether the one before was closed, and whether the span has a source of its own. */
	state: number;
	starts: 0 | 1;
	gap: ValuePart;
}

function behindOf({ classes }: ParsedParagraph, place: Place, previous: Previous, code: Code): Behind {
	const steps = place.paragraph - previous.place.paragraph;
	const closed = previous.place.behind === '~' ? 0 : 1;
	const gap =
		steps === 0
			? patternOf(classes, previous.place.after, place.first)
			: `¶${Math.min(steps, 3)}${place.first === 0 ? '^' : ''}`;
	const state = closed * 2 + place.own;
	return { ...previous, steps, state, starts: place.first === 0 ? 1 : 0, gap: code(gap) };
}

function emitPrevious(
	place: Place,
	mention: Mention,
	previous: Behind,
	where: ValuePart,
	emit: Emit,
	code: Code,
): void {
	const same = code(
		previous.mention === mention
			? 'same'
			: mention.person && previous.mention?.person === mention.person
				? 'person'
				: 'other',
	);
	const side =
		mention.paragraph === previous.place.paragraph ? (mention.first < previous.place.first ? 'B' : 'A') : 'F';
	emit('previous', same, Math.min(previous.steps, 3), previous.state, previous.starts);
	emit('previous+gap', same, previous.gap, place.own);
	emit('previous+where', same, where, side);
}
