import { isAgo } from '../calendar.ts';
import { cutMoment, findMoment } from '../dates.ts';
import { furnitureOf } from '../furniture.ts';
import { inMixedCase, isPersonName } from '../names.ts';
import { remembered } from '../remembered.ts';
import {
	anyStampWord,
	isRelativeTime,
	isTimeOnly,
	readStamp,
	type Stamp,
	saysUpdated,
	unglued,
} from '../stamps.ts';
import * as words from './words.ts';

export type Marker = 'by' | 'label' | 'source';

/** What a line says of who wrote the article, if it says anything of it. */
export interface AuthorLine {
	/** People, agencies and houses, in order; people as they would be written in a sentence. */
	readonly names: readonly string[];
	/** How many of them are people. */
	readonly people: number;
	/** What comes before it: "By", a label such as "Author:", or "Source:". */
	readonly marker: Marker | null;
	/** Whether an agency is named and no person. */
	readonly agency: boolean;
	/** Whether a date or time is in the line. */
	readonly dated: boolean;
	/** Whether the line says what somebody is. */
	readonly roled: boolean;
	/** Words that are neither name, role, place nor time. */
	readonly leftover: number;
}

const longest = 200;
const contact =
	/^(?:\S+@\S+\.\S+|@\S{2,40}|(?:https?:\/\/|www\.)\S+|(?:\p{L}+ )?[\p{L}\d-]+\.(?:com|org|net|de|at|ch|co\.\w+|\p{L}{2,3}))$/iu;
const counter = /^(?:\d[\d.,]*[km]?(?: \p{L}[\p{L}\p{M}]*){0,3}|(?:\p{L}[\p{L}\p{M}]*:? )\d{1,6})$/iu;
/** "for the Harbour Post", "in Moscow", "für die Post": where, or for which paper, somebody wrote. */
const where =
	/^(?:in|at|for|from|with|reporting|für|aus|in|pour|à|para|desde|en|da|per|fra|i|voor|z|w)\b ?(?=\p{L})/iu;
/** Between the parts of a line: bars, dots, commas, dashes with space around them. */
const separators = /[|·•\u0001;/,、]| [–—-] |[()[\]]/u;

const readShort = remembered(lineOf, 500);

/** Reads a short line as one that names the authors; null where it cannot be one. */
export function readAuthorLine(text: string): AuthorLine | null {
	return text.length > longest ? null : readShort(text);
}

