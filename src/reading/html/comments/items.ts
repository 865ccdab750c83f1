import { tidyLine } from '../../unseen.ts';
import { layoutOf } from '../blocks/layout.ts';
import { attribute, type Element, isElement, type Parent, textIn, textUpTo, without } from '../tree.ts';
import { type System, signatureOf } from './systems.ts';

/** A comment or a post of a forum as its page has it. */
export interface Item {
	readonly author: string | null;
	/** The moment as the page has it, or null. */
	readonly time: string | null;
	/** The author that it answers, or null. */
	readonly replyTo: string | null;
	readonly paragraphs: readonly string[];
	readonly element: Element | null;
}

const mostItems = 5_000;

/** All elements of a page with their signatures, in order: looked through once, whatever systems are tried. */
export interface Signed {
	readonly element: Element;
	readonly signature: string;
	/** One number past the last element under it. */
	end: number;
}

export function signedIn(page: Parent): Signed[] {
	const found: Signed[] = [];
	const visit = (parent: Parent) => {
		for (const child of parent.childNodes) {
			if (!isElement(child)) continue;
			const one: Signed = { element: child, signature: signatureOf(child), end: 0 };
			found.push(one);
			visit(child);
			one.end = found.length;
		}
	};
	visit(page);
	return found;
}

/** The items of a page by the signs of one system; none where it is not of that system. */
export function itemsOf(signed: readonly Signed[], system: System): Item[] {
	const starts: number[] = [];
	const open: { end: number; at: number }[] = [];
	const parents = new Map<number, number>();
	for (const [at, { signature, end }] of signed.entries()) {
		while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) open.pop();
		if (!system.item.test(signature)) continue;
		const parent = open.at(-1);
		if (parent) parents.set(at, parent.at);
		starts.push(at);
		open.push({ end, at });
		if (starts.length > mostItems) break;
	}
	const isStart = new Set(starts);
	const items = new Map<number, Item>();
	const bySameId = new Set<string>();
	for (const start of starts) {
		const item = itemAt(signed, start, isStart, system);
		// Some pages give the element around an item the same signs: the inner one has its words.
		if (!item) continue;
		const key = `${item.author}\n${item.paragraphs.join('\n')}`;
		if (item.paragraphs.length > 0 && bySameId.has(key)) continue;
		bySameId.add(key);
		items.set(start, { ...item, replyTo: item.replyTo ?? answeredAbove(start, parents, items) });
	}
	return withMentioned([...items.values()]);
}

function answeredAbove(
	at: number,
	parents: ReadonlyMap<number, number>,
	items: ReadonlyMap<number, Item>,
): string | null {
	for (let parent = parents.get(at); parent !== undefined; parent = parents.get(parent)) {
		const item = items.get(parent);
		if (item) return item.author;
	}
	return null;
}

function itemAt(
	signed: readonly Signed[],
	start: number,
	isStart: ReadonlySet<number>,
	system: System,
): Item | null {
	const { element, end } = signed[start] as Signed;
	let author: string | null = authorGiven(element);
	let text: { element: Element; end: number } | null = null;
	let replyTo: string | null = null;
	let time: string | null = null;
	for (let at = start + 1; at < end; at++) {
		const { element: inner, signature, end: innerEnd } = signed[at] as Signed;
		if (isStart.has(at)) {
			at = innerEnd - 1;
			continue;
		}
		if (text && at < text.end) {
			if (replyTo === null) replyTo = quotedIn(inner, signature);
			continue;
		}
		if (system.answers?.test(signature)) replyTo ??= nameIn(inner);
		else if (system.text.test(signature) && (text === null || !hasWords(text.element)))
			text = { element: inner, end: innerEnd };
		else if (author === null && system.author.test(signature)) author = nameIn(inner);
		if (time === null) time = timeOf(inner);
	}
	if (!text) return null;
	const paragraphs = paragraphsIn(text.element, system, (inner) => system.item.test(signatureOf(inner)));
	if (author === null && paragraphs.length === 0) return null;
	return { author, time, replyTo, paragraphs, element };
}

const hasWords = (element: Element) => /\p{L}/u.test(textIn(element));

function authorGiven(element: Element): string | null {
	const given = attribute(element, 'data-author') ?? attribute(element, 'data-username');
	return given ? tidyLine(given) || null : null;
}

