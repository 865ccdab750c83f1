import { soundsLikeCaption, splitCaption } from './credit.ts';
import { bestHeadline, headlineCandidates, isMenu, isTold, pageTitle, wordsTold } from './headline.ts';
import { inMixedCase, isPersonName, isRole } from './names.ts';
import { type MarkedLine, type Page, takeMarks } from './page.ts';
import { isProse, wordCount } from './prose.ts';
import { namesSite } from './site.ts';

/** The head of a page holds at most this many lines of prose in front of its byline or date: deck and caption. */
const proseInHead = 2;
/** Lines that are looked at for a byline or a date of the head. */
const longestHead = 40;
const longestCaption = 400;

/** Reads headline, deck, caption and all marks above the first paragraph. @returns where the body starts. */
export function readHead(page: Page): number {
	const { lines, fields, ledger } = page;
	const stampAt = lastOfHead(lines);
	const candidates = headlineCandidates(lines, stampAt);
	const title = pageTitle(lines, candidates);
	const headlineAt = title?.headlineAt ?? bestHeadline(page, candidates);
	if (headlineAt === null) return 0;
	const bodyAt = bodyStart(page, Math.max(stampAt, headlineAt));
	for (const [at, line] of lines.slice(0, bodyAt).entries()) {
		if (at === headlineAt) {
			fields.headline = title?.headline ?? line.text;
			ledger.field(line, 'headline');
			if (title && title.titleAt === at) ledger.field(line, 'site');
		} else if (title && at === title.titleAt) ledger.field(line, 'site');
		else if (line.marks.length > 0) takeMarks(page, line, { beforeHeadline: at < headlineAt });
		else takeText(page, at, headlineAt);
	}
	fields.site ??= title?.site ?? null;
	return bodyAt;
}

/** The last byline or date that still belongs to the head; -1 where there is none. */
function lastOfHead(lines: readonly MarkedLine[]): number {
	let last = -1;
	let prose = 0;
	for (const [at, line] of lines.slice(0, longestHead).entries()) {
		if (line.marks.length === 0 && isProse(line.text)) prose++;
		if (prose > proseInHead) break;
		if (line.marks.some(({ kind }) => kind === 'byline' || kind === 'stamp')) last = at;
	}
	return last;
}

/** The first paragraph: the first line of prose behind the head that is neither a caption nor a deck. */
function bodyStart(page: Page, from: number): number {
	const { lines } = page;
	for (let at = from + 1; at < lines.length; at++) {
		const line = lines[at];
		if (line && line.marks.length === 0 && isProse(line.text) && !isCaption(page, at) && !isDeck(page, at))
			return at;
	}
	return lines.length;
}

const headFurniture = /^(?:share|comment|reading)/;

/** Whether a line of prose is a deck: share buttons or the reading time stand between it and the first paragraph. */
function isDeck({ lines }: Page, at: number): boolean {
	const text = lines[at]?.text ?? '';
	const marks = lines[at + 1]?.marks ?? [];
	if (text.length > longestCaption || marks.length === 0) return false;
	const followed = marks.some((mark) => mark.kind === 'furniture' && headFurniture.test(mark.what));
	return followed;
}

