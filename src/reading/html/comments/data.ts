import { UserError } from '../../../errors.ts';
import { tidyLine } from '../../unseen.ts';
import { layoutOf } from '../blocks/layout.ts';
import { isComment, isThing, listOf, type Thing, textOf } from '../facts/structured.ts';
import { attribute, type Element, type Parent, parsePiece, without } from '../tree.ts';
import type { Item, Signed } from './items.ts';

const mostItems = 5_000;
/** Answers to answers to answers, as deep as somebody may read. */
const deepest = 200;
const mostHtml = 200_000;

/** The comments that a page gives in JSON-LD, answers below those whom they answer. */
export function itemsInThings(things: readonly Thing[]): Item[] {
	const found: Item[] = [];
	const seen = new Set<unknown>();
	const add = (thing: Thing, replyTo: string | null, depth: number) => {
		if (seen.has(thing) || found.length >= mostItems || depth > deepest) return;
		seen.add(thing);
		const text = textOf(thing.text) ?? textOf(thing.articleBody) ?? textOf(thing.description);
		const author = textOf(isThing(thing.author) ? thing.author.name : thing.author) ?? textOf(thing.creator);
		if (text !== null) {
			found.push({
				author: author === null ? null : tidyLine(author),
				time: textOf(thing.dateCreated) ?? textOf(thing.datePublished),
				replyTo: replyTo ?? parentOf(thing),
				paragraphs: paragraphsOf(text),
				element: null,
			});
		}
		for (const inner of repliesOf(thing)) add(inner, author, depth + 1);
	};
	for (const thing of things) {
		if (isComment(thing)) continue;
		for (const inner of repliesOf(thing)) add(inner, null, 0);
	}
	return found;
}

function repliesOf(thing: Thing): Thing[] {
	const all = [thing.comment, thing.comments, thing.acceptedAnswer, thing.suggestedAnswer].flatMap((value) =>
		listOf(value),
	);
	return all.filter(isThing);
}

function parentOf(thing: Thing): string | null {
	const parent = thing.parentItem;
	return isThing(parent) && isThing(parent.author) ? textOf(parent.author.name) : null;
}

/** A text that may be HTML or have line ends. */
function paragraphsOf(text: string): string[] {
	if (/<(?:p|br|div|blockquote|ul|a)\b/iu.test(text)) return htmlParagraphs(text);
	return text
		.split(/\n+/u)
		.map(tidyLine)
		.filter((line) => line !== '');
}

/** The paragraphs of a piece of HTML, without some of its elements; none where it is nested deeper than a page is. */
export function htmlParagraphs(html: string, isOut?: (element: Element) => boolean): string[] {
	let piece: Parent;
	try {
		piece = parsePiece(html.slice(0, mostHtml), 'A comment');
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
	return layoutOf(isOut ? without(piece, isOut) : piece).blocks.map(({ text }) => text);
}

/** The posts that Discourse keeps on its page for its script; none elsewhere. */
export function discourseItems(signed: readonly Signed[]): Item[] {
	const holder = signed.find(({ signature }) => signature.includes('#data-preloaded'));
	const json = holder && attribute(holder.element, 'data-preloaded');
	if (!json) return [];
	const posts = postsIn(parse(json));
	const names = new Map(posts.map((post) => [post.post_number, textOf(post.username)]));
	return posts.slice(0, mostItems).flatMap((post): Item[] => {
		const cooked = textOf(post.cooked);
		const author = textOf(post.username);
		if (cooked === null || author === null) return [];
		const answered = isThing(post.reply_to_user)
			? textOf(post.reply_to_user.username)
			: (names.get(post.reply_to_post_number) ?? null);
		return [
			{
				author,
				time: textOf(post.created_at),
				replyTo: answered,
				paragraphs: htmlParagraphs(cooked, isOfOthers),
				element: null,
			},
		];
	});
}

/** What a post of Discourse quotes or links to, with all that is quoted in it. */
function isOfOthers(element: Element): boolean {
	return element.tagName === 'aside' && /\b(?:quote|onebox)\b/u.test(attribute(element, 'class') ?? '');
}

function postsIn(preloaded: unknown): Thing[] {
	if (!isThing(preloaded)) return [];
	for (const [key, value] of Object.entries(preloaded)) {
		if (!key.startsWith('topic_')) continue;
		const topic = typeof value === 'string' ? parse(value) : value;
		const stream = isThing(topic) && isThing(topic.post_stream) ? topic.post_stream.posts : null;
		return listOf(stream).filter(isThing);
	}
	return [];
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}
