import { readHeading } from './body.ts';
import { soundsLikeCaption, splitCaption } from './credit.ts';
import { isMenu, pageTitle, sharesWords, wordsIn, wordsTold } from './headline.ts';
import { topicBits } from './kinds/words.ts';
import { inMixedCase, isPersonName, isRole } from './names.ts';
import { type MarkedLine, type Page, takeMarks } from './page.ts';
import { isProse, wordCount } from './prose.ts';
import { namesSite } from './site.ts';

/** Lines at the top of a page that are looked at for its name. */
const longestHead = 40;
/** Of the lines above the headline, those that may belong to it: all on a page with hardly any, else the nearest. */
const hardlyAny = 14;
const nearest = 6;
const longestCaption = 400;

/** Reads headline, deck, caption and all marks above the first paragraph. @returns where the body starts. */
export function readHead(page: Page): number {
	const { lines, outline, fields, ledger } = page;
	if (outline.headline < 0 || outline.headline >= lines.length) return 0;
	const title = pageTitle(lines, outline.headline);
	const headlineAt = title?.headlineAt ?? outline.headline;
	const top = headlineAt <= hardlyAny ? 0 : headlineAt - nearest;
	let bodyAt = headlineAt + 1;
	while (bodyAt < lines.length && (outline.paragraphs[bodyAt] !== 1 || isAboveByline(page, bodyAt))) bodyAt++;
	for (const [at, line] of lines.slice(0, bodyAt).entries()) {
		if (at === headlineAt) {
			fields.headline = title?.headline ?? line.text;
			ledger.field(line, 'headline');
			if (title && title.titleAt === at) ledger.field(line, 'site');
		} else if (title && at === title.titleAt) ledger.field(line, 'site');
		else if (at < top) takeAbove(page, line);
		else if (line.marks.length > 0) takeMarks(page, line, at < headlineAt ? 'top' : 'head');
		else if (at < headlineAt || readHeading(page, line) === undefined) takeText(page, at, headlineAt);
	}
	fields.site ??= title?.site ?? null;
	return bodyAt;
}

/** Under this chance a sentence with the byline right under it is the deck, and no paragraph. */
const surelyText = 0.85;

function isAboveByline({ lines, outline }: Page, at: number): boolean {
	const isSigned = lines[at + 1]?.marks.some(({ kind }) => kind === 'byline') === true;
	return isSigned && (outline.body[at] ?? 0) < surelyText && outline.paragraphs.includes(1, at + 1);
}

/** Far above the headline stand menus and other articles; a clock or an address there is the page's all the same. */
function takeAbove(page: Page, line: MarkedLine): undefined {
	if (line.marks.some(({ kind }) => kind === 'clock' || kind === 'url' || kind === 'furniture')) {
		takeMarks(page, line, 'top');
	} else if (page.fields.site === null && standsInCopyright(page, line.text)) {
		page.fields.site = line.text;
		page.ledger.field(line, 'site');
	} else page.ledger.furniture(line, line.marks.length > 0 ? 'mark of another article' : 'navigation');
}

/** Whether a line of the head is the caption of the picture whose credit is in it or directly under it. */
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

/** A name at the top of the page is the site's where a credit or the copyright line names it again. */
function standsInCopyright({ lines }: Page, name: string): boolean {
	const named = ({ marks, text }: MarkedLine) =>
		namesSite(text, name) &&
		marks.some((mark) => mark.kind === 'credit' || (mark.kind === 'furniture' && mark.what === 'copyright'));
	return lines.slice(0, longestHead).some(named) || lines.slice(-longestHead).some(named);
}

/** A name alone in a line is the author's where a role or the date is directly under it. */
function standsUnderName(line: MarkedLine): boolean {
	if (line.marks.length > 0) return line.marks.some(({ kind }) => kind === 'stamp');
	return isRole(line.text) && wordCount(line.text) < 5;
}

/** Whether a text takes the place of a picture whose caption says the same, or the same and more. */
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
		if (!nearest || fields.caption !== null || !sharesWords(line.text, wordsTold(lines, headlineAt + 1))) {
			return ledger.furniture(line, 'section');
		}
		fields.caption = line.text;
		return ledger.field(line, 'caption');
	}
	if (fields.deck === null && isDeck(page, line.text, headlineAt)) {
		fields.deck = line.text;
		return ledger.field(line, 'deck');
	}
	ledger.furniture(line, isProse(line.text) ? 'unrecognised' : 'subheading');
}

/** A sentence this long that has nothing of a button is a deck, whatever it is about. */
const sentence = 50;

/** A deck is about what the article is about; a button or a teaser between headline and text is not. */
function isDeck({ lines }: Page, text: string, headlineAt: number): boolean {
	if (wordCount(text) < 4 && text.length < 25) return false;
	if (
		sharesWords(text, wordsTold(lines, headlineAt + 1)) ||
		sharesWords(text, wordsIn(lines[headlineAt]?.text ?? ''))
	)
		return true;
	return text.length >= sentence && wordCount(text) >= 8 && topicBits(text) === 0;
}
