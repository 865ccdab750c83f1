import { byName, rowOf } from '../choice.ts';
import { type DayCandidate, type Days, daySources, modifiedSources, publishedSources } from './candidates.ts';
import { daysBetween, isNear } from './days.ts';
import { lineScore } from './lines.ts';

const labels = ['published', 'updated', 'reviewed', 'none'] as const;

export const dayNames = [
	...daySources,
	...daySources.map((source) => `page:${source}` as const),
	...['published', 'modified', 'nearPublished', 'nearModified'],
	...labels.map((label) => `line:${label}` as const),
	...labels.map((label) => `pageLine:${label}` as const),
	...['score', 'rank', 'nearScore', 'bestOther', 'from', 'elsewhere', 'rest', 'lines', 'far', 'farLabel'],
	...['moment', 'marked'],
	...['times', 'firstTime', 'timeElements', 'inAddress', 'pageAddress', 'addressMonth'],
	...['candidates', 'toPublished', 'toModified', 'earliest', 'latest', 'midnight', 'year'],
] as const;

/** 2 where a source says just this day, 1 where it says the one before or behind, 0 where another, -1 where none. */
const closeness = (said: string | undefined, day: string) =>
	said === undefined ? -1 : said.slice(0, 10) === day ? 2 : isNear(said, day) ? 1 : 0;

/** What is told of a day of a page. */
export function dayRow(
	candidate: DayCandidate,
	{ candidates, said, address, timeElements }: Days,
): Float64Array {
	const { day, moments, lines, times, firstTime, isInAddress } = candidate;
	const near = candidates.filter((one) => one !== candidate && isNear(one.day, day));
	const scoreOf = (one: DayCandidate) => Math.max(-3, ...one.lines.map(lineScore));
	const score = scoreOf(candidate);
	const close = lines.filter(({ from }) => from !== null);
	const far = lines.filter(({ from }) => from === null);
	const best = [...close].sort((a, b) => lineScore(b) - lineScore(a))[0];
	const all = candidates.flatMap((one) => one.lines.filter(({ from }) => from !== null));
	const isPublished = (one: DayCandidate) =>
		publishedSources.filter((source) => one.moments.has(source)).length;
	const isModified = (one: DayCandidate) =>
		modifiedSources.filter((source) => one.moments.has(source)).length;
	const published = publishedSources.flatMap((source) => said.get(source) ?? [])[0];
	const modified = modifiedSources.flatMap((source) => said.get(source) ?? [])[0];
	const structured = candidates.filter((one) => one.moments.size > 0).map((one) => one.day);
	const moment = [...moments.values()].find((one) => one.length > 10) ?? '';
	const distance = (other: string | undefined) =>
		other === undefined ? -40 : Math.max(-30, Math.min(30, scaled(daysBetween(other, day))));
	const has = (lines_: typeof lines, label: (typeof labels)[number]) =>
		lines_.some((line) => (line.label ?? 'none') === label) ? 1 : 0;
	return rowOf(dayNames, {
		...byName(daySources, (source) =>
			moments.has(source) ? 2 : near.some((one) => one.moments.has(source)) ? 1 : 0,
		),
		...byName(daySources, (source) => closeness(said.get(source), day), 'page:'),
		published: isPublished(candidate),
		modified: isModified(candidate),
		nearPublished: near.reduce((sum, one) => sum + isPublished(one), 0),
		nearModified: near.reduce((sum, one) => sum + isModified(one), 0),
		...byName(labels, (label) => has(close, label), 'line:'),
		...byName(labels, (label) => has(all, label), 'pageLine:'),
		score,
		rank: candidates.filter((one) => scoreOf(one) > score).length,
		nearScore: Math.max(-3, ...near.map(scoreOf)),
		bestOther: Math.max(
			-3,
			...candidates.filter((one) => one !== candidate && !near.includes(one)).map(scoreOf),
		),
		from: best?.from ?? 40,
		elsewhere: best ? (best.isElsewhere ? 1 : 0) : -1,
		rest: best?.rest ?? -1,
		lines: Math.min(5, close.length),
		far: Math.min(5, far.length),
		farLabel: far.some(({ label }) => label === 'published')
			? 2
			: far.some(({ label }) => label === 'updated')
				? 1
				: 0,
		moment: best?.hasMoment ? 1 : 0,
		marked: best?.isMarked ? 1 : 0,
		times: Math.min(5, times),
		firstTime: Math.min(10, firstTime),
		timeElements: Math.min(20, timeElements),
		inAddress: isInAddress ? 1 : 0,
		pageAddress: candidates.some((one) => one.isInAddress) ? 1 : 0,
		addressMonth: inMonth(day, address),
		candidates: Math.min(20, candidates.length),
		toPublished: distance(published),
		toModified: distance(modified),
		earliest: structured.every((one) => day <= one) ? 1 : 0,
		latest: structured.every((one) => day >= one) ? 1 : 0,
		midnight: /T00:00/.test(moment) ? 1 : moment === '' ? -1 : 0,
		year: Number(day.slice(0, 4)),
	});
}

/** Days as they matter: one is much, and one more after a year is nothing. */
const scaled = (days: number) => Math.sign(days) * Math.log2(1 + Math.abs(days)) * 2;

function inMonth(day: string, address: string | null): number {
	const match = /[/_-](20\d{2})[/-](\d{2})(?!\d)/u.exec(address ?? '');
	if (!match) return -1;
	return day.startsWith(`${match[1]}-${match[2]}`) ? 1 : 0;
}
