import { takeAuthors } from './authors/take.ts';
import { readBody } from './body.ts';
import { findThreadStart } from './comments/start.ts';
import { readThread } from './comments/thread.ts';
import { type DumpFields, emptyFields } from './fields.ts';
import { listedFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import { type Furniture, Ledger, type LineUse } from './ledger.ts';
import { toLines } from './lines.ts';
import { marksOf } from './marks.ts';
import type { Page } from './page.ts';
import { isSetApart } from './prose.ts';
import { takeSite } from './site.ts';
import { settleTopics } from './topics.ts';
import { unwrap } from './wrap.ts';

/** A page dump as it was read, and where each of its lines went. */
export interface Dump {
	/** `headline` is '' and `paragraphs` is empty where the text holds none. */
	readonly fields: DumpFields;
	/** In the order of the lines. */
	readonly furniture: readonly Furniture[];
	/** Every line that is not empty, once, in order. */
	readonly accounting: readonly LineUse[];
}

/**
 * Reads the text of a news page as it was copied, from any site. Never throws, and takes time in proportion to
 * the length of the text. What the page does not say stays null or empty.
 */
export function readDump(text: string): Dump {
	const ledger = new Ledger();
	const fields = emptyFields();
	const { lines: written, invisible } = toLines(text);
	for (const number of invisible) ledger.furniture({ numbers: [number], text: '' }, 'invisible characters');
	const lines = unwrap(written);
	const thread = findThreadStart(lines);
	const articleLines = lines.slice(0, thread?.at ?? lines.length);
	const page: Page = {
		lines: articleLines.map((line) => ({ ...line, marks: marksOf(line.text) })),
		setApart: isSetApart(articleLines),
		fields,
		ledger,
	};
	readBody(page, readHead(page));
	takeAuthors(page);
	takeSite(page);
	settleTopics(page);
	if (thread) {
		const { comments, end } = readThread(lines, thread.at, thread.style, ledger);
		fields.comments.push(...comments);
		for (const line of lines.slice(end))
			ledger.furniture(line, listedFurniture(line.text) ?? 'other headline');
	}
	return { fields, ...ledger.close() };
}
