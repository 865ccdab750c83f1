import { isFirstName } from '../../../language/first-names.ts';
import { functionWords } from '../../../language/function-words.ts';
import type { Emit } from '../../../language/model/loglinear.ts';
import { splitCaption } from '../credit.ts';
import type { MarkedLine } from '../page.ts';
import { hasBullet, isProse, wordCount } from '../prose.ts';
import { type AuthorLine, readAuthorLine } from './line.ts';
import { hasRole, isOfPicture, labelAlone } from './words.ts';

/** Where the parts of the article are among the lines of the page. */
export interface Place {
	readonly headlineAt: number;
	/** The first paragraph, and the line behind the last one. */
	readonly bodyAt: number;
	readonly bodyEnd: number;
}

/** A line, or several directly under each other, that may name the authors. */
export interface Candidate {
	readonly at: number;
	/** How many lines it takes. */
	readonly size: number;
	readonly names: readonly string[];
	/** Emits what speaks for and against it. */
	readonly features: (emit: Emit) => void;
}

/** Lines above the headline, and behind the last paragraph, in which authors are named. */
const above = 8;
const behind = 12;
/** Behind the headline, lines of the head that are looked at besides those up to the first paragraph. */
const below = 30;

/** Every candidate of a page with what speaks for and against it. */
export function authorCandidates(lines: readonly MarkedLine[], place: Place): Candidate[] {
	const page = lookAt(lines, place);
	const read = new Map<number, AuthorLine>();
	const from = Math.max(0, place.headlineAt - above);
	const headEnd = Math.min(
		lines.length,
		Math.max(place.bodyAt + 2, Math.min(place.headlineAt + below, place.bodyEnd)),
	);
	const tailEnd = Math.min(lines.length, place.bodyEnd + behind);
	for (let at = from; at < tailEnd; at = at === headEnd - 1 ? Math.max(headEnd, place.bodyEnd - 2) : at + 1) {
		const line = lines[at];
		if (!line || at === place.headlineAt || hasBullet(line.text)) continue;
		if (line.marks.length > 0 && line.marks.every(({ kind }) => isNoAuthor.has(kind))) continue;
		const found = readAuthorLine(line.text);
		if (found && found.names.length <= 8) read.set(at, found);
	}
	const candidates: Candidate[] = [];
	for (const [at, first] of read) {
		const names = [...first.names];
		for (let size = 1; size <= mostLines; size++) {
			const spot = { at, size, names: [...names] };
			const goesOn = isContinued(read.get(at + size), first);
			// A person that the text is about is no author, unless the line says so.
			if (first.marker === null && spot.names.some((name) => name.includes(' ') && page.prose.includes(name)))
				break;
			const isBeside = goesOn || isContinued(first, read.get(at - 1));
			candidates.push({ ...spot, features: (emit) => emitFeatures(page, first, spot, isBeside, emit) });
			const next = read.get(at + size);
			if (!next || !goesOn) break;
			names.push(...next.names);
		}
	}
	return candidates;
}

/** Lines with nothing but these name nobody. */
const isNoAuthor: ReadonlySet<string> = new Set(['furniture', 'clock', 'url']);

/** Lines directly under each other with a name each. */
const mostLines = 5;

function isNameAlone(line: AuthorLine): boolean {
	return line.people === 1 && line.names.length === 1 && !line.dated && line.leftover === 0;
}

/** Whether a line may continue with the names of the line above it. */
function isContinued(line: AuthorLine | undefined, before: AuthorLine | undefined): boolean {
	return (
		line !== undefined &&
		before !== undefined &&
		isNameAlone(line) &&
		isNameAlone(before) &&
		line.marker === null
	);
}

/** What is asked of a page more than once. */
interface Looked {
	readonly lines: readonly MarkedLine[];
	readonly place: Place;
	/** Words in lower case of the page's prose. */
	readonly lower: ReadonlySet<string>;
	readonly prose: string;
	readonly headline: string;
	/** How often a short line is on the page. */
	readonly counts: ReadonlyMap<string, number>;
	/** Short lines and lines of prose outside of the article, where writers are introduced. */
	readonly outside: readonly string[];
}

