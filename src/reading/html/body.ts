import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import { paragraphsIn } from './paragraphs.ts';
import { type Parent, parsePage } from './tree.ts';

/** The paragraphs of the article on a page, or none. */
export function bodyOf(page: Parent, name: string): string[] {
	const { document } = parseHTML(serialize(page));
	const found = new Readability(document, { charThreshold: 200 }).parse();
	return found?.content ? paragraphsIn(parsePage(found.content, name)) : [];
}
