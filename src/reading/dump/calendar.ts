import { once } from '../../language/once.ts';

/**
 * Languages whose names of months and days are known, and whose ways to say how long ago something was: those that
 * news is written in and that the platform's own tables hold (Unicode CLDR).
 */
const languages =
	`af ar az be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv
	mk mn ms nb ne nl nn pl ps pt ro ru sk sl so sq sr sr-Latn sv sw ta te th tr uk ur uz vi xh zh zu`.split(
		/\s+/,
	);
/** Short forms that papers print and the platform's tables have in another way. */
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

/** Lower case, without a full stop at the end. */
function fold(name: string): string {
	const lower = name.normalize('NFC').toLowerCase();
	return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Months by name; 0 for a name that is another month in another language ("lis", "srp"). */
const months = once(() => {
	const found = new Map<string, number>(Object.entries(moreMonths));
	for (const language of languages) {
		for (const month of ['long', 'short'] as const) {
			for (const form of [{ month }, { day: 'numeric', month, year: 'numeric' }] as const) {
				const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
				for (let index = 0; index < 12; index++) {
					const parts = format.formatToParts(Date.UTC(2024, index, 15));
					const name = fold(parts.find(({ type }) => type === 'month')?.value ?? '');
					if (/\d/.test(name) || name.length < 2) continue;
					found.set(name, (found.get(name) ?? index + 1) === index + 1 ? index + 1 : 0);
				}
			}
		}
	}
	return found;
});

const weekdays = once(() => {
	const found = new Set(['tues', 'thur', 'thurs', 'weds']);
	for (const language of languages) {
		for (const weekday of ['long', 'short'] as const) {
			const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
			for (let day = 1; day <= 7; day++) found.add(fold(format.format(Date.UTC(2024, 0, day))));
		}
	}
	return found;
});

/** Numbers that between them take every plural of the languages. */
const counts = [1, 2, 3, 5, 11, 21];
const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** "# hours ago", "vor # Stunden", "gestern": how long ago, with # for the number. */
const agos = once(() => {
	const found = new Set<string>();
	const add = (said: string) => found.add(fold(said.replace(/\d+/, '#')));
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
	return found;
});

/** The month's number, from 1; 0 where the name is that of several months or of none; null where it is no month. */
export function monthNamed(name: string): number | null {
	return months().get(fold(name)) ?? null;
}

/** Whether the word is the name of a day of the week, in full or short. */
export function isWeekday(word: string): boolean {
	const name = fold(word.replace(/[,.]+$/, ''));
	// One letter is an initial ("Ann B.") before it is a day.
	return name.length > 1 && weekdays().has(name);
}

/** "3 hours ago", "vor 3 Stunden", "gestern": a moment counted from now, in any of the languages. */
export function isAgo(text: string): boolean {
	return text.length <= 40 && agos().has(fold(text.replace(/\d{1,3}/, '#')));
}
