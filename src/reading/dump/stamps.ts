import { findMoment } from './dates.ts';

/** What a line with dates says: times are null where they are named and cannot be told for certain. */
export interface Stamp {
	readonly publishedAt?: string | null;
	readonly updatedAt?: string | null;
	/** A moment with nothing to say what happened then. */
	readonly bare?: { readonly at: string | null; readonly weekday: boolean; readonly timeFirst: boolean };
}

const published =
	/^(?:first |originally )?(?:published|posted|created|issued|date|published date|publication date|publish date)(?: (?:on|at|online|date|time))*\b ?[:–-]? ?/i;
const updated =
	/^(?:last |article |page )?(?:updated|modified|edited|changed|revised|last update|update)(?: (?:on|at|date|time))*\b ?[:–-]? ?/i;
const nextStamp =
	/[\s,;|·•([/–-]*(?=\b(?:(?:first |originally )?(?:published|posted)|(?:last )?(?:updated|modified|edited))\b)/i;
const stampWord = /\b(?:published|posted|updated|modified|edited)\b/i;
const relative =
	/^(?:about |an? |\d{1,3} ?)?(?:\d{1,3} ?)?(?:s|sec|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|weeks?|months?|y|years?|just now|yesterday|today)(?: ago)?$/i;
const longest = 200;
/** Without one of these no line is about a time; most lines of a page are let go here. */
export const namesTime = /\d|\b(?:ago|now|yesterday|today|hours?|minutes?)\b/i;

/** Reads "Published …", "Updated …", both in one line, or a bare date; null where the line is nothing of these. */
export function readStamp(line: string): Stamp | null {
	if (line.length > longest || !namesTime.test(line)) return null;
	const [first = '', ...more] = splitStamps(unglued(line).replace(/^[([](.*)[)\]]$/, '$1'));
	const stamps = [readOne(first), ...more.map(readOne)];
	if (stamps.some((stamp) => stamp === null)) return null;
	return Object.assign({}, ...stamps);
}

const gluedTime = /(?<=[\p{L}.] \d{1,2}, \d{4})(?=\d{1,2}:\d{2})/u;
const gluedWord = /(?<=[\dmMT])(?=(?:Last )?(?:Updated|Published)\b)/;

/** "October 4, 20291:22 PM GMT+2Updated 3 hours ago" with a space where copying lost it: a year has four digits. */
function unglued(line: string): string {
	return line.replace(gluedTime, ' ').replace(gluedWord, ' ');
}

/** "Published A, updated B" as its two parts. */
function splitStamps(line: string): string[] {
	if (!stampWord.test(line)) return [line];
	const marker = (published.exec(line) ?? updated.exec(line))?.[0].length ?? 1;
	const second = nextStamp.exec(line.slice(marker));
	if (!second) return [line];
	const at = second.index + marker;
	return [line.slice(0, at), line.slice(at + second[0].length)].filter((part) => part !== '');
}

function readOne(part: string): Stamp | null {
	const said = /[([]/.test(part) ? part : part.replace(/[)\]]$/, '');
	for (const [marker, field] of [
		[published, 'publishedAt'],
		[updated, 'updatedAt'],
	] as const) {
		const match = marker.exec(said);
		if (!match) continue;
		const value = said.slice(match[0].length);
		const moment = findMoment(value);
		if (moment ? moment.rest.length <= 12 : isTimeOnly(value)) return { [field]: moment?.at ?? null };
		return null;
	}
	const moment = findMoment(said);
	return moment && moment.rest === '' ? { bare: moment } : null;
}

/** A time of day without a date, or "3 hours ago": a moment that cannot be told. */
export function isTimeOnly(value: string): boolean {
	return /^(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i.test(value) || isRelativeTime(value);
}

/** "3 hours ago", "2h", "yesterday". */
export function isRelativeTime(value: string): boolean {
	return (
		value.length < 40 &&
		relative.test(value) &&
		(/\d|^an? /.test(value) || /(?:now|yesterday|today)/i.test(value))
	);
}