/** Whether a line of the head is the caption of the picture whose credit stands in it or right under it. */
function isCaption({ lines, setApart }: Page, at: number): boolean {
	const line = lines[at];
	const next = lines[at + 1];
	if (!line || line.text.length > longestCaption) return false;
	if (splitCaption(line.text)) return true;
	if (next && isAlternative(line.text, splitCaption(next.text)?.caption)) return true;
	const creditFollows = next?.marks.some(({ kind }) => kind === 'credit') === true;
	return (
		creditFollows &&
		(!setApart ||
			next?.gap === 0 ||
			soundsLikeCaption(line.text) ||
			!isProse(line.text) ||
			!/["“]/.test(line.text))
	);
}

/** A name on top of the page is the site's where a credit or the copyright line names it again. */
function standsInCopyright({ lines }: Page, name: string): boolean {
	const named = ({ marks, text }: MarkedLine) =>
		namesSite(text, name) &&
		marks.some((mark) => mark.kind === 'credit' || (mark.kind === 'furniture' && mark.what === 'copyright'));
	return lines.slice(0, longestHead).some(named) || lines.slice(-longestHead).some(named);
}

/** A name alone in a line is the author's where a role or the date stands right under it. */
function standsUnderName(line: MarkedLine): boolean {
	if (line.marks.length > 0) return line.marks.some(({ kind }) => kind === 'stamp');
	return isRole(line.text) && wordCount(line.text) < 5;
}

/** Whether a text is what stands in for a picture whose caption says the same, or the same and more. */
function isAlternative(text: string, caption: string | undefined): boolean {
	return caption !== undefined && wordCount(text) > 3 && withoutCount(caption).startsWith(text);
}

/** Without "[1/2]" in front, a picture's place in its gallery. */
function withoutCount(caption: string): string {
	return caption.replace(/^\[\d{1,3}\/\d{1,3}\] ?/, '');
}

/** "World | The headline" above or below the headline. */
function isSortedIn(text: string, headline: string | undefined): boolean {
	return (
		headline !== undefined && / [|›»] $/.test(text.slice(0, -headline.length)) && text.endsWith(headline)
	);
}

function takeCredit({ fields, ledger }: Page, line: MarkedLine, credit: string | undefined): undefined {
	if (credit === undefined) return;
	fields.credit ??= credit;
	ledger.field(line, 'credit');
}

/** A line of text in the head besides the headline: caption, deck, or a word that only sorts the article in. */
function takeText(page: Page, at: number, headlineAt: number): undefined {
	const { lines, fields, ledger } = page;
	const line = lines[at];
	if (!line) return;
	const split = splitCaption(line.text);
	if (fields.caption === null && (split || isCaption(page, at) || soundsLikeCaption(line.text))) {
		fields.caption = split?.caption ?? line.text;
		ledger.field(line, 'caption');
		return takeCredit(page, line, split?.credit);
	}
	if (fields.caption !== null && isAlternative(fields.caption, split?.caption ?? line.text)) {
		fields.caption = withoutCount(split?.caption ?? line.text);
		ledger.field(line, 'caption');
		return takeCredit(page, line, split?.credit);
	}
	const next = lines[at + 1];
	if (
		fields.byline.length === 0 &&
		at > headlineAt &&
		isPersonName(line.text) &&
		next &&
		standsUnderName(next)
	) {
		fields.byline.push(inMixedCase(line.text));
		return ledger.field(line, 'byline');
	}
	if (isRole(line.text) && wordCount(line.text) < 5 && fields.byline.length > 0)
		return ledger.furniture(line, 'role');
	if (isMenu(line.text)) return ledger.furniture(line, 'navigation');
	if (at < headlineAt && fields.site === null && standsInCopyright(page, line.text)) {
		fields.site = line.text;
		return ledger.field(line, 'site');
	}
	if (wordCount(line.text) < 4 && !isProse(line.text)) return ledger.furniture(line, 'section');
	if (line.text === lines[headlineAt]?.text) return ledger.field(line, 'headline');
	if (isSortedIn(line.text, lines[headlineAt]?.text)) return ledger.furniture(line, 'section');
	if (at < headlineAt) {
		const nearest = !lines
			.slice(at + 1, headlineAt)
			.some(({ marks, text }) => marks.length === 0 && wordCount(text) > 3);
		if (!nearest || fields.caption !== null || !isTold(line.text, wordsTold(lines, headlineAt + 1))) {
			return ledger.furniture(line, 'section');
		}
		fields.caption = line.text;
		return ledger.field(line, 'caption');
	}
	if (fields.deck === null) {
		fields.deck = line.text;
		return ledger.field(line, 'deck');
	}
	if (!isProse(line.text)) return ledger.furniture(line, 'subheading');
	ledger.field(line, `paragraphs[${fields.paragraphs.push(line.text) - 1}]`);
}
