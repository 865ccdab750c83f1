import { readFileSync } from 'node:fs';
import { once } from '../../language/once.ts';

/** How the languages that news is written in name months and days, in lower case and without a full stop at the end. */
export interface Calendar {
	/** The month's number, from 1; 0 for a name that is another month in another language ("lis", "srp"). */
	readonly months: Readonly<Record<string, number>>;
	readonly weekdays: readonly string[];
	/** "# hours ago", "vor # Stunden", "gestern": how long ago, with # for the number. */
	readonly agos: readonly string[];
}

/** `npm run calendar` writes it. */
const file = new URL('../../../data/models/calendar.json', import.meta.url);

/** Read at first use: most threads read no article. */
const calendar = once(() => {
	const { months, weekdays, agos } = JSON.parse(readFileSync(file, 'utf8')) as Calendar;
	return { months: new Map(Object.entries(months)), weekdays: new Set(weekdays), agos: new Set(agos) };
});

/** Lower case, without a full stop at the end. */
export function foldName(name: string): string {
	const lower = name.normalize('NFC').toLowerCase();
	return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** The month's number, from 1; 0 where the name is that of several months or of none; null where it is no month. */
export function monthNamed(name: string): number | null {
	return calendar().months.get(foldName(name)) ?? null;
}

/** Whether the word is the name of a day of the week, in full or short. */
export function isWeekday(word: string): boolean {
	const name = foldName(word.replace(/[,.]+$/, ''));
	// One letter is an initial ("Ann B.") before it is a day.
	return name.length > 1 && calendar().weekdays.has(name);
}

/** "3 hours ago", "vor 3 Stunden", "gestern": a moment counted from now, in any of the languages. */
export function isAgo(text: string): boolean {
	return text.length <= 40 && calendar().agos.has(foldName(text.replace(/\d{1,3}/, '#')));
}
