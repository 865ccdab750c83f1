import type { Mention, Scene } from '../mentions.ts';
import type { Emit } from '../model/loglinear.ts';
import type { Person } from '../names/people.ts';

/** One span of an article, with what stands around it. */
export interface Place {
	paragraph: number;
	span: number;
	/** Token numbers, half-open, marks included. */
	first: number;
	after: number;
	/** The token after it and a comma or stop right outside its marks. */
	reach: number;
	/** Sentences of its paragraph that it starts and ends in. */
	startSentence: number;
	endSentence: number;
	/** Classes of the tokens before and after it: ^ and $ at the edge of the paragraph. */
	before: string;
	behind: string;
	/** The last mark of punctuation inside it, or a dash. */
	point: string;
	capital: boolean;
	/** What stands before it, how it begins, how it ends and what stands after, as one word; and its halves. */
	frame: string;
	opening: string;
	ending: string;
	/** 1 where a mention with a verb of speech shares a sentence with it. */
	own: 0 | 1;
	/** People named inside it. */
	named: ReadonlySet<Person>;
}

/** The source that was chosen for the span before, which the next one often shares. */
export interface Previous {
	place: Place;
	mention: Mention | null;
}

const points = new Set([',', '.', '?', '!', ':', ';', '…', '—', '-', '–']);

export function placeOf(
	scene: Scene,
	span: number,
	personOf: (name: Scene['names'][number]) => Person | null,
): Place {
	const { paragraph, classes, names } = scene;
	const { first, after } = paragraph.bounds[span] ?? { first: 0, after: 0 };
	const { tokens } = paragraph;
	const closes = paragraph.spans[span]?.close ? 2 : 1;
	const isOpen = paragraph.spans[span]?.closed === false;
	const last = tokens[after - closes]?.text ?? '';
	const named = new Set<Person>();
	for (let at = firstAfter(names, first); at < names.length; at++) {
		const name = names[at];
		if (!name || name.first >= after) break;
		const person = personOf(name);
		if (person) named.add(person);
	}
	const before = classes[first - 1] ?? '^';
	// A comma or stop right outside the marks, as the British set it, counts as one inside.
	const outside = closes === 2 && !points.has(last) && (classes[after] === ',' || classes[after] === '.');
	const reach = outside ? after + 1 : after;
	const behind = isOpen ? '~' : (classes[reach] ?? '$');
	const point = outside ? (classes[after] ?? ',') : points.has(last) ? last : 'x';
	const capital = tokens[first + 1]?.capital ?? false;
	const opening = `${before}${capital ? 'C' : 'c'}`;
	const ending = `${point}${behind}`;
	const startSentence = paragraph.sentence[first] ?? 0;
	const endSentence = paragraph.sentence[after - 1] ?? 0;
	return {
		paragraph: paragraph.index,
		span,
		first,
		after,
		reach,
		startSentence,
		endSentence,
		before,
		behind,
		point,
		capital,
		frame: opening + ending,
		opening,
		ending,
		own: hasOwn(scene, first, after, startSentence, endSentence) ? 1 : 0,
		named,
	};
}

const SAME = 16;
const BEFORE = 10;
const FARTHER = 4;
const NEXT = 3;

/** The mentions that may be the source of a span: those of its paragraph and its neighbours, within bounds. */
export function candidatesOf(scenes: readonly Scene[], place: Place, previous: Previous | null): Mention[] {
	const own = scenes[place.paragraph]?.mentions ?? [];
	const split = firstAfter(own, place.first);
	const found = [
		...own.slice(Math.max(0, split - SAME), split),
		...own.slice(split, split + SAME),
		...(scenes[place.paragraph - 1]?.mentions.slice(-BEFORE) ?? []),
		...(scenes[place.paragraph - 2]?.mentions.slice(-FARTHER) ?? []),
		...(scenes[place.paragraph + 1]?.mentions.slice(0, NEXT) ?? []),
	];
	const kept = previous?.mention;
	if (kept && !found.includes(kept)) found.push(kept);
	return found;
}

/** The first of what starts at a token or after it; they are in order. */
function firstAfter(mentions: readonly { first: number }[], token: number): number {
	let low = 0;
	let high = mentions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
		else high = middle;
	}
	return low;
}

const bucket = (count: number): number =>
	count < 6 ? count : count < 10 ? 6 : count < 16 ? 7 : count < 28 ? 8 : 9;

/** What a mention is, in one word. */
export function sortOf(mention: Mention): string {
	if (mention.kind === 'pronoun') return mention.head;
	if (mention.kind === 'name') return mention.person?.kind ?? 'unknown';
	return 'nominal';
}

const PATTERN = 7;

/** The classes of the tokens from `from` to `to`, quoted runs as one Q; cut in the middle where it is long. */
function pattern(classes: readonly string[], from: number, to: number): string {
	if (to - from > 40) return `${short(classes, from, from + 2)}…${short(classes, to - 2, to)}`;
	const all = short(classes, from, to);
	return all.length <= PATTERN ? all : `${all.slice(0, 2)}…${all.slice(-2)}`;
}

function short(classes: readonly string[], from: number, to: number): string {
	let text = '';
	for (let at = Math.max(0, from); at < to; at++) {
		const kind = classes[at] ?? '';
		if (kind !== 'Q' || !text.endsWith('Q')) text += kind;
	}
	return text;
}

