import { inMixedCase, isPersonName, isRole } from '../../../dump/names.ts';
import { tidyLine } from '../../../unseen.ts';

/** More authors than an article has. */
export const mostNames = 12;

const between = /\s*(?:,?\s+(?:and|und|et|y|e|en|og|och|&)\s+|[,;|/]\s+(?=\S)|\s[·⋅•●|–—-]\s|\t)\s*/u;
/** What is behind a name and is none: a date, a role, a place, a reading time. */
const tail =
	/\s*(?:[|·⋅•●]|\s[–—-]\s|(?:\bon\b|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bis\b|\bfor\b|\bin\b|\bat\b|\bfrom\b)\s|\(|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}[/. ]).*$/iu;
const degree =
	/^(?:m\.?d\.?|ph\.?d\.?|r\.?d\.?n?\.?|mba|jr\.?|sr\.?|rn|ms|ma|bs|cpa|cfp®?|esq\.?|dds|facs|faclm|e-ryt.*|cscs)$/iu;
/** What is written directly behind a name where two elements come together: "Ann LeeStaff Writer", "Ann Lee Founder". */
const roleBehind =
	/(?<=\p{Ll})\s?(?:(?:Staff|Senior|Contributing|Guest|Lead|Chief|Associate|Managing|Freelance|Copy|Content|Deputy|Executive) )?(?:Writer|Editor|Reporter|Author|Contributor|Correspondent|Founder|Journalist|Columnist|Reviewer|Blogger|Co-?[Ff]ounder|CEO)$/u;

/** The names in what stands behind "by": "Ann Lee and Bo Dahl, science editors" is two. */
export function namesIn(written: string): string[] {
	const text = tidyLine(written.replace(tail, '')).replace(/[,:;]+$/u, '');
	const parts = text.split(between).map((part) => part.replace(/^(?:by|and|with)\s+/iu, '').trim());
	const names: string[] = [];
	for (const part of parts) {
		if (part === '' || part.length > 60 || part.split(' ').length > 7) continue;
		if (degree.test(part) && names.length > 0) names[names.length - 1] += `, ${part}`;
		else if (names.length === 0 || isPerson(part) || isTeam(part)) names.push(part);
	}
	return names.slice(0, mostNames);
}

export const isTeam = (name: string) => /\b(?:team|staff|editors?|newsdesk|desk)\b/iu.test(name);
const group =
	/\b(?:forum|team|magazine|blog|news|newsroom|staff|editors?|institute|university|college|foundation|inc|llc|ltd|gmbh|group|agency|media|network|society|association|council|company|services?|solutions|consulting|studios?|school|academy|club|lab|labs|experts?|journalism)\b/iu;
/** Words of groups: "the Harbour Institute". */
export const isGroup = (name: string) => group.test(name);
export const isPerson = (name: string) => isPersonName(name.replace(/,.*$/u, '')) && !isGroup(name);
/** A person, a team, or one word that may be somebody's name: "Ada", "ada_lee". */
export const looksLikeName = (name: string) => isPerson(name) || isTeam(name) || !/\s/u.test(name.trim());
export const looksLikeAccount = (name: string) => /^[\p{Ll}\d._-]+$/u.test(name) || /\d{2}/u.test(name);
export const isBelowName = (text: string) =>
	text.length < 80 && (isRole(text) || (/\b(?:19|20)\d{2}\b/u.test(text) && /\p{L}{3}/u.test(text)));

const noAuthor =
	/^(?:(?:written |posted |published )?by|select page|admin\w*|administrator|editor|editors|author|authors|guest|user|webmaster|root|test|unknown|anonymous|null|undefined|none|staff|wordpress|home|contact|about|share|follow|view all posts|see all|read more|more|login|date|posted|published|updated|profile|bio|name|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?|blog)$|https?:|www\.|@|\{\{|page\.|^\W*$|\bread\b.*\bmin/iu;

/** Characters of a text that are looked at for names; a page's data may have any text in their place. */
const longest = 2_000;

/** Names as they are shown, each once, without what is none. */
export function cleaned(names: readonly string[]): string[] {
	const found: string[] = [];
	const looked = names.map((name) => name.slice(0, longest));
	for (const written of looked.flatMap((name) => (/[,;&]| and /u.test(name) ? namesIn(name) : [name]))) {
		const name = inMixedCase(
			tidyLine(written)
				.replace(/^(?:(?:by|von|author:|written by)\s+|by(?=\p{Lu}))/u, '')
				.replace(roleBehind, '')
				.replace(/[,.;:|]+$/u, (end) => (end === '.' && /\b\p{Lu}\.$|[A-Z]\.$/u.test(written) ? '.' : '')),
		);
		if (name.length < 2 || name.length > 80 || noAuthor.test(name) || !/\p{L}/u.test(name)) continue;
		if (!found.some((one) => isSame(one, name))) found.push(name);
	}
	return found.slice(0, mostNames);
}

/** Whether two names are one: one may have more behind it. */
export const isSame = (one: string, other: string) => areSame(letters(one), letters(other));

/** The same of the letters of both. */
export function areSame(a: string, b: string): boolean {
	return a === b || (a.length > 5 && b.length > 5 && (a.includes(b) || b.includes(a)));
}

export function letters(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');
}
