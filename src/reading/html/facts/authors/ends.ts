import type { Block, Layout } from '../../blocks/layout.ts';
import { around, type Nearby } from '../near.ts';
import { apart, behindBy, longestName, notAuthors } from './lines.ts';
import { isPerson, looksLikeName, namesIn } from './names.ts';
import type { Found } from './said.ts';

/** A "by" alone stands in every list of other articles, too. */
const writtenBy = /^(?:(?:article|story|post|blog|text|words) )?(?:written|authored|words|text|story) by\b/iu;
const aboutAuthor = /^(?:about the authors?|meet the authors?|written by|the authors?|authors?)\s*:?$/iu;
/** Blocks in which names are looked for: more than an article's page has. */
export const mostBlocks = 3_000;

/** The names that a page has behind its text: "Written by …", or a name under "About the author". */
export function namesBehindText(nearby: readonly Nearby[], layout: Layout, headline: number): Found[] {
	const { blocks } = layout;
	const start = (nearby.at(-1)?.at ?? headline) + 1;
	const found: Found[] = [];
	for (let at = Math.max(1, start); at < Math.min(blocks.length, start + mostBlocks); at++) {
		const { text: written, box } = blocks[at] as Block;
		if (written.length > longestName || notAuthors.test(written)) continue;
		const text = apart(written);
		const isSigned = writtenBy.test(text);
		if (!isSigned && !aboutAuthor.test(blocks[at - 1]?.text ?? '')) continue;
		const names = namesIn(isSigned ? behindBy(text).text : text);
		if (names.length === 0 || !names.every(isSigned ? looksLikeName : isPerson)) continue;
		found.push({
			...{ source: 'endLine', names, from: at - Math.max(0, headline) },
			...{ isElsewhere: around(layout, box).isElsewhere, isMarked: false, isBesideDate: false },
			order: found.length,
		});
	}
	return found;
}
