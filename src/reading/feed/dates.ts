/** How far in the future a date may be: clocks differ, and some pages are dated for the next morning. */
const ahead = 36 * 3_600_000;
const earliest = Date.UTC(1990, 0, 1);
const hasZone = /(?:Z|\b(?:GMT|UTC?|[ECMP][SD]T)|[+-]\d{2}:?\d{2})\s*(?:\([^)]*\))?\s*$/iu;

/** Each with how many minutes they are ahead of UTC: RFC 822 names only American zones. */
const zones: Readonly<Record<string, string>> = {
	BST: '+0100',
	CET: '+0100',
	CEST: '+0200',
	WEST: '+0100',
	EET: '+0200',
	EEST: '+0300',
	MSK: '+0300',
	IST: '+0530',
	JST: '+0900',
	AEST: '+1000',
	AEDT: '+1100',
};

/**
 * A date of a feed (RFC 822 or ISO 8601) as ISO 8601 in UTC. One without a zone is not known, and neither is
 * one that cannot be: null.
 */
export function feedDate(text: string | undefined | null, now: number = Date.now()): string | null {
	if (text == null || text.length > 60) return null;
	const given = text.trim().replace(/\b([A-Z]{3,4})$/u, (name) => zones[name] ?? name);
	if (!hasZone.test(given)) return null;
	const at = Date.parse(given);
	if (Number.isNaN(at) || at < earliest || at > now + ahead) return null;
	return new Date(at).toISOString();
}