/** The name in an element: of its first link or its whole text, without what pages put around it. */
function nameIn(element: Element): string | null {
	const given = attribute(element, 'content');
	const text = given ?? firstText(element);
	const name = tidyLine(text)
		.replace(/^(?:in reply to|replying to|reply to|by|posted by|re:|from|@)[\s:]*/iu, '')
		.replace(/\s*(?:says|said|wrote|schrieb|a écrit|escribió|dice)\s*:?$|[:,]$/iu, '')
		.trim();
	return name !== '' && name.length <= 80 && /[\p{L}\p{N}]/u.test(name) ? name : null;
}

function firstText(element: Element): string {
	const links: Element[] = [];
	const visit = (parent: Parent) => {
		for (const child of parent.childNodes) {
			if (!isElement(child)) continue;
			if (/^(?:a|cite|b|strong|h[1-6])$/u.test(child.tagName) && /[\p{L}\p{N}]/u.test(textIn(child)))
				links.push(child);
			else visit(child);
		}
	};
	visit(element);
	const [link] = links;
	return link ? textIn(link) : textIn(element);
}

const wrote = /^(.{1,60}?)\s+(?:said|wrote|schrieb|a écrit|écrit|escribió|scrisse|написал(?:\(а\)|а)?)\s*:/iu;

/** Whom a quotation within a text quotes: XenForo's and Discourse's attributes, "Ann wrote:", "Originally Posted by Ann". */
function quotedIn(element: Element, signature: string): string | null {
	if (/\.bbcode_postedby\b/u.test(signature)) return nameIn(element);
	const isQuote =
		/^(?:blockquote(?!.*\.postcontent)|aside) |\.(?:quote|quoteheader|quotebox|ipsQuote)(?= |$)/u.test(
			signature,
		);
	if (!isQuote) return null;
	const given =
		attribute(element, 'data-quote') ??
		attribute(element, 'data-username') ??
		attribute(element, 'data-ipsquote-username');
	if (given) return tidyLine(given) || null;
	const text = tidyLine(textUpTo(element, 200));
	const said =
		wrote.exec(text)?.[1] ??
		/(?:originally posted by|quote from:|posted by|quoting)\s+([^\s:].{0,40}?)(?:\s+(?:on|view|»|→)|\s{2,}|:|$)/iu.exec(
			text,
		)?.[1];
	return said ? tidyLine(said.replace(/^(?:↑|quote:?)\s*/iu, '')) || null : null;
}

function timeOf(element: Element): string | null {
	const given =
		attribute(element, 'datetime') ??
		(/date/iu.test(attribute(element, 'itemprop') ?? '') ? attribute(element, 'content') : null);
	return given && /\d{4}/u.test(given) ? given.trim() : null;
}

/** The words of an item's text: without the quotations of others, signatures, buttons and items in it. */
function paragraphsIn(text: Element, { foreign }: System, isItem: (element: Element) => boolean): string[] {
	const kept = without(text, (element) => (foreign?.test(signatureOf(element)) ?? false) || isItem(element));
	return layoutOf(around(kept))
		.blocks.map((block) => block.text)
		.filter((one) => !button.test(one));
}

const button =
	/^(?:reply|report|like|share|quote|permalink|edit|flag|show more|read more|antworten|melden|\d+ likes?|click to expand\.{0,3}|last edited.{0,80})$/iu;

/** A node that holds only a block with this element. */
function around(element: Element): Parent {
	const block: Element = { ...element, tagName: 'div', nodeName: 'div', attrs: [], childNodes: [element] };
	return { ...block, childNodes: [block] };
}

/** "@Ann …" at the beginning answers Ann, where one of that name wrote before; the name is as she writes it. */
function withMentioned(items: readonly Item[]): Item[] {
	const known = new Map<string, string>();
	const plain = (name: string) => name.toLowerCase().replace(/[\s_.-]/gu, '');
	return items.map((item) => {
		const mention =
			item.replyTo === null
				? /^@([\p{L}\p{N}_.-]+(?: \p{Lu}[\p{L}.]+)?)/u.exec(item.paragraphs[0] ?? '')
				: null;
		const whole = mention?.[1] ?? '';
		const replyTo =
			item.replyTo !== null
				? (known.get(plain(item.replyTo)) ?? item.replyTo)
				: (known.get(plain(whole)) ?? known.get(plain(whole.split(' ')[0] ?? '')) ?? null);
		if (item.author !== null) known.set(plain(item.author), item.author);
		return { ...item, replyTo };
	});
}