const mostProse = 30_000;

function lookAt(lines: readonly MarkedLine[], place: Place): Looked {
	const lower = new Set<string>();
	const prose: string[] = [];
	const counts = new Map<string, number>();
	const outside: string[] = [];
	let length = 0;
	for (const [at, { text }] of lines.entries()) {
		const inBody = at >= place.bodyAt && at < place.bodyEnd;
		if (text.length <= 60) counts.set(text, (counts.get(text) ?? 0) + 1);
		if (!inBody && at > place.headlineAt && text.length <= 600 && outside.length < 400) outside.push(text);
		if (text.length < 60 || length > mostProse) continue;
		length += text.length;
		if (inBody) prose.push(text);
		for (const word of text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu) ?? []) lower.add(word);
	}
	const headline = lines[place.headlineAt]?.text ?? '';
	return { lines, place, lower, prose: prose.join('\n'), headline, counts, outside };
}

type Spot = Pick<Candidate, 'at' | 'size' | 'names'>;

/** What speaks for and against a candidate. @param isBeside whether a line next to it holds one more name alone. */
function emitFeatures(page: Looked, line: AuthorLine, spot: Spot, isBeside: boolean, emit: Emit): void {
	emit('bias', '');
	ofTheLine(page, line, spot, isBeside, emit);
	ofTheNames(page, line, spot, emit);
	ofTheNeighbours(page, spot, emit);
	ofThePlace(page, line, spot, emit);
}

function ofTheLine(
	page: Looked,
	line: AuthorLine,
	{ at, size, names }: Spot,
	isBeside: boolean,
	emit: Emit,
): void {
	const text = page.lines[at]?.text ?? '';
	const isPerson = line.people > 0;
	const kind = isPerson ? 'person' : line.agency ? 'agency' : 'house';
	emit('marker', line.marker ?? 'none');
	emit('kind', kind);
	emit('marked kind', line.marker === null ? 'none' : 'marked', kind);
	emit('leftover', Math.min(line.leftover, 4));
	emit('marked leftover', line.marker === null ? 'none' : 'marked', line.leftover > 0 ? 'some' : 'none');
	if (line.dated) emit('dated', isPerson && line.leftover === 0 ? 'person' : 'other');
	if (line.roled) emit('role', isPerson ? 'person' : 'other');
	emit('names', Math.min(names.length, 3));
	emit('lines', Math.min(size, 4));
	if (isBeside) emit('name beside', size > 1 ? 'of lines' : 'of one');
	if (!/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)) emit('capitals', '');
	if (isProse(text)) emit('sentence', '');
	if (page.lines[at]?.marks.some((mark) => mark.kind === 'credit' || mark.kind === 'caption'))
		emit('credit', 'itself');
	const repeated = (page.counts.get(text) ?? 0) - 1;
	if (repeated > 0) emit('repeated', repeated > 3 ? 'often' : 'some');
}

/** Parts of names that are function words elsewhere. */
const particles =
	/^(?:de|del|della|der|den|des|di|da|do|dos|du|la|le|van|von|vom|zu|zum|el|y|e|al|of|the|and|et|und)$/iu;

function ofTheNames(page: Looked, line: AuthorLine, { at, names }: Spot, emit: Emit): void {
	const tokens = names.join(' ').split(' ');
	const last = names.map((name) => name.split(' ').at(-1) ?? '').filter((name) => name.length > 2);
	if (names.length === 1) emit('words', Math.min(tokens.length, 5));
	if (tokens.some((token) => token.length > 2 && page.lower.has(token.toLowerCase())))
		emit('word of the text', '');
	if (last.some((name) => page.headline.includes(name))) emit('in the headline', '');
	if (names.some((name) => page.prose.includes(name))) emit('in the text', 'name');
	if (last.some((name) => page.prose.includes(name))) emit('in the text', 'surname');
	const firsts = names.map((name) => name.split(' ')[0]?.toLowerCase() ?? '');
	const known = firsts.filter((name) => name.split('-').some(isFirstName)).length;
	const extent = known === 0 ? 'none' : known === names.length ? 'all' : 'some';
	emit('first name', extent);
	emit('first name', extent, line.marker === null ? 'unmarked' : 'marked');
	if (tokens.some((token) => functionWords.has(token.toLowerCase()) && !particles.test(token)))
		emit('function word', '');
	const [first = ''] = names;
	const text = page.lines[at]?.text;
	const named = page.outside.filter((one) => one !== text && one.includes(first));
	if (named.some((one) => isIntroduction(one, first))) emit('introduced', '');
	if (named.some((one) => wordCount(one) <= 8)) emit('named elsewhere', '');
}

