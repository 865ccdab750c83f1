import { type CalendarDay, findDay, isDay } from '../../dump/days.ts';
import { attribute, textIn } from '../tree.ts';
import { firstOf, type Head } from './head.ts';
import type { Nearby } from './near.ts';
import { isArticle, textOf } from './structured.ts';

/** When an article was published and changed; null where unknown. */
export interface Dates {
	/** The day that the page shows, "2024-05-06". */
	readonly published: string | null;
	/** The same as the page's data have it, ISO 8601, mostly with time and offset: in another zone it may be the day before. */
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
}

/** How a page writes days in numbers: "3/4/2025" is in March, in April, or cannot be told. */
export type DayOrder = 'month first' | 'day first' | null;

const publishedNames = [
	...[
		'article:published_time',
		'article:published',
		'og:article:published_time',
		'og:published_time',
		'og:pubdate',
	],
	...[
		'datepublished',
		'dc.date.issued',
		'dcterms.issued',
		'dcterms.created',
		'dc.date.created',
		'dcterms.date',
		'dc.date',
	],
	...[
		'parsely-pub-date',
		'sailthru.date',
		'pubdate',
		'publishdate',
		'publish-date',
		'publish_date',
		'publication_date',
	],
	...[
		'published',
		'published-date',
		'article:publish_date',
		'publisheddate',
		'published_at',
		'citation_publication_date',
		'citation_online_date',
		'date',
		'article.published',
		'cxenseparse:recs:publishtime',
	],
	...['bt:pubdate', 'datecreated', 'created', 'release_date', 'displaydate', 'last-updated'],
];
const updatedNames = [
	'article:modified_time',
	'og:updated_time',
	'datemodified',
	'dcterms.modified',
	'last-modified',
	'lastmod',
];

/** @param address the page's own, or null. */
export function datesOf(
	head: Head,
	nearby: readonly Nearby[],
	order: DayOrder,
	address: string | null,
): Dates {
	const articles = head.things.filter(isArticle);
	const said = (value: string | null | undefined) => (value ? dayOrTime(value, order) : null);
	const first = (values: readonly (string | null | undefined)[]) =>
		values.map(said).find((one) => one !== null) ?? null;
	const published = first([
		...articles.map((thing) => textOf(thing.datePublished)),
		...publishedNames.map((name) => firstOf(head, name)),
		...itemsNamed(head, 'datePublished'),
		...head.things.map((thing) => textOf(thing.datePublished)),
	]);
	const updated = first([
		...articles.map((thing) => textOf(thing.dateModified)),
		...updatedNames.map((name) => firstOf(head, name)),
		...itemsNamed(head, 'dateModified'),
	]);
	const seen = seenDays(nearby, order);
	const day = chosenDay(published, updated, seen, address, onlyTime(head, order, updated));
	// The page's data have the time of that day, where they mean it.
	const publishedAt = published && day && isNear(published, day) ? published : day;
	return {
		published: day,
		publishedAt,
		updatedAt: updated ?? seen.find(({ label }) => label === 'updated')?.day ?? null,
	};
}

interface Seen {
	readonly day: string;
	readonly label: 'published' | 'updated' | 'reviewed' | null;
	readonly score: number;
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

function seenDays(nearby: readonly Nearby[], order: DayOrder): Seen[] {
	const found: Seen[] = [];
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
		const bare = text.length - 12;
		const score =
			3 +
			(dateWords.test(words) ? 1.5 : 0) +
			(label === 'published' ? 2 : label === 'updated' ? 0.7 : label === 'reviewed' ? -3 : 0) -
			(isElsewhere ? 2.5 : 0) -
			Math.max(0, bare) / 40 -
			Math.abs(from) / (from < 0 ? 6 : 12) -
			(block.linked > text.length * 0.7 && from > 6 ? 1 : 0);
		found.push({ day, label, score });
		const other = label === null ? null : secondDay(text, order);
		if (other) found.push({ day: other.day, label: other.label, score: score - 0.5 });
	}
	return found.sort((a, b) => b.score - a.score);
}

function labelOf(text: string): Seen['label'] {
	if (reviewedLabel.test(text)) return 'reviewed';
	const published = publishedLabel.exec(text);
	const updated = updatedLabel.exec(text);
	if (published && updated) return published.index < updated.index ? 'published' : 'updated';
	return published ? 'published' : updated ? 'updated' : null;
}

