import type { MonthCount } from '../../stores/articles.ts';
import type { Change } from './effects.ts';

/** A speaker's quotations each month with those that corrections give or take, the latest month first. */
export function correctMonths(
	months: readonly MonthCount[],
	changes: readonly Change[],
	key: string,
): MonthCount[] {
	const counts = new Map(months.map(({ month, count }) => [month, count]));
	for (const { before, after } of changes) {
		const month = new Date(before.article.at).toISOString().slice(0, 7);
		const by = (after?.speakerKey === key ? 1 : 0) - (before.speakerKey === key ? 1 : 0);
		if (by !== 0) counts.set(month, (counts.get(month) ?? 0) + by);
	}
	return [...counts]
		.filter(([, count]) => count > 0)
		.sort(([a], [b]) => (a < b ? 1 : -1))
		.map(([month, count]) => ({ month, count }));
}
