import { readSignedLine } from './authors/line.ts';
import { readClock } from './clock.ts';
import { isOwner, labelledCaption, readCredit, splitCaption } from './credit.ts';
import { furnitureOf } from './furniture.ts';
import { readStamp, type Stamp } from './stamps.ts';

/** What a line is by its own words, wherever it is. */
export type Mark =
	| { readonly kind: 'clock'; readonly at: string | null }
	| { readonly kind: 'stamp'; readonly stamp: Stamp }
	| { readonly kind: 'byline'; readonly names: readonly string[] }
	| { readonly kind: 'credit'; readonly credit: string }
	| { readonly kind: 'caption'; readonly caption: string; readonly credit: string | null }
	| { readonly kind: 'url'; readonly url: string }
	| { readonly kind: 'furniture'; readonly what: string };

const longest = 600;
/** Between the marks of a line: bars, dots, dashes, or the place where copying lost a break ("readApril"). */
const segments =
	/ ?[|·•] ?| [–—/-] |(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})|(?<=\d)(?=\p{Lu}\p{Ll}{3})|(?<=\p{Lu}{2}[+-]\d)(?=\p{Lu}\p{Ll})/u;
const address = /^(?:(?:url|source|link|original|from|via):? ?)?(https?:\/\/[^\s<>"]{4,2000})$/i;

/** The marks of a line, several where bars or dots are between them; none where the line is text. */
export function marksOf(text: string): readonly Mark[] {
	const url = address.exec(text)?.[1];
	if (url && URL.canParse(url)) return [{ kind: 'url', url }];
	if (text.length > longest) return [];
	const whole = markOf(text);
	if (whole) return [whole];
	if (text.length > 250) return [];
	if (!segments.test(text)) return signed(text);
	const parts = text.split(segments).filter((part) => part !== '');
	const marks = parts.map(markOf);
	if (parts.length > 1 && marks.every((mark) => mark !== null)) return marks;
	return signed(text);
}

function markOf(text: string): Mark | null {
	const clock = readClock(text);
	if (clock) return { kind: 'clock', at: clock.at };
	const stamp = readStamp(text);
	if (stamp) return { kind: 'stamp', stamp };
	const caption = labelledCaption(text);
	if (caption) {
		const split = splitCaption(caption);
		return { kind: 'caption', caption: split?.caption ?? caption, credit: split?.credit ?? null };
	}
	if (isOwner(text)) return { kind: 'furniture', what: 'copyright' };
	const what = furnitureOf(text);
	if (what && what !== 'copyright') return { kind: 'furniture', what };
	const credit = /all rights reserved/i.test(text) ? null : readCredit(text);
	if (credit) return { kind: 'credit', credit };
	const line = readSignedLine(text);
	if (line && line.stamp === null) return { kind: 'byline', names: line.names };
	return what ? { kind: 'furniture', what } : null;
}

/** "By Ann Lee 3 May 2031, 10:14 GMT": who wrote it and when, with nothing between them. */
function signed(text: string): readonly Mark[] {
	const line = readSignedLine(text);
	if (!line) return [];
	const byline = { kind: 'byline', names: line.names } as const;
	return line.stamp ? [byline, { kind: 'stamp', stamp: line.stamp }] : [byline];
}