const near = [1, 2, 3] as const;

function ofTheNeighbours({ lines, place }: Looked, { at, size }: Spot, emit: Emit): void {
	const [before, next, afterNext] = [lines[at - 1], lines[at + size], lines[at + size + 1]];
	if (before && at - 1 !== place.headlineAt && labelAlone.test(before.text)) emit('label above', '');
	if (before && before.text.length < 40 && isOfPicture(before.text)) emit('picture above', '');
	if (isStamp(next)) emit('stamp', 'next');
	if (isStamp(before)) emit('stamp', 'before');
	if (near.some((step) => isStamp(lines[at - step]) || isStamp(lines[at + size + step - 1]))) {
		emit('stamp near', '');
		if (at > place.headlineAt && at < place.bodyAt) emit('stamp near', 'in the head');
	}
	if (next && next.text.length <= 60 && at + size < place.bodyEnd && hasRole(next.text))
		emit('role next', '');
	if (next?.marks.some(({ kind }) => kind === 'furniture')) emit('furniture next', '');
	if (at + size === place.bodyAt) emit('text next', '');
	if (before && before.text.length > 60) emit('text before', '');
	if (next?.marks.some(({ kind }) => kind === 'credit') || (next && splitCaption(next.text)))
		emit('credit', 'next');
	if (before?.marks.some(({ kind }) => kind === 'credit')) emit('credit', 'before');
	if ([lines[at - 2], before, next, afterNext].every(isShort)) emit('menu around', '');
}

function ofThePlace({ lines, place }: Looked, line: AuthorLine, { at }: Spot, emit: Emit): void {
	const { headlineAt, bodyAt, bodyEnd } = place;
	const distance = at - headlineAt;
	const spot = spotOf(at, place);
	emit('spot', spot);
	if (line.marker !== null) emit('marked spot', spot);
	if (line.people === 0) emit('kind spot', line.agency ? 'agency' : 'house', spot);
	if (line.dated) emit('dated spot', spot);
	if (distance < 0 || at >= bodyAt) {
		emit(
			'distance',
			spot,
			at >= bodyEnd ? (at - bodyEnd < 2 ? 'right' : 'far') : distance >= -2 ? 'right' : 'far',
		);
		return;
	}
	emit('distance', spot, bucket(distance));
	const texts = lines.slice(headlineAt + 1, at).filter(({ marks }) => marks.length === 0).length;
	emit('texts between', bucket(texts));
}

function spotOf(at: number, { headlineAt, bodyAt, bodyEnd }: Place): string {
	if (at < headlineAt) return 'above';
	if (at < bodyAt) return 'head';
	if (at >= bodyEnd) return 'behind';
	return at - bodyAt < 3 ? 'early' : at >= bodyEnd - 2 ? 'late' : 'body';
}

function bucket(count: number): number {
	return count <= 3 ? count : count <= 6 ? 6 : count <= 12 ? 12 : 30;
}

/** "Ann Lee is a reporter …", "Ann Lee writes about …": how writers are introduced. */
function isIntroduction(text: string, name: string): boolean {
	return (
		text.startsWith(`${name} `) &&
		/^[\p{Ll},(]/u.test(text.slice(name.length + 1)) &&
		text.length > name.length + 15
	);
}

function isStamp(line: MarkedLine | undefined): boolean {
	return line?.marks.some(({ kind }) => kind === 'stamp' || kind === 'clock') === true;
}

function isShort(line: MarkedLine | undefined): boolean {
	return line !== undefined && line.text.length < 30 && line.marks.length === 0;
}