/** "Published May 3, 2024 | Updated June 4, 2024": what is said behind the second label. */
function secondDay(text: string, order: DayOrder): { day: string; label: Seen['label'] } | null {
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

/** Less than this is no line that says when the article was published. */
const leastScore = 2.2;

function chosenDay(
	published: string | null,
	updated: string | null,
	seen: readonly Seen[],
	address: string | null,
	only: string | null,
): string | null {
	const good = seen.filter(({ score, label }) => score >= leastScore && label !== 'reviewed');
	const own = published?.slice(0, 10) ?? null;
	if (own && seen.some(({ day }) => isNear(own, day)))
		return seen.find(({ day }) => isNear(own, day))?.day ?? own;
	const inAddress = dayInAddress(address);
	const labelled = good.find(({ label }) => label === 'published');
	if (labelled) return labelled.day;
	if (inAddress && (own === null || isNear(own, inAddress))) return inAddress;
	const plain = good.find(({ label }) => label === null);
	if (own === null) return plain?.day ?? only;
	// A page that shows another day than its data, and not as that of a change, shows the right one.
	if (plain && plain.score >= 3.5 && !(updated && isNear(updated, plain.day))) return plain.day;
	return own;
}

/** A day in an address: "/2025/12/19/", "/2025-12-19-". */
function dayInAddress(address: string | null): string | null {
	const match = /[/_-](20\d{2})[/-](\d{2})[/-](\d{2})(?!\d)/u.exec(address ?? '');
	const day = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
	return day && isDay(day) ? iso(day) : null;
}

/** The day of a page's `time` elements, where all say the same and it is not that of a change. */
function onlyTime({ marked }: Head, order: DayOrder, updated: string | null): string | null {
	const days = new Set<string>();
	for (const element of marked) {
		const moment = element.tagName === 'time' ? attribute(element, 'datetime') : null;
		const day = moment ? dayOrTime(moment, order)?.slice(0, 10) : null;
		if (!day) continue;
		if (attribute(element, 'itemprop') === 'dateModified' || updatedLabel.test(textIn(element))) return null;
		days.add(day);
	}
	const [day] = days;
	return day && days.size === 1 && !(updated && isNear(updated, day)) ? day : null;
}

function itemsNamed({ marked }: Head, name: string): (string | null)[] {
	return marked
		.filter((element) => attribute(element, 'itemprop')?.split(' ').includes(name))
		.map(
			(element) =>
				attribute(element, 'datetime') ??
				attribute(element, 'content') ??
				attribute(element, 'title') ??
				textIn(element).slice(0, 100),
		);
}

/** At most a day apart: the same moment in two time zones. */
function isNear(one: string, other: string): boolean {
	return Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= 24 * 60 * 60 * 1_000;
}

/** A date as a page's data have it: ISO 8601, or as people write it. */
function dayOrTime(written: string, order: DayOrder): string | null {
	const exact = /^\s*(\d{4})-(\d{2})-(\d{2})(?:([T ]\d{2}:\d{2}\S*(?: ?[+-]\d{2}:?\d{2})?))?/u.exec(written);
	if (exact) {
		const day = { year: Number(exact[1]), month: Number(exact[2]), day: Number(exact[3]) };
		return isDay(day) && day.year > 1900 ? `${iso(day)}${exact[4] ?? ''}` : null;
	}
	const compact = /^\s*(20\d{2})(\d{2})(\d{2})(?:\D|$|\d{6})/u.exec(written);
	const day = compact && { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
	if (day && isDay(day)) return iso(day);
	return written.length > 120 ? null : dayIn(written, order);
}

function dayIn(text: string, order: DayOrder): string | null {
	const found = findDay(text);
	if (found?.day) return found.day.year > 1980 && found.day.year < 2100 ? iso(found.day) : null;
	const numbers = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})(?!\d)/u.exec(text);
	if (!numbers) return null;
	const [, one = '', two = '', year = ''] = numbers;
	if (order === null && Number(one) <= 12 && Number(two) <= 12 && one !== two) return null;
	const isMonthFirst = order === 'month first' ? Number(one) <= 12 : order === null && Number(two) > 12;
	const [month, dayOfMonth] = isMonthFirst ? [one, two] : [two, one];
	const day = { year: Number(year), month: Number(month), day: Number(dayOfMonth) };
	return isDay(day) ? iso(day) : null;
}

function iso({ year, month, day }: CalendarDay): string {
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
