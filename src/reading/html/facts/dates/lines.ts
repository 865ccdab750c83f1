import type { Layout } from '../../blocks/layout.ts';
import type { Nearby } from '../near.ts';
import { type DayOrder, dayIn, dayOrTime } from './days.ts';

export type DayLabel = 'published' | 'updated' | 'reviewed' | null;

/** A line of a page that names a day. */
export interface DayLine {
	readonly day: string;
	readonly label: DayLabel;
	/** Blocks below the headline, negative above; null where it is not near it. */
	readonly from: number | null;
	readonly isElsewhere: boolean;
	/** The elements around it are named for dates or bylines. */
	readonly isMarked: boolean;
	/** Characters of the line besides the day. */
	readonly rest: number;
	readonly isLink: boolean;
	/** The element around it gives a moment for machines. */
	readonly hasMoment: boolean;
}

const publishedLabel =
	/\b(?:publish(?:ed)?|posted|first published|original(?:ly)?|created|released?|veröffentlicht|erstellt|publié|publicado|pubblicato|gepubliceerd|опубликовано)\b/iu;
const updatedLabel =
	/\b(?:updated?|modified|last (?:edited|changed|revised)|edited|aktualisiert|stand|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|обновлено)\b/iu;
const reviewedLabel = /\b(?:reviewed|fact.?checked|expires?|deadline|ends?|copyright|©)\b/iu;
const dateWords =
	/\b(?:date|dates|time|timestamp|published|publish|posted|pubdate|updated|meta|byline|info|author|details)\b/;
/** More text than a line with a date has. */
const longestLine = 160;
/** Further away from the headline only shorter lines are looked at, and so many; of these so many are kept. */
const longestFar = 80;
const mostLooked = 1_000;
const mostFar = 60;

/** The lines of a page that name a day: those near the headline, then short ones anywhere else. */
export function dayLines(nearby: readonly Nearby[], { blocks }: Layout, order: DayOrder): DayLine[] {
	const found: DayLine[] = [];
	for (const [index, { block, from, words, isElsewhere, at, time }] of nearby.entries()) {
		const { text } = block;
		if (text.length > longestLine || !(time || /\d/.test(text))) continue;
		// "3 days ago" and "Mar 6" have their day in the element.
		const day = dayIn(text, order) ?? (time && dayOrTime(time, order)?.slice(0, 10)) ?? null;
		if (day === null) continue;
		const before = nearby[index - 1];
		const label =
			labelOf(text) ??
			(before && before.at === at - 1 && before.block.text.length < 40 ? labelOf(before.block.text) : null);
		const line = {
			...{ day, label, from, isElsewhere, isMarked: dateWords.test(words) },
			...{ rest: Math.max(0, text.length - 12), isLink: block.linked > text.length * 0.7 },
			hasMoment: time !== null,
		};
		found.push(line);
		const other = label === null ? null : secondDay(text, order);
		if (other) found.push({ ...line, ...other });
	}
	const near = new Set(nearby.map(({ at }) => at));
	let far = 0;
	let looked = 0;
	for (const [at, { text, linked }] of blocks.entries()) {
		if (far >= mostFar || looked >= mostLooked) break;
		if (near.has(at) || text.length > longestFar || !/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(text)) continue;
		looked++;
		const day = dayIn(text, order);
		if (day === null) continue;
		far++;
		const before = blocks[at - 1]?.text ?? '';
		found.push({
			...{ day, label: labelOf(text) ?? (before.length < 40 ? labelOf(before) : null), from: null },
			...{ isElsewhere: false, isMarked: false, rest: Math.max(0, text.length - 12) },
			...{ isLink: linked > text.length * 0.7, hasMoment: false },
		});
	}
	return found;
}

function labelOf(text: string): DayLabel {
	if (reviewedLabel.test(text)) return 'reviewed';
	const published = publishedLabel.exec(text);
	const updated = updatedLabel.exec(text);
	if (published && updated) return published.index < updated.index ? 'published' : 'updated';
	return published ? 'published' : updated ? 'updated' : null;
}

/** "Published May 3, 2024 | Updated June 4, 2024": what is said behind the second label. */
function secondDay(text: string, order: DayOrder): { day: string; label: DayLabel } | null {
	const published = publishedLabel.exec(text);
	const updated = updatedLabel.exec(text);
	if (!published || !updated) return null;
	const [at, label] =
		published.index < updated.index
			? [updated.index, 'updated' as const]
			: [published.index, 'published' as const];
	const day = dayIn(text.slice(at), order);
	return day ? { day, label } : null;
}

/** How much a line looks like the one that says when the article was published; about 3 for a day alone. */
export function lineScore({ label, from, isElsewhere, isMarked, rest, isLink }: DayLine): number {
	const distance = from === null ? 3 : Math.abs(from) / (from < 0 ? 6 : 12);
	return (
		3 +
		(isMarked ? 1.5 : 0) +
		(label === 'published' ? 2 : label === 'updated' ? 0.7 : label === 'reviewed' ? -3 : 0) -
		(isElsewhere ? 2.5 : 0) -
		rest / 40 -
		distance -
		(isLink && (from === null || from > 6) ? 1 : 0)
	);
}
