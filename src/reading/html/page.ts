import { chooseBlocks } from './blocks/choose.ts';
import { contextOf } from './blocks/context.ts';
import { withoutExtras } from './blocks/extras.ts';
import { judge } from './blocks/judge.ts';
import { type Layout, layoutOf } from './blocks/layout.ts';
import { type PageKind, type PageModel, pageModel } from './blocks/model.ts';
import { withSiblings } from './blocks/siblings.ts';
import { leastSure, onlyText } from './blocks/unlikely.ts';
import { type Discussion, discussionOf } from './comments/comments.ts';
import type { Item } from './comments/items.ts';
import { factsOf, type PageFacts } from './facts/facts.ts';
import { parsePage } from './tree.ts';

/** A page of the web as it was read. */
export interface HtmlPage {
	readonly facts: PageFacts;
	/** The texts of the article, or of the first post of a thread; empty where there is none. */
	readonly paragraphs: readonly string[];
	/** What readers wrote below it. */
	readonly comments: readonly Item[];
	/** Who wrote the first post of a thread; null elsewhere. */
	readonly author: string | null;
	/** Whether the page is a thread of a forum. */
	readonly isThread: boolean;
	/** The F1 of the text that is to be expected, 0 to 1. */
	readonly sure: number;
	readonly layout: Layout;
}

/**
 * Reads a page: its article, what its head says, and what readers wrote. Takes time in proportion to the markup.
 *
 * @param name of the source, for messages. @param address where the page came from, or null.
 * @throws UserError where the markup is larger, or nested deeper, than a page of an article.
 */
export function readHtml(html: string, name: string, address: string | null): HtmlPage {
	const page = parsePage(html, name);
	const layout = layoutOf(page);
	const facts = factsOf(page, layout, address);
	const discussion = discussionOf(page, facts.head.things);
	const isThread = isThreadOf(discussion);
	const { texts, sure, at } = textsOf(layout, facts, isThread ? 'threads' : 'articles');
	if (isThread) {
		const [first, ...others] = discussion.items;
		return {
			facts,
			layout,
			sure,
			isThread,
			author: first?.author ?? null,
			paragraphs: first?.paragraphs ?? [],
			comments: others,
		};
	}
	const inComments = blocksIn(layout, discussion);
	const ofReaders = at.filter((block) => inComments.has(block)).length;
	// Where nearly all of the text is in them, they are no comments.
	const areComments = ofReaders <= at.length / 2;
	return {
		...{ facts, layout, sure, isThread, author: null },
		paragraphs: texts.filter((_, index) => !(areComments && inComments.has(at[index] ?? -1))),
		comments: areComments ? discussion.items : [],
	};
}

/** Posts with an author and a text that make a page a thread. */
const leastPosts = 2;

function isThreadOf({ isForum, items }: Discussion): boolean {
	return (
		isForum &&
		items.filter(({ author, paragraphs }) => author !== null && paragraphs.length > 0).length >= leastPosts
	);
}

/** The texts of a page that are its article's, with the numbers of their blocks. */
export function textsOf(layout: Layout, facts: PageFacts, kind: PageKind) {
	return textsWith(layout, facts, pageModel(kind));
}

/** The same by another model than the one that ships. */
export function textsWith(
	layout: Layout,
	{ title, articleBody }: Pick<PageFacts, 'title' | 'articleBody'>,
	model: PageModel,
) {
	const context = contextOf(layout, title, articleBody, model.tables);
	const { taken, sure } = chooseBlocks(layout.blocks, judge(context, model));
	const only = sure < leastSure ? onlyText(layout, context.headline) : -1;
	const kept = withoutExtras(layout, withSiblings(layout, taken));
	const at = [...layout.blocks.keys()].filter((block) =>
		only < 0 ? kept[block] && block !== context.headline : block === only,
	);
	return { at, texts: at.map((block) => layout.blocks[block]?.text ?? ''), sure };
}

function blocksIn({ boxes }: Layout, { items }: Discussion): Set<number> {
	const elements = new Set(items.map(({ element }) => element));
	const found = new Set<number>();
	for (const { element, first, last } of boxes) {
		if (elements.has(element)) for (let block = first; block < last; block++) found.add(block);
	}
	return found;
}
