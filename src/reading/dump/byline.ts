import { inMixedCase, isPersonName, isRole } from './names.ts';
import { isProse } from './prose.ts';

const by =
	/^(?:written by|words by|story by|report by|text by|posted by|published by|from|by|von)\b:? (?=\S)/i;
const author = /^(?:authors?|writers?|reporters?|byline): ?(?=\S)/i;
const helped = /^(?:additional |with )?reporting by \S/i;
const reports = /^(.{4,50}?) (?:reports|writes|reporting) (?:from|in|for) \p{Lu}[^.!?]{1,40}$/u;
const longest = 160;
/** Words of papers and offices: "Valley Courier" looks like a name and is none. */
const agency =
	/\b(?:staff|news|post|times|herald|tribune|gazette|courier|chronicle|journal|mail|observer|guardian|daily|weekly|sun|star|reuters|press|agency|agencies|desk|team|editors?|reporters?|correspondents?|writers?|bureau|newsroom)\b/i;

/**
 * The people of a byline ("By Ann Lee and Bo Ek, political editors", "Ann Lee | staff"), in order; null where the
 * line is none. A line with "by" in front must hold a name or an agency and nothing that is neither name nor role;
 * one without must have a role besides.
 *
 * @param withMarker whether a line with "by" in front is asked for, or one without.
 */
export function readByline(line: string, withMarker: boolean): readonly string[] | null {
	if (line.length > longest || /[!?:;]$/.test(line)) return null;
	const [, reporter] = reports.exec(line) ?? [];
	if (reporter && isPersonName(reporter)) return withMarker ? [inMixedCase(reporter)] : null;
	const marker = by.exec(line) ?? author.exec(line);
	if ((marker !== null) !== withMarker || (!marker && isProse(line))) return null;
	const said = (marker ? line.slice(marker[0].length) : line).replace(/\.$/, '');
	if (marker && /^from/i.test(marker[0])) return null;
	const parts = said.split(/ ?[,|·•/&;] ?| (?:and|und|et|y) /i).filter((part) => part !== '');
	const names = parts.map(nameIn);
	const known = (part: string, at: number) =>
		names[at] !== null || isRole(part) || helped.test(part) || (marker && isPlace(part));
	if (!parts.every(known)) return null;
	const people = names.filter((name) => name !== null);
	if (marker && people.length === 0) return parts.length === 1 || parts.every(isOffice) ? parts : null;
	if (marker) return people;
	return people.length > 0 && people.length < parts.length ? people : null;
}

/** "Valley Courier Staff", "News Agencies": who wrote it, where no person is named. */
function isOffice(part: string): boolean {
	return agency.test(part) && /^\p{Lu}/u.test(part);
}

/** One or two words with capitals behind a name: where it was written. */
function isPlace(part: string): boolean {
	return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(part);
}

/** "Ann Lee", "Ann Lee in Moscow", "Dr Ann Lee for the Harbour Post" hold a name. */
function nameIn(part: string): string | null {
	const name = part
		.replace(/ (?:in|at|for|from|with|reporting)\b.{1,60}$/, '')
		.replace(/^(?:dr|prof)\.? /i, '');
	return isPersonName(name) && !(isRole(name) && !/^\p{Lu}/u.test(name)) && !agency.test(name)
		? inMixedCase(name)
		: null;
}
