import type { Mention } from '../mentions.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import { trimmed } from './trimmed.ts';
import type { Unmarked } from './unmarked.ts';

const opensDash = /^[\s\u00a0]*[—–―][\s\u00a0]?(?=[\p{L}¿¡…])/u;
const dash = /[—–―]/u;

/** Dialogue that dashes open. */
export function findDashes(parsedArticle: ParsedArticle): Unmarked[] {
	const found: Unmarked[] = [];
	let attributed = false;
	for (const { paragraph, mentions } of parsedArticle.parsedParagraphs) {
		const opening = opensDash.exec(paragraph.text)?.[0];
		if (opening === undefined || paragraph.spans.length > 0) continue;
		const parts = splitAtDashes(paragraph.text, opening.length);
		const words: { start: number; end: number }[] = [];
		let source: Mention | null = null;
		let cue: string | null = null;
		for (const [index, part] of parts.entries()) {
			const verb =
				index % 2 === 1
					? leadingVerb(paragraph.text.slice(part.start, part.end), paragraph.words.cueVerbs)
					: null;
			if (!verb && index % 2 === 1) {
				// A dash inside the speech: it continues.
				const last = words.at(-1);
				if (last) last.end = part.end;
				continue;
			}
			if (!verb) {
				words.push({ ...part });
				continue;
			}
			attributed = true;
			cue ??= verb;
			source ??=
				mentions.find((one) => {
					const at = paragraph.tokens[one.first]?.start ?? 0;
					return at >= part.start && at < part.end;
				}) ?? null;
		}
		const tokens = paragraph.tokens;
		const mention = source && {
			start: tokens[source.first]?.start ?? 0,
			end: tokens[source.after - 1]?.end ?? 0,
		};
		for (const [index, { start, end }] of words.entries()) {
			found.push({
				paragraph: paragraph.index,
				start: index === 0 ? 0 : start,
				end,
				open: index === 0 ? opening.length : 0,
				speaker: source?.person?.name ?? null,
				person: source?.person ?? null,
				mention: source?.person ? mention : null,
				cue: source?.person ? cue : null,
				turn: paragraph.index,
			});
		}
	}
	// Without one attribution the dashes may open the items of a list.
	return attributed ? found : [];
}

function splitAtDashes(text: string, from: number): { start: number; end: number }[] {
	const parts: { start: number; end: number }[] = [];
	let start = from;
	for (let at = from; at <= text.length; at++) {
		if (at < text.length && !(dash.test(text[at] ?? '') && /\s/.test(text[at - 1] ?? ''))) continue;
		const part = trimmed(text, start, at);
		if (part.end > part.start) parts.push(part);
		start = at + 1;
	}
	return parts;
}

function leadingVerb(text: string, cueVerbs: ReadonlyMap<string, string>): string | null {
	for (const word of text
		.slice(0, 60)
		.split(/[^\p{L}'’-]+/u)
		.slice(0, 4)) {
		if (word && word === word.toLowerCase() && cueVerbs.has(word)) return word;
	}
	return null;
}
