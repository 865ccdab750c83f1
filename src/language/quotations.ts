import type { Quote } from '../article.ts';
import { type Attribution, attribute } from './attribution.ts';
import { namesOf } from './names/names.ts';
import { joinPeople } from './names/people.ts';
import { roleOf } from './names/roles.ts';
import { type Paragraph, readParagraphs } from './page.ts';

/**
 * Every quotation of an article with its speaker, in reading order. Offsets are UTF-16, marks included;
 * `text` stands between the marks word for word, with no-break spaces folded. A speaker who is not known well
 * enough is null. Linear in the length of the article; never throws.
 */
export function findQuotes(paragraphs: readonly string[]): Quote[] {
	const page = readParagraphs(paragraphs);
	const names = page.map(namesOf);
	const people = joinPeople(names.flat());
	const attributions = attribute(page, names, people);
	const quotes: Quote[] = [];
	let group = -1;
	let before: { paragraph: Paragraph; number: number; attribution: Attribution | null } | null = null;
	for (const paragraph of page) {
		for (const [number, span] of paragraph.spans.entries()) {
			const text = foldSpaces(paragraph.text.slice(span.start + span.open, span.end - span.close));
			if (!text) continue;
			const attribution = attributions[paragraph.index]?.[number] ?? null;
			if (!continuesUtterance(before, paragraph, number, attribution)) group++;
			before = { paragraph, number, attribution };
			const tokens = page[attribution?.paragraph ?? 0]?.tokens ?? [];
			const known = attribution?.person && attribution.person.kind !== 'place' ? attribution.person : null;
			quotes.push({
				text,
				paragraph: paragraph.index,
				start: span.start,
				end: span.end,
				speaker: known?.name ?? null,
				role: known ? roleOf(known, page) : null,
				confidence: attribution ? attribution.confidence : null,
				mention:
					attribution && known
						? {
								paragraph: attribution.paragraph,
								start: tokens[attribution.first]?.start ?? 0,
								end: tokens[attribution.after - 1]?.end ?? 0,
							}
						: null,
				cue: known ? (attribution?.cue ?? null) : null,
				kind: isFragment(paragraph, number) ? 'fragment' : 'quote',
				group,
			});
		}
	}
	return quotes;
}

/** Folds no-break and other special spaces into plain ones, and trims. */
export const foldSpaces = (text: string): string => text.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();

function continuesUtterance(
	before: { paragraph: Paragraph; number: number; attribution: Attribution | null } | null,
	paragraph: Paragraph,
	number: number,
	attribution: Attribution | null,
): boolean {
	if (!before) return false;
	if (before.paragraph === paragraph) {
		return (
			number === before.number + 1 &&
			attribution !== null &&
			before.attribution?.first === attribution.first &&
			before.attribution.paragraph === attribution.paragraph &&
			!isFragment(paragraph, number)
		);
	}
	const open = before.paragraph.spans[before.number];
	return open?.closed === false && before.paragraph.index === paragraph.index - 1 && number === 0;
}

/** A quotation whose words are only a part of the sentence that stands around it. */
function isFragment(paragraph: Paragraph, number: number): boolean {
	const span = paragraph.spans[number];
	const bounds = paragraph.bounds[number];
	if (!span || !bounds) return false;
	const first = paragraph.tokens[bounds.first + 1];
	if (!first || first.capital || first.kind === 'number' || first.kind === 'mark') return false;
	const before = paragraph.tokens[bounds.first - 1];
	return before !== undefined && ![',', ':'].includes(before.text);
}
