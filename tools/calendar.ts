// `npm run calendar` writes down how languages name months and weekdays and say how long ago something was, as the
// tables of Node's Unicode CLDR have it: to ask these tables takes a tenth of a second of every thread that reads.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Calendar, foldName } from '../src/reading/dump/calendar.ts';

/** Languages that news is written in and that the tables hold. */
const languages =
	`af ar az be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv
	mk mn ms nb ne nl nn pl ps pt ro ru sk sl so sq sr sr-Latn sv sw ta te th tr uk ur uz vi xh zh zu`.split(
		/\s+/,
	);
/** Short forms that papers print and the tables have in another way. */
const moreMonths: Readonly<Record<string, number>> = {
	...{
		sept: 9,
		mrz: 3,
		mär: 3,
		jänner: 1,
		jän: 1,
		feber: 2,
		mrt: 3,
		janv: 1,
		févr: 2,
		fév: 2,
		avr: 4,
		juil: 7,
	},
	...{ setiembre: 9, gennaio: 1, genn: 1, genna: 1, maj: 5, okt: 10 },
};
const moreWeekdays = ['tues', 'thur', 'thurs', 'weds'];
/** Numbers that between them take every plural of the languages. */
const counts = [1, 2, 3, 5, 11, 21];
const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

function months(): Record<string, number> {
	const found = new Map<string, number>(Object.entries(moreMonths));
	for (const language of languages) {
		for (const month of ['long', 'short'] as const) {
			for (const form of [{ month }, { day: 'numeric', month, year: 'numeric' }] as const) {
				const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
				for (let index = 0; index < 12; index++) {
					const parts = format.formatToParts(Date.UTC(2024, index, 15));
					const name = foldName(parts.find(({ type }) => type === 'month')?.value ?? '');
					if (/\d/.test(name) || name.length < 2) continue;
					found.set(name, (found.get(name) ?? index + 1) === index + 1 ? index + 1 : 0);
				}
			}
		}
	}
	return Object.fromEntries(found);
}

function weekdays(): string[] {
	const found = new Set(moreWeekdays);
	for (const language of languages) {
		for (const weekday of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
			for (let day = 1; day <= 7; day++) found.add(foldName(format.format(Date.UTC(2024, 0, day))));
		}
	}
	return [...found];
}

function agos(): string[] {
	const found = new Set<string>();
	const add = (said: string) => found.add(foldName(said.replace(/\d+/, '#')));
	for (const language of languages) {
		for (const style of ['long', 'short', 'narrow'] as const) {
			const format = new Intl.RelativeTimeFormat(language, { style });
			const named = new Intl.RelativeTimeFormat(language, { style, numeric: 'auto' });
			for (const unit of units) for (const count of counts) add(format.format(-count, unit));
			for (const [back, unit] of [
				[0, 'second'],
				[0, 'day'],
				[-1, 'day'],
			] as const)
				add(named.format(back, unit));
		}
	}
	return [...found];
}

/** What this Node's tables say. */
export const calendarOfPlatform = (): Calendar => ({ months: months(), weekdays: weekdays(), agos: agos() });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const file = new URL('../data/models/calendar.json', import.meta.url);
	await writeFile(file, `${JSON.stringify(calendarOfPlatform(), null, '\t')}\n`);
}
