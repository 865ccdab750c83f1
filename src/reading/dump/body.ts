import { splitCaption } from './credit.ts';
import { monthPattern } from './dates.ts';
import { bareTopics, isOtherHeading, relatedBehind, topicsBehind } from './lists.ts';
import { type MarkedLine, type Page, takeMarks } from './page.ts';
import { hasBullet, isProse, withoutBullet, wordCount } from './prose.ts';

/** What the lines under a heading are. */
type Under = 'related' | 'topics' | 'other' | null;

/** Reads paragraphs, related headlines and topics, from the first paragraph to the comments or the end. */
export function readBody(page: Page, start: number): void {
	const { lines } = page;
	const lastProse = lastParagraph(lines, start);
	let under: Under = null;
	for (let at = start; at < lines.length; at++) {
		const line = lines[at];
		if (!line) break;
		if (!under && isCaption(page, at)) {
			page.fields.caption = line.text;
			page.ledger.field(line, 'caption');
			continue;
		}
		if (line.text === page.fields.caption) page.ledger.field(line, 'caption');
		else under = readLine(page, line, under, at > lastProse);
	}
}

/**
 * A line that is no sentence, with the credit of a picture right under it, or written twice: as what stands in
 * for the picture, and under it.
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

function readLine(page: Page, line: MarkedLine, under: Under, inTail: boolean): Under {
	const { fields, ledger } = page;
	const related = relatedBehind(line.text);
	if (related !== null) {
		if (related === '') {
			ledger.field(line, 'related');
			return 'related';
		}
		addRelated(page, line, related);
		return null;
	}
	if (isOtherHeading(line.text)) {
		ledger.furniture(line, 'heading of other headlines');
		return 'other';
	}
	const topics = topicsBehind(line.text);
	if (topics !== null) {
		addTopics(page, line, topics);
		return topics.length === 0 ? 'topics' : null;
	}
	if (line.marks.length > 0) {
		takeMarks(page, line, { beforeHeadline: false, inTail });
		return under;
	}
	if (!inTail && isProse(line.text) && !(under && !endsLikeParagraph(line.text))) {
		addParagraph(page, line);
		return null;
	}
	if (under === 'related' && dayAlone.test(line.text)) ledger.furniture(line, 'date of another article');
	else if (under === 'related') addRelated(page, line, line.text);
	else if (under === 'other') ledger.furniture(line, 'other headline');
	else if (under === 'topics' && fields.byline.includes(line.text)) {
		ledger.furniture(line, 'another byline');
		return null;
	} else if (under === 'topics') addTopics(page, line, bareTopics(line.text) ?? [withoutBullet(line.text)]);
	else if (inTail) addOfTail(page, line);
	else if (hasBullet(line.text) || line.text.length > 100 || isCredited(page, line)) addParagraph(page, line);
	else ledger.furniture(line, 'subheading');
	return fields.paragraphs.length > 0 ? under : null;
}

/** A caption that ends with its credit, where the page has none so far. */
function isCredited({ fields }: Page, line: MarkedLine): boolean {
	return fields.caption === null && splitCaption(line.text) !== null;
}

/** A headline may end with "?" or a quotation, but not with a full stop. */
function endsLikeParagraph(text: string): boolean {
	return text.length > 160 || /[.:;。।۔](?:["'”’»)\]])*$/.test(text);
}

/** The last line of prose that is no headline of a list: lists stand together, paragraphs apart. */
function lastParagraph(lines: readonly MarkedLine[], start: number): number {
	for (let at = lines.length - 1; at > start; at--) {
		const line = lines[at];
		if (!line || line.marks.length > 0 || !isProse(line.text)) continue;
		if (endsLikeParagraph(line.text) || line.text.length > 110) return at;
		const inList = line.gap === 0 || lines[at + 1]?.gap === 0;
		if (!inList && !hasBullet(line.text)) return at;
	}
	return start;
}

function addParagraph(page: Page, line: MarkedLine): undefined {
	const { fields, ledger } = page;
	const split = fields.caption === null ? splitCaption(line.text) : null;
	if (split && line.text.length < 300) {
		fields.caption = split.caption;
		fields.credit ??= split.credit;
		ledger.field(line, 'caption');
		return ledger.field(line, 'credit');
	}
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

/** Below the last paragraph, a line without a mark is a list of topics or a headline of another article. */
function addOfTail(page: Page, line: MarkedLine): undefined {
	const topics = bareTopics(line.text);
	if (topics) return addTopics(page, line, topics);
	if (wordCount(line.text) >= 3 && line.text.length <= 200) return addRelated(page, line, line.text);
	page.ledger.furniture(line, 'unrecognised');
}