/** Emits what speaks for and against a mention as a source, whatever the span. */
export function mentionFeatures(scenes: readonly Scene[], mention: Mention, emit: Emit): void {
	const classes = scenes[mention.paragraph]?.classes ?? [];
	const sort = sortOf(mention);
	const before = classes[(mention.name?.titleFirst ?? mention.first) - 1] ?? '^';
	const after = classes[mention.after] ?? '$';
	emit('sort', sort);
	emit('cue', mention.key);
	emit('around', before, after);
	emit('behind', after, mention.side);
	emit('ahead', before, mention.side);
	emit('sort+side', sort, mention.side);
}

/** Emits what speaks for and against a mention as the source of a span. */
export function sourceFeatures(
	scenes: readonly Scene[],
	place: Place,
	mention: Mention,
	previous: Previous | null,
	emit: Emit,
): void {
	const scene = scenes[mention.paragraph];
	const here = scenes[place.paragraph];
	if (!scene || !here) return;
	const { classes } = scene;
	const sort = sortOf(mention);
	const cue = mention.key;
	const start = mention.name?.titleFirst ?? mention.first;
	let where: string;
	if (mention.paragraph === place.paragraph) {
		const isAfter = mention.first >= place.after;
		const from = isAfter ? place.reach : mention.after;
		const to = isAfter ? start : place.first;
		const gap = (isAfter ? 'A' : 'B') + pattern(classes, from, to);
		const between = Math.min(
			isAfter ? mention.spansBefore - place.span - 1 : place.span - mention.spansBefore,
			3,
		);
		const distance = isAfter ? mention.sentence - place.endSentence : place.startSentence - mention.sentence;
		const sentences = Math.min(distance, 3);
		where = `${isAfter ? 'A' : 'B'}${sentences}${between}`;
		const reach =
			mention.cueAt >= 0
				? mention.cueAt < place.first
					? place.first - mention.cueAt - 1
					: mention.cueAt - place.after
				: -1;
		emit('gap', gap);
		emit('gap+sort', gap, sort);
		emit('where+tokens', where, bucket(to - from));
		emit('where+rank', where, Math.min(mention.rank, 4), mention.side);
		emit('reach', where, reach < 0 ? '-' : bucket(reach), mention.side);
		emit('where+cue', isAfter ? 'A' : 'B', sentences === 0 ? 0 : 1, cue);
		if (!isAfter) emit('verge', place.before, where, mention.side);
		if (!isAfter && sentences > 0) emit('own', place.own, where);
	} else {
		const steps = place.paragraph - mention.paragraph;
		where = steps < 0 ? 'n' : `p${Math.min(steps, 4)}`;
		const fromEnd = steps > 0 ? (scene.paragraph.sentence.at(-1) ?? 0) - mention.sentence : mention.sentence;
		const ends = scene.paragraph.tokens.at(-1)?.text === ':' ? ':' : (classes.at(-1) ?? '');
		emit('far', where, Math.min(fromEnd, 3), mention.side, Math.min(mention.rank, 2));
		emit('far+sort', where, sort, mention.side);
		emit('far+end', where, ends, mention.side);
		emit('far+own', where, place.own, mention.side === 'none' ? 0 : 1);
		emit('far+cue', where, cue);
	}
	emit('where', where);
	emit('where+side', where, mention.side);
	emit('frame', place.frame, where, mention.side);
	emit('frame2', place.ending, where, mention.side);
	emit('frame3', place.opening, where, mention.side);
	if (mention.person && place.named.has(mention.person)) emit('named', where[0] ?? '');
	if (previous) emitPrevious(here, place, mention, previous, where, emit);
	else emit('start', where);
}

/** Whether some mention with a verb of speech shares a sentence with the span. */
function hasOwn({ mentions }: Scene, first: number, after: number, start: number, end: number): boolean {
	const at = firstAfter(mentions, first);
	for (let index = Math.max(0, at - 6); index < Math.min(mentions.length, at + 6); index++) {
		const one = mentions[index];
		if (!one || one.side === 'none') continue;
		if (one.first >= after ? one.sentence === end : one.sentence === start) return true;
	}
	return false;
}

function emitPrevious(
	here: Scene,
	place: Place,
	mention: Mention,
	previous: Previous,
	where: string,
	emit: Emit,
): void {
	const same =
		previous.mention === mention
			? 'same'
			: mention.person && previous.mention?.person === mention.person
				? 'person'
				: 'other';
	const steps = place.paragraph - previous.place.paragraph;
	const closed = previous.place.behind === '~' ? 0 : 1;
	const from = previous.place.after;
	const classes = here.classes;
	const gap =
		steps === 0
			? pattern(classes, from, place.first)
			: `¶${Math.min(steps, 3)}${place.first === 0 ? '^' : ''}`;
	const side =
		mention.paragraph === previous.place.paragraph ? (mention.first < previous.place.first ? 'B' : 'A') : 'F';
	emit('previous', same, Math.min(steps, 3), closed * 2 + place.own, place.first === 0 ? 1 : 0);
	emit('previous+gap', same, gap, place.own);
	emit('previous+where', same, where, side);
	emit('previous+frame', same, Math.min(steps, 2), previous.place.ending, place.frame);
}
