import { soundsLikeCaption, splitCaption } from './credit.ts';
import { monthPattern } from './dates.ts';
import { bareTopics, isOtherHeading, relatedBehind, topicsBehind } from './lists.ts';
import { type MarkedLine, type Page, takeMarks } from './page.ts';
import { endsLikeParagraph, hasBullet, isProse, withoutBullet, wordCount } from './prose.ts';

/** What the lines under a heading are. */
type Under = 'related' | 'topics' | 'other' | null;

/** Reads paragraphs, related headlines and topics, from the first paragraph to the comments or the end. */
export function readBody(page: Page, start: number): void {
	const { lines, outline, fields, ledger } = page;
	let last = lines.length - 1;
	while (last > start && outline.paragraphs[last] !== 1) last--;
	const seen = new Map<string, number>();
	let under: Under = null;
	for (let at = start; at < lines.length; at++) {
		const line = lines[at];
		if (!line) break;
		if (!under && isCaption(page, at)) {
			fields.caption = line.text;
			ledger.field(line, 'caption');
		} else if (line.text === fields.caption) ledger.field(line, 'caption');
		else if (
			line.text.length >= pullQuote &&
			at - (seen.get(line.text) ?? at - farAway) < farAway &&
			!signature.test(line.text)
		)
			ledger.furniture(line, 'repeated');
		else {
			if (outline.paragraphs[at] === 1) seen.set(line.text, at);
			under = readLine(page, at, under, { from: last, isTail: at > last });
		}
	}
}

/** A line this long that is there again is set large between paragraphs, and said once. */
const pullQuote = 30;
/** "— Ann Lee (@annlee) May 3, 2031": who wrote the message above it, and part of the text where that is. */
const signature = /^[—–-] ?.{1,80} \(@\w{1,40}\) .{6,30}$/u;
/** Lines further away than that say it again on purpose. */
const farAway = 60;

/**
 * A line that is no sentence, with the credit of a picture directly under it, or written twice: in place of
 * the picture, and under it.
 */
function isCaption({ lines, fields }: Page, at: number): boolean {
	const line = lines[at];
	if (!line || fields.caption !== null || line.marks.length > 0 || isProse(line.text)) return false;
	const next = lines[at + 1];
	const isCredited = next?.marks.some(({ kind }) => kind === 'credit') === true;
	return wordCount(line.text) >= 3 && (isCredited || (wordCount(line.text) > 4 && next?.text === line.text));
}

/** "3 March", "Mar 3": under the headline of another article, the day that it is from. */
const dayAlone = new RegExp(`^(?:\\d{1,2} ${monthPattern}|${monthPattern} \\d{1,2})$`, 'i');

/** Where a line is: the last paragraph's line, and whether it is below that. */
interface Place {
	readonly from: number;
	readonly isTail: boolean;
}

function readLine(page: Page, at: number, under: Under, place: Place): Under {
	const { fields, ledger, outline } = page;
	const line = page.lines[at];
	if (!line) return under;
	// A line of nothing but hashtags is the tag line, wherever it is.
	const isListed =
		under !== null &&
		!endsLikeParagraph(line.text) &&
		(outline.body[at] ?? 0) < surer &&
		!isAmongPoints(page, at);
	const isParagraph = outline.paragraphs[at] === 1 && !isTagLine(line.text) && !isListed;
	const heading = isParagraph && line.text.length > longestHeading ? undefined : readHeading(page, line);
	if (heading !== undefined) return heading;
	if (signature.test(line.text) && outline.paragraphs[at - 1] === 1) {
		addParagraph(page, at);
		return null;
	}
	if (isParagraph && (line.marks.length === 0 || (outline.body[at] ?? 0) > surer)) {
		addParagraph(page, at);
		return null;
	}
	if (line.marks.length > 0) {
		takeMarks(page, line, place.isTail ? 'tail' : 'text');
		return under;
	}
	if (under === 'related' && dayAlone.test(line.text)) ledger.furniture(line, 'date of another article');
	else if (under === 'related') addRelated(page, line, line.text);
	else if (under === 'other') ledger.furniture(line, 'other headline');
	else if (under === 'topics' && fields.byline.includes(line.text)) {
		ledger.furniture(line, 'another byline');
		return null;
	} else if (under === 'topics') addTopics(page, line, bareTopics(line.text) ?? [withoutBullet(line.text)]);
	else if (isTagLine(line.text)) addTopics(page, line, bareTopics(line.text) ?? []);
	else if (place.isTail) addOfTail(page, line, at - place.from);
	else if (fields.caption === null && splitCaption(line.text)) addParagraph(page, at);
	else ledger.furniture(line, isProse(line.text) ? 'unrecognised' : 'subheading');
	return fields.paragraphs.length > 0 ? under : null;
}

