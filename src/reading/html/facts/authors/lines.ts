import type { Layout } from '../../blocks/layout.ts';
import type { Nearby } from '../near.ts';
import { isBelowName, isPerson, looksLikeName, namesIn } from './names.ts';
import type { Found } from './said.ts';

const byPattern =
	/^[-–—•·|●\s]*(?:(?:written|posted|published|authored|reported|reviewed and written|words|story|text|article|a blog|recipe)(?: and \w+)? by|by|author|authors|von|par|por|di|door|av|af|written by|posted by|автор)\b\s*:?\s*(?=\S)/iu;
const byAlone =
	/^(?:by|written by|posted by|author|authors|author\(s\)|published by|words by|von|par|por)\s*:?$/iu;
export const notAuthors =
	/\b(?:medically |fact.?|expert )?(?:reviewed|checked|edited|photograph\w*|photos?|images?|illustrat\w*|translated|sponsored|powered|presented|designed) by\b/iu;
const authorWords =
	/\b(?:author|authors|byline|bylines|creator|writer|contributor|contributors|vcard)\b|author(?:name)?/;
/** What is said of an author, and not the name. */
export const aboutAuthor = /\bauthor (?:description|desc|bio|biography|about|title|role|job|position)\b/;
export const longestName = 140;

/** "Written byAnn Lee", as texts of two elements come together. */
export const apart = (text: string) =>
	text.replace(/^((?:(?:Written|Posted|Published|Words) )?[Bb]y)(?=\p{Lu}\p{Ll})/u, '$1 ');
/** "Dec 17, 2025Ann Lee", "17 December 2025 · Ann Lee". */
const dayBefore = /^(?:\p{L}{3,9}\.? \d{1,2},? |\d{1,2} \p{L}{3,9}\.?,? )20\d{2}\s*[·|•,–-]?\s*(?=\p{Lu})/u;

/** What stands behind "by" and a day, and whether there was a "by". */
export function behindBy(written: string): { text: string; hasBy: boolean } {
	const text = apart(written);
	const by = byPattern.exec(text);
	return by && by[0].length < text.length
		? { text: text.slice(by[0].length), hasBy: true }
		: { text: text.replace(dayBefore, ''), hasBy: false };
}

const within = /(?:^|[·|•●,–-]|\d{4})\s*(?:by|written by|posted by)\s+(\p{Lu}[^·|•●\d]{2,60})/u;

/** The names in the lines near a headline. */
export function namesInLines(nearby: readonly Nearby[], { blocks }: Layout): Found[] {
	let order = 0;
	return nearby.flatMap(({ block, from, words, isElsewhere, at }, index): Found[] => {
		const text = apart(block.text);
		if (text.length > longestName || notAuthors.test(text)) return [];
		const isMarked = authorWords.test(words) && !aboutAuthor.test(words);
		const isBesideDate =
			/\d{4}/u.test(text) ||
			isBelowName(blocks[at + 1]?.text ?? '') ||
			aboutAuthor.test(nearby[index + 1]?.words ?? '');
		const found = (source: Found['source'], names: string[]): Found[] =>
			names.length > 0 ? [{ source, names, from, isElsewhere, isMarked, isBesideDate, order: order++ }] : [];
		const behind = behindBy(text);
		if (behind.hasBy) return found('byLine', namesIn(behind.text));
		if (byAlone.test(blocks[at - 1]?.text ?? '')) {
			const names = namesIn(text);
			return names.every(looksLikeName) ? found('underBy', names) : [];
		}
		const inside = within.exec(text)?.[1];
		if (inside) return found('inLine', namesIn(inside));
		if (from < -6 || from > 24 || text.length > 100) return [];
		const names = namesIn(isMarked ? behind.text : text);
		return names.every(isPerson) ? found('bareLine', names) : [];
	});
}
