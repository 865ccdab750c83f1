import type { Mark, Text } from '../../card.ts';
import { buttonUrl } from '../limits.ts';
import {
	code,
	escapeBold,
	escapeLine,
	escapeRanges,
	escapeText,
	link,
	safeUrl,
	spoiler,
} from '../markdown.ts';
import { plain, plainLine } from '../plain.ts';
import { atSentence, atWord } from './cut.ts';

/** What a view needs to know from Discord: the ids of the registered commands, by name. */
export interface Known {
	readonly commandIds: ReadonlyMap<string, string>;
}

const timeStyles = { date: 'D', moment: 'f', ago: 'R' } as const;
const idPrefixes = { channel: '#', role: '@&', member: '@' } as const;

/** A part of running text as Discord's markdown. */
function part(one: string | Mark, known: Known): string {
	if (typeof one === 'string') return escapeText(one);
	switch (one.mark) {
		case 'strong':
			return around('**', escapeLine(one.text));
		case 'struck':
			return around('~~', escapeLine(one.text));
		case 'emphasis':
			// Discord reads an escaped star inside stars as their end; between underscores it does not.
			return around(one.text.includes('*') ? '_' : '*', escapeLine(one.text));
		case 'code':
			return code(one.text);
		case 'verbatim':
			return `“${one.ranges ? escapeRanges(one.text, one.ranges) : escapeBold(one.text, one.bold)}${one.open ? '' : '”'}`;
		case 'spoiler':
			return spoiler(one.text);
		case 'link': {
			const url = safeUrl(one.url, buttonUrl);
			return url === null ? escapeLine(one.text) : link(one.text, url);
		}
		case 'time': {
			const seconds = Math.floor(Date.parse(one.at) / 1000);
			return Number.isNaN(seconds) ? escapeLine(one.at) : `<t:${seconds}:${timeStyles[one.style]}>`;
		}
		case 'command': {
			const id = known.commandIds.get(one.name.split(' ')[0] ?? '');
			return id === undefined ? code(`/${one.name}`) : `</${one.name}:${id}>`;
		}
		default:
			return /^\d{15,20}$/u.test(one.id) ? `<${idPrefixes[one.mark]}${one.id}>` : escapeLine(one.id);
	}
}

function around(marks: string, text: string): string {
	return text === '' ? '' : `${marks}${text}${marks}`;
}

/** Joins neighbouring strings, and neighbouring marks of one kind, so that no marks touch. */
function joined(text: Text): (string | Mark)[] {
	const parts: (string | Mark)[] = [];
	for (const one of text) {
		const last = parts.at(-1);
		if (typeof one === 'string') {
			if (typeof last === 'string') parts[parts.length - 1] = last + one;
			else if (one !== '') parts.push(one);
		} else if (
			(one.mark === 'strong' || one.mark === 'struck' || one.mark === 'emphasis' || one.mark === 'spoiler') &&
			typeof last === 'object' &&
			last.mark === one.mark
		) {
			parts[parts.length - 1] = { mark: one.mark, text: last.text + one.text };
		} else {
			// Bold and italic marks that touch would be read as three stars.
			const meet = /^(?:strong|emphasis)$/u;
			if (typeof last === 'object' && meet.test(last.mark) && meet.test(one.mark)) parts.push(' ');
			parts.push(one);
		}
	}
	return parts;
}

export interface Running {
	readonly markdown: string;
	/** Whether something is missing at the end. */
	readonly cut: boolean;
}

/**
 * Running text as Discord's markdown, at most `room` characters long. What does not fit is cut at the end of a
 * sentence, or of a word with "…"; words shown word for word are cut only at the end of a sentence, or left
 * out, and "…" is outside their marks.
 */
export function running(text: Text, known: Known, room: number): Running {
	let markdown = '';
	const parts = joined(text);
	for (const [index, one] of parts.entries()) {
		const whole = part(bounded(one, room), known) + turnedBack(one, parts[index + 1]);
		if (whole.length <= room - markdown.length && bounded(one, room) === one) {
			markdown += whole;
			continue;
		}
		// Two characters for " …".
		const left = room - markdown.length - 2;
		markdown += beginning(bounded(one, room), known, left);
		return { markdown: withDots(markdown), cut: true };
	}
	return { markdown, cut: false };
}

/** A name or headline whose last letter is of a script that is read from the right. */
const endsFromRight =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}][^\p{L}]*$/u;
const leftToRight = '\u200e';

/** The sign behind such a name that keeps a number after it in its place: "· ¶ 4", not "4 ¶ ·". */
function turnedBack(one: string | Mark, next: string | Mark | undefined): string {
	if (typeof one === 'string' || typeof next !== 'string' || /^\p{L}/u.test(next)) return '';
	return (one.mark === 'strong' || one.mark === 'link') && endsFromRight.test(one.text.slice(-100))
		? leftToRight
		: '';
}

/** Escaping only makes text longer, so what is far beyond the room is not even looked at. */
function bounded(one: string | Mark, room: number): string | Mark {
	const most = room + 500;
	if (typeof one === 'string') return one.length > most ? one.slice(0, most) : one;
	return 'text' in one && one.text.length > most ? { ...one, text: one.text.slice(0, most) } : one;
}

function withDots(markdown: string): string {
	const trimmed = markdown.trimEnd();
	return trimmed.endsWith('…') ? trimmed : trimmed === '' ? '' : `${trimmed} …`;
}

/** As much of a part as fits and may be cut off; an empty string where that is nothing. */
function beginning(one: string | Mark, known: Known, room: number): string {
	const as = (text: string) => (typeof one === 'string' ? text : ({ ...one, text } as Mark));
	const fits = (text: string) => part(as(text), known).length <= room;
	if (typeof one === 'string') {
		const text = plain(one);
		return part(atSentence(text, fits) || atWord(text, fits), known);
	}
	switch (one.mark) {
		case 'verbatim': {
			const text = atSentence(plain(one.text), fits);
			return text === '' ? '' : part(as(text), known);
		}
		case 'strong':
		case 'struck':
		case 'emphasis':
		case 'code':
		case 'spoiler':
		case 'link': {
			const text = atWord(plainLine(one.text), fits);
			return text === '' ? '' : part(as(text), known);
		}
		default:
			return '';
	}
}
