import type { ForestScorer } from '../../../../language/model/trees.ts';
import { mostLikely, type Option } from '../choice.ts';
import type { Ground } from '../ground.ts';
import type { Nearby } from '../near.ts';
import { type DayCandidate, type Days, daysOf, modifiedSources, publishedSources } from './candidates.ts';
import { isNear } from './days.ts';
import { dayRow } from './row.ts';

/** When an article was published and changed; null where unknown. */
export interface Dates {
	/** The day that the page shows, "2024-05-06". */
	readonly published: string | null;
	/** The same as the page's data have it, ISO 8601, mostly with time and offset: in another zone it may be the day before. */
	readonly publishedAt: string | null;
	readonly updatedAt: string | null;
	/** The day that the page shows, where it is likely enough to be given without a moment. */
	readonly publishedOn: string | null;
}

/** A day that is less likely right is not given: none is better than a wrong one. */
const leastChance = 0.55;
/** Nor is a day alone, which no moment in the page's data confirms. */
const leastAlone = 0.85;

/** The days on which the article of a page may have been published, each with what is told of it. */
export function dayOptions(days: Days): Option<DayCandidate>[] {
	return days.candidates.filter(isOfPublication).map((value) => ({ value, row: dayRow(value, days) }));
}

/** When a page's article was published, by the most likely of all days that the page names. */
export function datesOf(ground: Ground, nearby: readonly Nearby[], forest: ForestScorer): Dates {
	const days = daysOf(ground, nearby);
	const chosen = mostLikely(dayOptions(days), forest, true);
	const chance = chosen?.chance ?? 0;
	const day = chosen && chance >= leastChance ? chosen.value.day : null;
	return {
		published: day,
		publishedAt: day && withTime(day, days),
		updatedAt: changeOf(days),
		publishedOn: chance >= leastAlone ? day : null,
	};
}

/** Whether anything says that the article was published on a day, and not only that it was changed then. */
function isOfPublication({ moments, lines, isInAddress, times }: DayCandidate): boolean {
	return (
		isInAddress ||
		publishedSources.some((source) => moments.has(source)) ||
		lines.some(
			({ label, from, isElsewhere, isMarked }) =>
				label === 'published' || (label === null && from !== null && (isMarked || !isElsewhere)),
		) ||
		(times > 0 && moments.size === 0 && lines.every(({ label }) => label !== 'updated'))
	);
}

/** A day with its time, as the page's data have it; the day alone where they have none. */
function withTime(day: string, { said }: Days): string {
	for (const source of publishedSources) {
		const moment = said.get(source);
		if (moment && moment.length > 10 && isNear(moment, day)) return moment;
	}
	return day;
}

function changeOf({ said, candidates }: Days): string | null {
	for (const source of modifiedSources) {
		const moment = said.get(source);
		if (moment) return moment;
	}
	return (
		candidates.find(({ lines }) => lines.some(({ label, from }) => label === 'updated' && from !== null))
			?.day ?? null
	);
}
