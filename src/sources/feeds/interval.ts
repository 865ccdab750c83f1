import { createHash } from 'node:crypto';

const minute = 60_000;
const hour = 60 * minute;

/** Between two polls of a feed. */
export const bounds = { least: 10 * minute, most: 24 * hour };
/** Where nothing says how often a feed changes. */
const usual = hour;
/** How much sooner or later the next poll is after one that found something new, and one that found nothing. */
const factors = { changed: 1 / 1.5, same: 1.25 };
/** Of this many items, the last ones, the gaps say how often a feed changes. */
const datesLooked = 10;

/** How long a feed and its server ask to be left alone, in milliseconds; null where they say nothing. */
export interface Asked {
	readonly feed: number | null;
	readonly cacheControl: string | null;
}

/**
 * Milliseconds until a feed is polled again.
 * @param before as the last poll decided; null for the first one.
 * @param found whether there was something new, and when its items were published (milliseconds since 1970).
 */
export function nextInterval(
	before: number | null,
	found: { readonly isChanged: boolean; readonly dates: readonly number[] },
	asked: Asked,
): number {
	const own =
		before === null ? fromDates(found.dates) : before * (found.isChanged ? factors.changed : factors.same);
	const wanted = Math.max(asked.feed ?? 0, maxAge(asked.cacheControl) ?? 0);
	return Math.round(clamp(Math.max(clamp(own), wanted)));
}

/** Half of the median time between two items. */
function fromDates(dates: readonly number[]): number {
	const last = dates.toSorted((a, b) => b - a).slice(0, datesLooked);
	const gaps = last.flatMap((at, index) => {
		const next = last[index + 1];
		return next === undefined ? [] : [at - next];
	});
	const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
	return median === undefined ? usual : median / 2;
}

function clamp(interval: number): number {
	return Math.min(bounds.most, Math.max(bounds.least, interval));
}

/** The header's max-age in milliseconds; null where it says none, or that nothing is to be kept. */
function maxAge(cacheControl: string | null): number | null {
	if (cacheControl === null || /\bno-(?:cache|store)\b/iu.test(cacheControl)) return null;
	const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/iu.exec(cacheControl) ?? [];
	return seconds === undefined ? null : Number(seconds) * 1_000;
}

/** How far a feed's polls are moved from its interval, each feed's by its own part, so that not all come at once. */
const spread = 0.1;

/** A duration moved by up to a tenth to either side, the same for the same key. */
export function spreadOut(duration: number, key: string): number {
	return Math.round(duration * (1 - spread + 2 * spread * fraction(key)));
}

/** A number from 0 to 1 that a text is hashed to. */
export function fraction(key: string): number {
	return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}

const failure = { first: 15 * minute, doubled: 7, tooMany: hour, longestAsked: 48 * hour };

/**
 * Milliseconds until a feed that failed is tried again: longer with each failure in a row, and at least as long as the
 * server asks for.
 * @param failures those before this one.
 * @param retryAfter seconds, as the server says; null where it does not.
 */
export function pauseAfter(failures: number, status: number | null, retryAfter: number | null): number {
	const growing = failure.first * 2 ** Math.min(failures, failure.doubled);
	const least = status === 429 ? failure.tooMany : 0;
	const asked = Math.min((retryAfter ?? 0) * 1_000, failure.longestAsked);
	return Math.max(Math.min(Math.max(growing, least), bounds.most), asked);
}
