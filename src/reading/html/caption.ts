import { readCredit, splitCaption } from '../dump/credit.ts';
import type { Layout } from './blocks/layout.ts';

const captionWords = /\b(?:caption|image caption|photo caption|media caption)\b/;
const creditWords = /\b(?:credit|credits|copyright|photographer|attribution)\b/;
/** More than a caption has. */
const longest = 600;

/** What stands below the first picture of a page, and whose it is; null where it does not say. */
export function captionOf({ boxes, blocks }: Layout): { caption: string | null; credit: string | null } {
	const box = boxes.find(
		({ tag, words, first, last, length }) =>
			last > first && length <= longest && (tag === 'figcaption' || captionWords.test(words.join(' '))),
	);
	if (!box) return { caption: null, credit: null };
	let caption: string | null = null;
	let credit: string | null = null;
	for (const { text, box: own, inner } of blocks.slice(box.first, box.last)) {
		const words = [
			...(boxes[own]?.words ?? []),
			...(inner?.attrs.map(({ value }) => value.toLowerCase()) ?? []),
		].join(' ');
		const said = readCredit(text);
		if (said !== null || creditWords.test(words)) credit ??= said ?? text;
		else caption ??= text;
	}
	const split = caption !== null && credit === null ? splitCaption(caption) : null;
	return split ?? { caption, credit };
}
