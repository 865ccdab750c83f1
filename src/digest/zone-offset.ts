/** A zone that is nothing but an offset, as it is kept: "+03:00", −12:00 to +14:00. */
const kept = /^([+-])(\d{2}):(\d{2})$/u;
const typedOffset = /^(?:utc|gmt)?\s?([+\-−–])\s?(\d{1,2})(?::?([0-5]\d))?$/iu;
const westmost = -12 * 60;
const eastmost = 14 * 60;

/** Understands "UTC+3", "GMT-5", "+5:30", "utc +0930". @returns the zone as it is kept, or null for anything else. */
export function readOffset(typed: string): string | null {
	const [, sign, hours, minutes = '0'] = typedOffset.exec(typed.trim()) ?? [];
	if (sign === undefined) return null;
	const offset = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
	if (offset < westmost || offset > eastmost) return null;
	if (offset === 0) return 'UTC';
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${offset > 0 ? '+' : '-'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** Whether a zone is an offset, which knows no summer time. */
export function isOffset(zone: string): boolean {
	return kept.test(zone);
}

/** A zone as a member reads it: "Europe/Berlin", "UTC+3", "UTC+5:30". */
export function zoneText(zone: string): string {
	const [, sign, hours, minutes] = kept.exec(zone) ?? [];
	if (sign === undefined) return zone;
	return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