/** So many points of a list in a row that the model takes for text are text, below whatever heading. */
const run = 3;

function isAmongPoints({ lines, outline }: Page, at: number): boolean {
	let count = 0;
	for (let near = at - run + 1; near < at + run && count < run; near++)
		count = outline.paragraphs[near] === 1 && !endsLikeParagraph(lines[near]?.text ?? '') ? count + 1 : 0;
	return count >= run;
}

function isTagLine(text: string): boolean {
	return text.startsWith('#') && bareTopics(text) !== null;
}

/** A line with a mark, or in a list of headlines, is a paragraph only where the model is surer than of other lines. */
const surer = 0.85;
const longestHeading = 120;

/**
 * Reads the heading of a list, or a list with its heading in one line. @returns what the lines under it are; undefined
 * where the line is neither.
 */
export function readHeading(page: Page, line: MarkedLine): Under | undefined {
	const related = relatedBehind(line.text);
	if (related === '') {
		page.ledger.field(line, 'related');
		return 'related';
	}
	if (related !== null) {
		addRelated(page, line, related);
		return null;
	}
	if (isOtherHeading(line.text)) {
		page.ledger.furniture(line, 'heading of other headlines');
		return 'other';
	}
	const topics = topicsBehind(line.text);
	if (topics === null) return undefined;
	addTopics(page, line, topics);
	return topics.length === 0 ? 'topics' : null;
}

/** Under this chance a line that ends with a credit, or has one under it, is a picture's caption. */
const captionBelow = 0.9;

function addParagraph(page: Page, at: number): undefined {
	const { fields, ledger, lines, outline } = page;
	const line = lines[at];
	if (!line) return;
	const split = line.text.length < 300 ? splitCaption(line.text) : null;
	if (split && fields.caption === null) {
		fields.caption = split.caption;
		fields.credit ??= split.credit;
		ledger.field(line, 'caption');
		return ledger.field(line, 'credit');
	}
	const isCredited =
		lines[at + 1]?.marks.some(({ kind }) => kind === 'credit') === true && line.text.length < 300;
	const mayBeCaption = split !== null || (isCredited && fields.caption !== null);
	const isSure = (outline.body[at] ?? 0) >= captionBelow && !(isCredited && soundsLikeCaption(line.text));
	if (mayBeCaption && !isSure) return ledger.furniture(line, 'another caption');
	ledger.field(line, `paragraphs[${fields.paragraphs.push(withoutListBullet(line.text)) - 1}]`);
}

function withoutListBullet(text: string): string {
	return hasBullet(text) && !/^[–—-]/.test(text) ? withoutBullet(text) : text;
}

/** What screen readers are told of a list, copied with it: "list 2 of 3The headline". */
const listCount = /^(?:list of \d{1,3} items)?list \d{1,3} of \d{1,3} ?/;

function addRelated({ fields, ledger }: Page, line: MarkedLine, headline: string): undefined {
	ledger.field(
		line,
		`related[${fields.related.push({ headline: withoutBullet(headline.replace(listCount, '')), url: null }) - 1}]`,
	);
}

function addTopics({ fields, ledger }: Page, line: MarkedLine, topics: readonly string[]): undefined {
	for (const topic of topics) if (!fields.topics.includes(topic)) fields.topics.push(topic);
	ledger.field(line, 'topics');
}

/** Lines directly below the last paragraph that may be headlines of other articles without a heading over them. */
const longestTail = 12;

/** Below the last paragraph, a line without a mark is a list of topics, or near it a headline of another article. */
function addOfTail(page: Page, line: MarkedLine, below: number): undefined {
	const topics = bareTopics(line.text);
	if (topics && below <= 2 * longestTail) return addTopics(page, line, topics);
	const isHeadline = wordCount(line.text) >= 3 && line.text.length <= 200 && !/[.:;]["”’]?$/.test(line.text);
	if (isHeadline && below <= longestTail) return addRelated(page, line, line.text);
	page.ledger.furniture(line, isHeadline ? 'other headline' : 'unrecognised');
}