function lineOf(text: string): AuthorLine | null {
	if (text.length < 2 || /^(?:©|\(c\)|copyright)|[!?]$/i.test(text)) return null;
	if (words.isOfPicture(text)) return null;
	const [, reporter] = words.reportsPattern.exec(text) ?? [];
	const { rest, dated } = withoutMoments(breakGlued(reporter ? `By ${reporter}` : text));
	let marker: Marker | null = null;
	let roled = false;
	let leftover = 0;
	let placed = false;
	const names: Named[] = [];
	const add = (part: string) => {
		const name = nameIn(part, marker);
		if (name === null) return false;
		if (!names.some((one) => one.name === name.name)) names.push(name);
		roled ||= name.roled;
		return true;
	};
	// A name holds no number: "Ann Lee 2 minutes read".
	for (const segment of rest.replace(/(?<=\p{L}) (?=\d)/gu, ' | ').split(separators)) {
		let part = segment.replace(/^[\s:–—-]+|[\s:–—-]+$/gu, '').replace(/^[“"']|[”"']$/gu, '');
		if (part === '' || isAside(part)) continue;
		const found = markerOf(part);
		if (found) {
			marker ??= found.marker;
			part = found.behind;
		}
		if (part === '' || isAside(part) || contact.test(part)) continue;
		for (const one of part.split(words.andPattern)) {
			if (one === '' || add(one)) continue;
			if (words.hasRole(one) && one.split(' ').length <= 7) roled = true;
			else if (where.test(one) && names.length > 0 && one.split(' ').length <= 6) placed = true;
			else if (names.length > 0 && !placed && isPlace(one)) placed = true;
			else if (!isInitials(one)) leftover += one.split(' ').length;
		}
	}
	const people = withoutCapitals(names.filter(({ kind }) => kind === 'person'));
	// A house behind a person is the house that the person writes for; an agency has written with them.
	const kept =
		people.length > 0
			? names.filter((one) => one.kind === 'agency' || people.includes(one))
			: names.slice(0, 3);
	if (kept.length === 0) return null;
	const agency = people.length === 0 && kept.every(({ kind }) => kind === 'agency');
	// "Ann Lee / AFP" without a word in front took the picture.
	if (marker === null && text.includes('/') && people.length > 0 && kept.length > people.length) return null;
	if (marker === null && !dated && leftover > 3) return null;
	return {
		names: kept.map(({ name }) => name),
		people: people.length,
		marker,
		agency,
		dated,
		roled,
		leftover,
	};
}

/** Where names are in mixed case, a name in capitals is the publisher: "Ann Lee, HARBOUR ONE". */
function withoutCapitals(people: readonly Named[]): readonly Named[] {
	const mixed = people.filter(({ written }) => /\p{Ll}/u.test(written));
	return mixed.length > 0 ? mixed : people;
}

/** A bar where copying lost a break: "Ann LeeLifestyle Writer", "byAnn", "Ann Lee24.04.2024". */
function breakGlued(text: string): string {
	return text
		.replace(words.gluedBy, '$& ')
		.replace(/(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})(?<!\b(?:Fitz|Vander))/gu, ' | ')
		.replace(/(?<=\p{L})(?=\d{1,2}[.:/]\d)/gu, ' | ');
}

const momentLabel =
	/(?<![\p{L}\p{M}])(?:published|posted|updated|publiziert|veröffentlicht|aktualisiert|last|artikel|article|on|at|am|um|den|le|el|il)(?= ?[:|]? ?\u0001)[: ]*/giu;

/** The line with a mark where each moment, with the word before it, was. */
function withoutMoments(text: string): { rest: string; dated: boolean } {
	let rest = text;
	let dated = false;
	for (let round = 0; round < 2; round++) {
		const moment = cutMoment(rest);
		if (!moment) break;
		dated = true;
		rest = moment.cut;
	}
	for (let before = ''; dated && before !== rest; ) {
		before = rest;
		rest = rest.replace(momentLabel, '\u0001');
	}
	return { rest, dated };
}

/** What is no part of a name and says nothing: buttons, reading times, counts, "3 hours ago". */
function isAside(part: string): boolean {
	if (/^[\d\s.,:+-]+$/.test(part) || counter.test(part) || isAgo(part) || isRelativeTime(part)) return true;
	return isTimeOnly(part) || readStamp(part) !== null || furnitureOf(part) !== null || isLabelAlone(part);
}

function isLabelAlone(part: string): boolean {
	return words.labelAlone.test(part) || /^(?:published|posted|updated|last updated|publiziert)$/i.test(part);
}

/** What marks the names of a part, and the part behind it. */
function markerOf(part: string): { marker: Marker; behind: string } | null {
	for (const [marker, pattern] of words.markers) {
		const match = pattern.exec(part);
		if (!match) continue;
		const behind = part.slice(match[0].length);
		const again = words.byPattern.exec(behind);
		return { marker, behind: again ? behind.slice(again[0].length) : behind };
	}
	return null;
}

interface Named {
	readonly name: string;
	/** As it is written in the line. */
	readonly written: string;
	readonly kind: 'person' | 'agency' | 'house';
	readonly roled: boolean;
}

/** The person, agency or house of a part: "Ann Lee", "Dr Ann Lee", "Ann Lee Political Correspondent", "AFP". */
function nameIn(part: string, marker: Marker | null): Named | null {
	const bare = withoutTitle(part);
	const korean = words.koreanReporter.exec(bare)?.[1];
	if (korean) return person(korean, true);
	if (words.agencyPattern.test(bare)) return house(bare, 'agency');
	const tokens = bare.split(' ');
	const isHouse = words.isHouse(bare);
	const isRole = words.hasRole(bare);
	if (/\p{Script=Hangul}/u.test(bare))
		return marker && /^\p{Script=Hangul}{2,4}$/u.test(bare) ? person(bare, false) : null;
	if (tokens.length <= 5 && isPersonName(bare) && !isHouse && !isRole) return person(bare, false);
	const named = nameInFront(tokens);
	if (named) return named;
	if (isRole && !/^\p{Lu}\p{Lu}/u.test(bare)) return null;
	const [first = ''] = tokens;
	if (
		isHouse &&
		tokens.length <= 4 &&
		/^[\p{Lu}\p{Lo}]/u.test(first) &&
		!/^(?:©|copyright|about|über|work)$/iu.test(first)
	)
		return house(bare.replace(/ (?:with|mit|avec|con) .*$/iu, ''), 'house');
	if (marker === 'by' && tokens.length === 1 && /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(bare))
		return house(bare, 'house');
	if (marker && /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(bare)) return person(bare, false);
	return null;
}

function withoutTitle(part: string): string {
	const bare = part.replace(/^(?:dr|prof|mag|ing|mgr|msc|phdr|judr)\.? /i, '');
	return / \p{Lu}\.$/u.test(bare) ? bare : bare.replace(/[.,]$/, '');
}

/** The name before a role, a place or a house that no comma parts from it. */
function nameInFront(tokens: readonly string[]): Named | null {
	const isBehind = (at: number) => {
		const [token = '', next = ''] = tokens.slice(at, at + 2);
		if (words.hasRole(token)) return true;
		const isCapital = /^\p{Lu}/u.test(token);
		if (isCapital && words.hasRole(`${token} ${next}`)) return true;
		return /^the$/i.test(token) || (where.test(`${token} x`) && /^(?:the|die|der|\p{Lu})/u.test(next));
	};
	const behind = tokens.findIndex((_, at) => at >= 2 && isBehind(at));
	if (behind < 2 || tokens.length > 12) return null;
	const roled = words.hasRole(tokens.slice(behind).join(' '));
	// Of "Ann Lee Deputy Director" the word before the role may belong to it: names have two or three words.
	for (const end of roled && behind > 3 ? [2, 3] : [behind]) {
		const name = tokens.slice(0, end).join(' ');
		if (end <= 5 && isPersonName(name) && !words.hasRole(name) && !words.isHouse(name))
			return person(name, roled);
	}
	return null;
}

function person(name: string, roled: boolean): Named {
	return { name: inMixedCase(name), written: name, kind: 'person', roled };
}

function house(name: string, kind: 'agency' | 'house'): Named {
	return { name, written: name, kind, roled: false };
}

/** "SDA/sep", "dpa/lby": who at the agency's desk, in a few small letters. */
function isInitials(part: string): boolean {
	return /^\p{Ll}{2,4}$/u.test(part);
}

/** One or two words with capitals behind a name: where it was written. */
function isPlace(part: string): boolean {
	return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(part);
}

/** A line that by its own words names the authors, wherever it is, with the moment in it. */
export function readSignedLine(text: string): { names: readonly string[]; stamp: Stamp | null } | null {
	if (text.length > longest || !words.maySign(text)) return null;
	const line = readAuthorLine(text);
	if (!line || line.marker === 'source') return null;
	const isSigned = line.marker !== null && line.leftover <= (line.dated ? 4 : 0);
	const isDated = line.people > 0 && line.leftover === 0 && (line.dated || line.roled);
	if (!isSigned && !isDated) return null;
	if (line.marker !== null && /[.:;]$/.test(text) && line.people === 0) return null;
	return { names: line.names, stamp: line.dated ? stampIn(unglued(text)) : null };
}

/** The moment of a line that says more, with the word before it that says what happened then. */
function stampIn(text: string): Stamp | null {
	const words = [...text.matchAll(anyStampWord)].slice(0, 3);
	for (const { index } of words) {
		const stamp = readStamp(text.slice(index));
		if (stamp) return stamp;
	}
	const moment = findMoment(text);
	if (moment === null) return null;
	return words.some(({ index }) => saysUpdated(text.slice(index)))
		? { updatedAt: moment.at }
		: { bare: moment };
}
