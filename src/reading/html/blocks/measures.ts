import type { Block } from './layout.ts';

/** What is counted in the text of a block. */
export interface Measures {
	readonly length: number;
	readonly words: number;
	readonly wordLength: number;
	/** Shares of the characters. */
	readonly linked: number;
	readonly strong: number;
	readonly digits: number;
	readonly upper: number;
	/** Of the words, how many begin with a capital. */
	readonly capitals: number;
	readonly commas: number;
	readonly sentences: number;
	/** 0 a letter, 1 a digit, 2 a full stop, 3 "?" or "!", 4 a colon, 5 "…", 6 another sign. */
	readonly end: number;
	/** 0 a capital or a letter without case, 1 a small one, 2 a digit, 3 a quotation mark, 4 another sign. */
	readonly start: number;
	readonly quotes: number;
	readonly separators: number;
	/** 1 a time of day or how long ago, 2 a year or a date, 3 both. */
	readonly time: number;
}

export const measureNames = [
	...['length', 'words', 'wordLength', 'linked', 'strong', 'digits', 'upper', 'capitals', 'commas'],
	...['sentences', 'end', 'start', 'quotes', 'separators', 'time'],
] as const satisfies readonly (keyof Measures)[];

/** Of a longer text only so much is looked at. */
const looked = 800;
const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

export function measuresOf({ text: whole, linked, strong }: Block): Measures {
	const text = whole.length > looked ? whole.slice(0, looked) : whole;
	let upper = 0;
	let digits = 0;
	let commas = 0;
	let bars = 0;
	let words = 1;
	let capitals = 0;
	let isStart = true;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 32) {
			words++;
			isStart = true;
			continue;
		}
		const isUpper =
			(code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f);
		if (isUpper) {
			upper++;
			if (isStart) capitals++;
		} else if (code >= 48 && code <= 57) digits++;
		else if (code === 44 || code === 0x3001 || code === 0xff0c) commas++;
		else if (code === 124 || code === 0xb7 || code === 0x2022 || code === 0x203a || code === 0xbb) bars++;
		isStart = false;
	}
	if (wide.test(text)) words += Math.round(text.length / 2.5);
	return {
		length: Math.min(2_500, whole.length),
		words: Math.min(400, (words * whole.length) / text.length),
		wordLength: Math.min(30, text.length / words),
		linked: Math.min(1, linked / whole.length),
		strong: Math.min(1, strong / whole.length),
		digits: digits / text.length,
		upper: upper / text.length,
		capitals: capitals / words,
		commas: Math.min(10, commas),
		sentences: Math.min(10, text.match(/[.!?。！？।؟][”"’»)]? (?=[^a-z])|[。！？]/g)?.length ?? 0),
		end: endOf(whole),
		start: startOf(text),
		quotes: /["“„«»「『]/.test(text) ? 1 : 0,
		separators: Math.min(6, bars),
		time: digits > 0 ? timeIn(text) : 0,
	};
}

function endOf(text: string): number {
	const end = /[^"'”’»›“‘)\]\s]["'”’»›“‘)\]]*$/.exec(text.slice(-12))?.[0][0] ?? ')';
	if (/[\p{L}\p{M}]/u.test(end)) return 0;
	if (/\d/.test(end)) return 1;
	if (/[.。।۔]/.test(end)) return /\.\.\.["'”’»]?$/.test(text) ? 5 : 2;
	if (/[!?！？؟]/.test(end)) return 3;
	if (end === ':' || end === '：') return 4;
	return end === '…' ? 5 : 6;
}

function startOf(text: string): number {
	if (/^\p{Ll}/u.test(text)) return 1;
	if (/^\p{L}/u.test(text)) return 0;
	if (/^\d/.test(text)) return 2;
	return /^["“„«»'‘「『]/.test(text) ? 3 : 4;
}

function timeIn(text: string): number {
	const clock =
		/\b\d{1,2}[:.h]\d{2}\b|\b\d{1,3} ?(?:min|h|hours?|hrs?|days?|mins?|minutes?|sec|s|weeks?|months?|years?) ?(?:ago|read)?\b/.test(
			text,
		);
	const day = /\b(?:19|20|21)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(text);
	return (clock ? 1 : 0) + (day ? 2 : 0);
}
