import type { Block } from '../../src/card.ts';
import { monthName } from '../../src/cards/months.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { once } from '../../src/language/once.ts';
import type { SpeakersAnswer } from '../../src/library/library.ts';
import type { ChartRequest, Theme } from '../../src/pictures/picture.ts';

/** Months side by side: as many as are readable on a phone. */
const mostMonths = 8;
/** Discord's, for the text of a picture. */
const longestText = 1_000;

const short = once(() => new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }));

/** The speakers of a page as a chart: each month a bar, or one bar for one article. */
export function chartOf({ article, speakers }: SpeakersAnswer, theme: Theme): ChartRequest {
	const months = [...new Set(speakers.flatMap((one) => one.months.map(({ month }) => month)))]
		.sort()
		.slice(-mostMonths);
	const [only] = months;
	// Where all is of one month, the title names it.
	const each =
		months.length === 1 && only !== undefined ? `Quotes in ${monthName(only)}` : 'Quotes each month';
	return {
		kind: 'chart',
		title: article === null ? each : 'Quotes in this article',
		columns: months.length === 0 ? ['quotes'] : months.map(label),
		rows: speakers.map(({ speaker, quotes, months: own }) => ({
			name: speaker,
			counts:
				months.length === 0
					? [quotes]
					: months.map((month) => own.find((one) => one.month === month)?.count ?? 0),
		})),
		theme,
	};
}

/** "May", and below it the year where it is the first column of one. */
function label(month: string, at: number, all: readonly string[]): string {
	const time = Date.parse(`${month}-01T00:00:00Z`);
	if (Number.isNaN(time)) return month;
	const year = month.slice(0, 4);
	return all[at - 1]?.startsWith(year) ? short().format(time) : `${short().format(time)}\n${year}`;
}

/** The chart with its numbers as text, for those who cannot see it. */
export function chartBlock({ article, speakers }: SpeakersAnswer, bytes: Uint8Array): Block {
	const lines = speakers.map(({ speaker, quotes, months }) => {
		const each = months
			.slice(0, mostMonths)
			.map(({ month, count }) => `${monthName(month)}: ${number(count)}`);
		return `${speaker.slice(0, 60).toWellFormed()}: ${counted(quotes, 'quote')}${each.length === 0 ? '' : ` (${each.join(', ')})`}`;
	});
	const what =
		article === null ? 'Bars for the quotes of each month.' : 'Bars for the quotes in this article.';
	const alt = [what, ...lines].join(' ').slice(0, longestText).toWellFormed();
	return { kind: 'picture', name: 'speakers.png', bytes, alt };
}
