import { isSpace, isWordUnit } from './tokens.ts';

/** What is between an opening and a closing mark, marks included: half-open UTF-16 offsets. */
export interface Span {
	start: number;
	end: number;
	/** False where the paragraph ends first: the quotation may continue in the next. */
	closed: boolean;
	/** How many units the marks take at either end. */
	open: number;
	close: number;
}

/** Marks that open or close at the outer level of an article. */
export type Style = 'double' | 'single';

interface Mark {
	at: number;
	length: number;
	/** What the character itself allows. */
	shape: 'open' | 'close' | 'either';
	/** What the characters around it allow. */
	opens: boolean;
	closes: boolean;
	/** A point is directly before it: the space after it was lost, as in “It leaks,”Orrin said. */
	pointed: boolean;
}

const doubles: Record<string, Mark['shape']> = {
	'"': 'either',
	'＂': 'either',
	'“': 'open',
	'”': 'close',
	'„': 'open',
	'‟': 'open',
	'«': 'open',
	'»': 'close',
	'「': 'open',
	'」': 'close',
	'『': 'open',
	'』': 'close',
	'〝': 'open',
	'〞': 'close',
};

const singles: Record<string, Mark['shape']> = {
	"'": 'either',
	'‘': 'open',
	'’': 'close',
	'‚': 'open',
	'‹': 'open',
	'›': 'close',
	'`': 'open',
};

const openers = new Set('([{—–-/:;,.…¿¡"“„«‘\'>|*_'.split(''));
const closers = new Set(')]}.,;:!?…—–-/"”»’\'<|*_'.split(''));

/**
 * Finds the quotation marks of one paragraph and pairs them, repairing what is unbalanced, so that one stray
 * mark affects only the text around it. `clipped` finds what follows a single mark that belongs to a
 * word. Linear in the paragraph's length.
 */
export function scanMarks(paragraph: string, style: Style, clipped: RegExp | null): Span[] {
	return pair(collect(paragraph, style, clipped), paragraph);
}

function collect(paragraph: string, style: Style, clipped: RegExp | null): Mark[] {
	const shapes = style === 'double' ? doubles : singles;
	const marks: Mark[] = [];
	for (let at = 0; at < paragraph.length; at++) {
		const code = paragraph.charCodeAt(at);
		if (code < 0x80 && code !== 0x22 && code !== 0x27 && code !== 0x60) continue;
		const character = paragraph[at] ?? '';
		let shape = shapes[character];
		let length = 1;
		if (
			style === 'double' &&
			!shape &&
			(character === "'" || character === '`' || character === '‘' || character === '’')
		) {
			if (paragraph[at + 1] !== character) continue;
			shape = character === "'" ? 'either' : character === '’' ? 'close' : 'open';
			length = 2;
		}
		if (!shape) continue;
		const mark = seen(paragraph, at, length, shape);
		if (style === 'double' || !isApostrophe(mark, paragraph, clipped)) marks.push(mark);
		at += length - 1;
	}
	return style === 'double'
		? marks
		: marks.filter((mark, index) => !isPlural(mark, marks[index + 1], paragraph));
}

/** A single mark that belongs to a word: "it’s", "’tis", "’90s". */
function isApostrophe(mark: Mark, paragraph: string, clipped: RegExp | null): boolean {
	if (!mark.opens && !mark.closes) return true;
	if (!mark.opens || mark.closes || !clipped) return false;
	return clipped.test(paragraph.slice(mark.at + 1, mark.at + 8));
}

const pointed = /[\p{P}]/u;

/** "the boys’ home" inside single marks: a closer without a point of its own, and another one still to come. */
function isPlural(mark: Mark, next: Mark | undefined, paragraph: string): boolean {
	if (mark.shape === 'open' || !mark.closes || mark.opens) return false;
	if (!/[sz]/i.test(paragraph[mark.at - 1] ?? '')) return false;
	if (pointed.test(paragraph[mark.at + 1] ?? '.')) return false;
	return next?.closes === true && !next.opens;
}

function seen(paragraph: string, at: number, length: number, shape: Mark['shape']): Mark {
	const before = at === 0 ? 0x20 : paragraph.charCodeAt(at - 1);
	const after = at + length >= paragraph.length ? 0x20 : paragraph.charCodeAt(at + length);
	const spaceBefore = isSpace(before);
	const spaceAfter = isSpace(after);
	return {
		at,
		length,
		shape,
		pointed: !spaceBefore && ',.?!…'.includes(paragraph[at - 1] ?? ' '),
		opens: !spaceAfter && (spaceBefore || openers.has(String.fromCharCode(before))),
		closes: !spaceBefore && (spaceAfter || closers.has(String.fromCharCode(after)) || !isWordUnit(after)),
	};
}

function pair(marks: readonly Mark[], paragraph: string): Span[] {
	const spans: Span[] = [];
	let opened: Mark | null = null;
	for (const mark of marks) {
		if (!opened) {
			if (startsQuote(mark)) opened = mark;
			continue;
		}
		if (endsQuote(mark)) {
			const end = mark.at + mark.length;
			if (mark.at > opened.at + opened.length) {
				spans.push({ start: opened.at, end, closed: true, open: opened.length, close: mark.length });
			}
			opened = null;
		} else if (startsQuote(mark)) {
			// The one before was never closed: it ends here at the latest.
			const end = trimmedEnd(paragraph, mark.at);
			if (end > opened.at + opened.length)
				spans.push({ start: opened.at, end, closed: false, open: opened.length, close: 0 });
			opened = mark;
		}
	}
	if (opened) {
		spans.push({
			start: opened.at,
			end: trimmedEnd(paragraph, paragraph.length),
			closed: false,
			open: opened.length,
			close: 0,
		});
	}
	return spans;
}

function startsQuote(mark: Mark): boolean {
	if (mark.shape === 'close') return mark.opens && !mark.closes;
	return mark.opens || (mark.shape === 'open' && !mark.closes);
}

function endsQuote(mark: Mark): boolean {
	if (mark.shape === 'open') return mark.closes && !mark.opens;
	return mark.shape === 'close' || mark.closes || !mark.opens || mark.pointed;
}

function trimmedEnd(paragraph: string, until: number): number {
	let end = until;
	while (end > 0 && isSpace(paragraph.charCodeAt(end - 1))) end--;
	return end;
}
