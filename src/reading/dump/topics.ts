import { furnitureOf } from './furniture.ts';
import { bareTopics, topicsBehind } from './lists.ts';
import type { MarkedLine, Page } from './page.ts';
import { withoutBullet, wordCount } from './prose.ts';
import { isRelativeTime, isTimeOnly, readStamp } from './stamps.ts';

/** A topic is no longer than this, and a list of them has no more than that; longer ones are menus. */
const longestTopic = 60;
const mostWords = 6;
const mostTopics = 20;
/** Of the topics in a list without a word for it, how many the text names at least. */
const mostNamed = 0.5;
/** And in a list under a word for it. */
const leastNamed = 0.3;
/** Topics in a row that the text does not name: what follows more of them is a menu. */
const mostUnnamed = 3;

/** What is in menus and footers, and among no article's topics. */
const menu =
	/^(?:follow |about |contact|work with|support|subscribe|manage |secondary|newsletters?|e-?paper|log ?(?:in|out)|sign (?:in|up)|my (?:account|profile)|advertis|publicité|passer la|teilen|share|nach oben|back to top|impressum|imprint|datenschutz|privacy|terms|cookies?|faq|help|hilfe|kontakt|shop|puzz|contests|rss|all (?:authors|topics|articles)|alle |todos|todas|toutes|menu|search|suche|startseite|home|live|tv|podcast|archiv|ticker|quiénes|mostrar|berita lainnya|übersicht|themen von|das könnte|lo más|license this|latest|meet the|how to watch|connect your|join|members|abo\b|aboservice|downloads|services?\b|programmes|galleries|careers|jobs|войти|отправить|гость|комментарии)/iu;

/** The site's own links, below which no topics of the article stand. */
const footer =
	/^(?:contact(?: us)?|about us|terms(?: (?:of|and) .{1,20})?|privacy(?: policy| notice)?|imprint|impressum|datenschutz|careers|advertise(?: with us)?|kontakt|contacto|contatti|mentions légales)$/iu;

/**
 * Goes over the lines that were taken for topics once the whole page is read. Below "Topics" a list may run on into
 * the site's menu: it ends at the last topic that headline or text names, or that is near one. A list without a
 * word for it is one only where the text names half of it.
 */
export function settleTopics(page: Page): void {
	const { lines, fields, ledger } = page;
	const taken = (line: MarkedLine | undefined) =>
		line !== undefined && ledger.usesOf(line).includes('topics');
	if (!lines.some(taken)) return;
	const textWords = wordsOf(
		[fields.headline, fields.deck ?? '', ...fields.paragraphs.slice(0, 60)].join(' '),
	);
	const bodyEnd = lines.findLastIndex((line) =>
		ledger.usesOf(line).some((use) => use.startsWith('paragraphs[')),
	);
	const footerAt = lines.findIndex(({ text }, at) => at > bodyEnd && text.length < 40 && footer.test(text));
	const topics = new Set<string>();
	for (let at = 0; at < lines.length; at++) {
		if (!taken(lines[at])) continue;
		let end = at + 1;
		while (taken(lines[end]) && topicsBehind(lines[end]?.text ?? '') === null) end++;
		const list = lines.slice(at, end);
		const isBelowFooter = footerAt >= 0 && at > footerAt;
		const found = isBelowFooter ? [] : settle(list, textWords, fields.byline);
		for (const { topic, line } of found) {
			topics.add(topic);
			if (!taken(line)) ledger.field(line, 'topics');
		}
		const kept = new Set(found.map(({ line }) => line));
		const isHeading = (line: MarkedLine) => found.length > 0 && topicsBehind(line.text)?.length === 0;
		for (const line of list) if (!kept.has(line) && !isHeading(line)) dismiss(page, line);
		at = end - 1;
	}
	fields.topics.splice(0, fields.topics.length, ...topics);
}

interface Found {
	readonly topic: string;
	readonly line: MarkedLine;
}

function settle(
	list: readonly MarkedLine[],
	textWords: ReadonlySet<string>,
	byline: readonly string[],
): readonly Found[] {
	const [first] = list;
	const isLabelled = first !== undefined && topicsBehind(first.text) !== null;
	const all: Found[] = [];
	for (const line of list) {
		const parts = topicsBehind(line.text) ?? bareTopics(line.text) ?? [withoutBullet(line.text)];
		const topics = parts.map(tidy).filter((topic) => topic !== '');
		if (topics.some((topic) => !isTopic(topic) || menu.test(topic))) break;
		all.push(...topics.filter((topic) => !byline.includes(topic)).map((topic) => ({ topic, line })));
	}
	const isNamed = ({ topic }: Found) => [...wordsOf(topic)].some((word) => textWords.has(word));
	if (!isLabelled) {
		return all.filter(isNamed).length >= Math.max(1, all.length * mostNamed) ? all : [];
	}
	// In one line all topics belong together; in lines of their own the menu may follow.
	if (list.length === 1) return all.length <= mostTopics ? all : [];
	let end = 0;
	for (let at = 0; at < all.length && at - end < mostUnnamed; at++) {
		const one = all[at];
		if (one && isNamed(one)) end = at + 1;
	}
	const kept = all.slice(0, Math.min(end, mostTopics));
	const last = all.length <= mostUnnamed && end > 0 ? all : kept;
	return last.filter(isNamed).length >= last.length * leastNamed ? last : [];
}

/** Without the comma behind it or the number of articles on it ("Harbours 398", "Harbours,"). */
function tidy(topic: string): string {
	const bare = topic.replace(/^[\s,;#]+|[\s,;]+$/gu, '');
	return bare.replace(/(?<=\p{Ll}) ?\(?\d{2,6}\)?$/u, (count) =>
		/^ ?(?:19|20)\d\d$/.test(count) ? count : '',
	);
}

function isTopic(topic: string): boolean {
	if (topic.length > longestTopic || wordCount(topic) > mostWords || topic.length < 2) return false;
	if (!/\p{L}/u.test(topic) || /[?!:;@©]|^\d+ \p{L}|\d:\d/u.test(topic) || isUnbalanced(topic)) return false;
	if (isRelativeTime(topic) || isTimeOnly(topic) || readStamp(topic) !== null) return false;
	return !/button|footer|copyright|comment|counter|media|advertis/.test(furnitureOf(topic) ?? '');
}

function isUnbalanced(topic: string): boolean {
	const opened = topic.match(/[“„«(]/gu)?.length ?? 0;
	const closed = topic.match(/[”»)]/gu)?.length ?? 0;
	return opened !== closed;
}

/** The longer words of a text by their first letters, so that "ports" names "port". */
function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? [];
	return new Set(words.map((word) => word.slice(0, 5)));
}

function dismiss({ ledger }: Page, line: MarkedLine): undefined {
	ledger.forget(line);
	ledger.furniture(line, 'navigation');
}
