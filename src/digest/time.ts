import { UserError } from '../errors.ts';

/** A time of the day as it is kept: "08:30", 00:00 to 23:59. */
export type ClockTime = string;

const marks = '[:.h]';
const written = new RegExp(`^(\\d{1,2})(?:\\s?${marks}\\s?(\\d{2}))?\\s?(am|pm|h|uhr)?$`, 'u');
const military = /^([01]\d|2[0-3])([0-5]\d)$/u;
const words: Readonly<Record<string, ClockTime>> = {
	noon: '12:00',
	midday: '12:00',
	'12 noon': '12:00',
	midnight: '00:00',
	'12 midnight': '00:00',
};

/**
 * Understands a time of day as people write it, where it has one meaning: "08:30", "8.30", "20h", "20h30",
 * "8pm", "8:30 p.m.", "20 Uhr", "0830", "noon".
 * @throws UserError with an example where it has none, or two ("8" is in the morning and in the evening).
 */
export function readTime(typed: string): ClockTime {
	const text = typed
		.slice(0, 100)
		.normalize('NFKC')
		.toLowerCase()
		.replace(/(?<![a-z])([ap])\.?\s?m\.?(?=\s|$)/u, '$1m')
		.replace(/\s+/gu, ' ')
		.trim();
	if (Object.hasOwn(words, text)) return words[text] ?? text;
	const [, plainHour, plainMinute] = military.exec(text) ?? [];
	if (plainHour !== undefined) return `${plainHour}:${plainMinute}`;
	const [, figures, minutes, half] = written.exec(text) ?? [];
	if (figures === undefined) throw refused(typed, 'it is not a time of day that I know');
	const hour = Number(figures);
	const minute = Number(minutes ?? 0);
	if (minute > 59) throw refused(typed, 'an hour has the minutes 00 to 59');
	if (half === 'am' || half === 'pm') {
		if (hour < 1 || hour > 12) throw refused(typed, `${half} goes with the hours 1 to 12`);
		return clock((hour % 12) + (half === 'pm' ? 12 : 0), minute);
	}
	if (hour > 23) {
		throw refused(
			typed,
			hour === 24 ? 'midnight begins the day and is 00:00' : 'a day has the hours 00 to 23',
		);
	}
	const bare = minutes === undefined && half === undefined;
	if (bare && figures.length === 1 && hour > 0) {
		throw refused(
			typed,
			'it may mean the morning or the evening',
			`${clock(hour, 0)}, or ${hour}pm for ${clock(hour + 12, 0)}`,
		);
	}
	if (bare && hour >= 10 && hour <= 12) {
		throw refused(typed, 'it may mean the morning or the evening', `${hour}:00, ${hour}am or ${hour}pm`);
	}
	return clock(hour, minute);
}

function clock(hour: number, minute: number): ClockTime {
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function refused(typed: string, why: string, example = '08:30, 8pm or 20h'): UserError {
	const shown = typed.replace(/\s+/gu, ' ').trim().slice(0, 20);
	return new UserError(
		`The time ${shown || 'that you gave'} is not clear: ${why}. Write it like ${example}.`,
	);
}
