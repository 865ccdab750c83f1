import { isHouse } from './authors/words.ts';
import { readCredit } from './credit.ts';
import { furnitureOf } from './furniture.ts';
import type { Page } from './page.ts';
import { wordCount } from './prose.ts';

const sign =
	/^(?:©|\(c\)|copyright)[\s:©]*(?:\(c\)\s*)?(?:copyright\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?[\s,.]*)?/iu;
/** What may be behind the name of a publisher that has one word more or less than its page. */
const company =
	/^(?:[.,|]|\s*(?:all rights|$)|\s+(?:inc|ltd|llc|gmbh|ag|co|company|corp|corporation|media|group|limited|plc|news|publishing|verlag)\b)/iu;
const longest = 5;

const bareName = (name: string) => name.replace(/^the (?=\p{Lu})/iu, '').toLowerCase();

/**
 * Whether a credit or a copyright line names a site: all of a name between its bars, or what it begins with. A word
 * within another name ("Entertainment" of "Gull Entertainment Co.") is none.
 */
export function namesSite(line: string, name: string): boolean {
	if (name.length < 4 || name.length > 60 || !line.toLowerCase().includes(bareName(name))) return false;
	if (wordCount(name) > longest) return false;
	const holder = line.replace(sign, '').replace(/^the (?=\p{Lu})/iu, '');
	const bare = bareName(name);
	if (holder.toLowerCase().startsWith(bare)) {
		const behind = holder.slice(bare.length);
		if (behind === '' || company.test(behind) || /^\s*[/|]/u.test(behind)) return true;
	}
	return holder.split(/\s*[/|,–—]\s*|\s+(?:for|via|by|-)\s+/u).some((part) => part.trim() === name);
}

/** Words that make a section of a paper's name: "World News", "Daily Briefing". */
const general =
	/^(?:world|local|national|international|regional|business|latest|breaking|top|sports?|political|politics|science|tech|technology|health|culture|arts?|travel|weather|morning|evening|daily|weekly|today|today['’]s|news|press|media|mail|report|times?|live|online|tv|radio|video|magazine|staff|desk|team|editors?|editorial|network|journal|post|observer|the|my|your|our|more|all|and|of|in|for|to|subscribe|newsletter|newsletters|release|releases|room|about|contact|follow|get|read|see|watch|listen|from|by)$/iu;

/** Words of papers' names that are no sign of a house elsewhere. */
const paper =
	/(?<!\p{L})(?:ledger|examiner|star|sun|record|advertiser|bulletin|dispatch|echo|express|argus|reporter|register|sentinel|standard|enquirer|inquirer|independent|telegraph|globe|mirror|republic|leader|citizen|messenger|monitor|chronicle|kurier|bote|abendblatt|volksblatt|echo|merkur)(?!\p{L})/iu;

/**
 * The name of the paper where it is the page's first line ("The Harbour Post"), above the headline: it has a word of
 * papers, and one that is no section's.
 */
export function takeSite(page: Page): void {
	const { lines, fields, ledger } = page;
	if (fields.site !== null && !maySite(fields.site)) dropSite(page);
	const [first] = lines;
	if (!first || fields.site !== null || first.marks.length > 0 || !isPaper(first.text)) return;
	const headlineAt = lines.findIndex((line) => ledger.usesOf(line).includes('headline'));
	const uses = ledger.usesOf(first);
	if (headlineAt < 1 || !uses.every((use) => use.startsWith('furniture: ') || use === 'caption')) return;
	if (fields.caption === first.text) fields.caption = null;
	fields.site = first.text;
	ledger.forget(first);
	ledger.field(first, 'site');
}

export function isPaper(text: string): boolean {
	const words = text.split(' ');
	if (
		words.length > longest ||
		words.length < 2 ||
		furnitureOf(text) !== null ||
		!(isHouse(text) || paper.test(text))
	)
		return false;
	if (!words.every((word) => /^(?:\p{Lu}|(?:of|the|and|de|der|di|la|du)$)/u.test(word))) return false;
	return /^(?:The|Die|Der|Das|Le|La|El|Il)\b/u.test(text) || words.some((word) => !general.test(word));
}

/** Whether what is behind a bar in a title may be a site's name, and no credit, time or part of a sentence. */
function maySite(name: string): boolean {
	const words = name.split(' ');
	if (words.length > longest || /[/:()?!;]|\d{1,2}[:.]\d{2}|(?<!\d)\d{4}(?!\d)/u.test(name)) return false;
	if (readCredit(name) !== null || /^(?:comments?|rss)\b/i.test(name)) return false;
	return words.filter((word) => /^\p{Ll}/u.test(word)).length <= words.length / 2;
}

function dropSite({ lines, fields, ledger }: Page): undefined {
	fields.site = null;
	for (const line of lines) {
		const uses = ledger.usesOf(line);
		if (!uses.includes('site')) continue;
		const kept = uses.filter((use) => use !== 'site');
		ledger.forget(line, kept);
		if (kept.length === 0) ledger.furniture(line, 'section');
	}
}
