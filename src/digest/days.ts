import { UserError } from '../errors.ts';

/** Days of the week as bits: Monday 1, Tuesday 2, … Sunday 64. */
export type Days = number;

export const everyDay: Days = 127;
const workdays: Days = 31;
const weekend: Days = 96;

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const sets: readonly (readonly [pattern: RegExp, days: Days])[] = [
	[/^(?:every ?day|daily|all(?: days)?)$/u, everyDay],
	[/^(?:weekdays|workdays|working days)$/u, workdays],
	[/^(?:at )?weekends?$/u, weekend],
];

/** @param weekday 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function includesDay(days: Days, weekday: number): boolean {
	return (days & (1 << (weekday - 1))) !== 0;
}

/** Days as a member reads them: "every day", "Monday to Friday", "Tuesdays and Fridays". */
export function daysText(days: Days): string {
	if (days === everyDay) return 'every day';
	if (days === workdays) return 'Monday to Friday';
	if (days === weekend) return 'at weekends';
	const chosen = names.filter((_, index) => includesDay(days, index + 1)).map((name) => `${name}s`);
	const last = chosen.at(-1) ?? '';
	return chosen.length < 2 ? last : `${chosen.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * Understands days as they are typed: "every day", "Monday to Friday", "mon-fri", "weekends, mon", "Tue, Fri".
 * @throws UserError that names the word that is no day.
 */
export function readDays(typed: string): Days {
	const text = typed.slice(0, 100).toLowerCase().replace(/\s+/gu, ' ').trim();
	let days = 0;
	for (const part of text.split(/,|;|&|\+|\band\b/u)) {
		const known = sets.find(([pattern]) => pattern.test(part.trim()));
		if (known) {
			days |= known[1];
			continue;
		}
		const range = part
			.trim()
			.split(/ ?(?:-|–|\bto\b) ?/u)
			.map((word) => word.trim());
		const [first = '', last = first] = range;
		if (part.trim() === '') continue;
		if (range.length > 2) throw refused(part);
		// "mon wed fri", separated by blanks alone.
		const several = range.length === 1 ? first.split(' ') : [first];
		for (const word of several) {
			const from = dayNumber(word, part);
			const to = range.length === 1 ? from : dayNumber(last, part);
			for (let day = from; ; day = (day + 1) % 7) {
				days |= 1 << day;
				if (day === to) break;
			}
		}
	}
	if (days === 0) throw refused(typed);
	return days;
}

function dayNumber(word: string, part: string): number {
	const letters = word.replace(/^(?:on|every) /u, '').replace(/[.]$|(?<=day)s$/u, '');
	const found = names.findIndex((name) => letters.length >= 2 && name.toLowerCase().startsWith(letters));
	if (found < 0) throw refused(part);
	return found;
}

function refused(word: string): UserError {
	const shown = word.replace(/\s+/gu, ' ').trim().slice(0, 20);
	return new UserError(
		`I know no day called ${shown || 'that'}. Write days like every day, Monday to Friday, weekends, or Tue, Fri.`,
	);
}

/** What is offered while days are typed: the usual sets, each single day, and what was typed so far. */
export function suggestDays(typed: string): readonly { readonly label: string; readonly value: string }[] {
	const usual = [everyDay, workdays, weekend, ...names.map((_, index) => 1 << index)];
	const offers = usual.map((days) => daysText(days));
	const text = typed.trim().toLowerCase();
	if (text === '') return offers.map(offer);
	try {
		const days = readDays(text);
		const more = names.map((_, index) => days | (1 << index)).filter((one) => one !== days);
		return [...new Set([days, ...more].map((one) => daysText(one)))].map(offer);
	} catch {
		// The last of several is still being typed: "weekends, m".
		const [, before = '', last = ''] = /^(.*[,;]\s*)?(.*)$/su.exec(text) ?? [];
		return offers.filter((one) => one.toLowerCase().includes(last)).map((one) => offer(before + one));
	}
}

function offer(text: string): { readonly label: string; readonly value: string } {
	const value = text === 'at weekends' ? 'weekends' : text;
	return { label: text.charAt(0).toUpperCase() + text.slice(1), value };
}
