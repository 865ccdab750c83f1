import { once } from '../language/once.ts';
import type { Months } from '../library/library.ts';
import { number } from './numbers.ts';

const named = once(
	() => new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** "2031-05" as "May 2031". */
export function monthName(month: string): string {
	const at = Date.parse(`${month}-01T00:00:00Z`);
	return Number.isNaN(at) ? month : named().format(at);
}

/** How many months are named one by one. */
const mostNamed = 6;

/** "May 2031: 3 · April 2031: 1 · earlier: 4"; the latest first. Empty where there is only one month. */
export function byMonth(months: Months): string {
	if (months.length < 2) return '';
	const earlier = months.slice(mostNamed).reduce((sum, { count }) => sum + count, 0);
	return [
		...months.slice(0, mostNamed).map(({ month, count }) => `${monthName(month)}: ${number(count)}`),
		...(earlier === 0 ? [] : [`earlier: ${number(earlier)}`]),
	].join(' · ');
}
