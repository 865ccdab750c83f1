import { fixedOffset, formatOffset } from '../dump/zones.ts';

/** How far in the future a date may be: clocks differ, and some pages are dated for the next morning. */
const ahead = 36 * 3_600_000;
const earliest = Date.UTC(1990, 0, 1);
/** A zone behind a time of day: "-2026" is none at the end of "14-10-2026". */
const hasZone =
	/\d:\d{2}(?:\.\d+)?(?:\s*[AP]M)?\s*(?:Z|UTC?|[ECMP][SD]T|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|GMT)\s*(?:\([^)]*\))?$/iu;
/** The zones that RFC 822 names, which Date.parse knows. */
const ofStandard = /^(?:GMT|UTC|[ECMP][SD]T)$/u;

/**
 * A date of a feed or a mail (RFC 822 or ISO 8601) as ISO 8601 in UTC. One without a zone, or with the name of several
 * zones, is not known, and neither is one that cannot be: null.
 */
export function feedDate(text: string | undefined | null, now: number = Date.now()): string | null {
	if (text == null || text.length > 60) return null;
	const given = text.trim().replace(/\b[A-Z]{3,4}$/u, (name) => {
		const minutes = ofStandard.test(name) ? null : fixedOffset(name);
		return minutes === null ? name : formatOffset(minutes);
	});
	if (!hasZone.test(given)) return null;
	const at = Date.parse(given);
	if (Number.isNaN(at) || at < earliest || at > now + ahead) return null;
	return new Date(at).toISOString();
}
