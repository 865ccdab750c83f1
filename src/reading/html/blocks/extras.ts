import type { Layout } from './layout.ts';

/** Texts between those of an article that are none of it, though a page's markup has them there. */
interface Kind {
	is(layout: Layout, at: number): boolean;
	/** Where they are a larger share of the text than this, they are the text. */
	readonly most: number;
}

const captionWords = /\bcaptions?\b/;
/** How far up the element of a caption is looked for. */
const levels = 3;

/** A link in capitals as a whole, of so many characters at least. */
const leastCapitals = 20;
/** Longest line, in characters, that asks to read or watch something else, or has a picture's credit behind it. */
const longestLine = 300;
/** The share of such an appeal that is a link. */
const leastLinked = 0.4;
const appeal =
	/^(?:(?:see|read) (?:more|also|next)|also (?:on|read|see)|more (?:on|from|about)|related|click here|(?:watch|listen)(?= ?:)|subscribe|sign up|follow us|don.t miss|leia (?:mais|também)|lesen sie (?:auch|mehr)|mehr (?:zum|dazu)|(?:à )?lire aussi|à lire|l[eé]e también|lea también|leer más|ver más|leggi anche|lees ook|читайте также)(?!\p{L})/iu;
const notice =
	/^(?:this document is subject to copyright|this slideshow requires javascript|(?:do you )?(?:like|enjoy(?:ed)?) this (?:story|article|post)\?)/iu;
const pictureCredit =
	/\((?:(?:ap|file|handout) )?(?:photos?|images?|pictures?|pics?|fotos?|bild)(?: ?[:/]| by | courtesy )[^()]*\)\.?$/iu;

const kinds: readonly Kind[] = [
	// Hidden for machines, for other sizes of screens, or until somebody opens it. Some sites show all of their text by
	// a script only.
	{ is: ({ blocks, boxes }, at) => boxes[blocks[at]?.box ?? -1]?.isHidden ?? false, most: 0.75 },
	{ is: isCaption, most: 0.5 },
	{ is: isAppeal, most: 0.5 },
];

/** What is chosen of a page's blocks without captions, links to other articles, and what a browser hides. */
export function withoutExtras(layout: Layout, taken: readonly boolean[]): boolean[] {
	const { blocks } = layout;
	let kept = [...taken];
	for (const { is, most } of kinds) {
		const own = kept.map((isTaken, at) => isTaken && is(layout, at));
		const lengthOf = (chosen: readonly boolean[]) =>
			blocks.reduce((sum, { text }, at) => sum + (chosen[at] ? text.length : 0), 0);
		if (lengthOf(own) <= lengthOf(kept) * most) kept = kept.map((isTaken, at) => isTaken && !own[at]);
	}
	return kept;
}

function isCaption({ blocks, boxes }: Layout, at: number): boolean {
	const { text = '', box = -1 } = blocks[at] ?? {};
	if (text.length < longestLine && pictureCredit.test(text)) return true;
	let around = boxes[box];
	for (let level = 0; level < levels && around; level++) {
		if (around.tag === 'figcaption' || captionWords.test(around.words.join(' '))) return true;
		around = boxes[around.parent];
	}
	return false;
}

function isAppeal({ blocks }: Layout, at: number): boolean {
	const { text = '', linked = 0 } = blocks[at] ?? {};
	if (text.length >= longestLine) return false;
	if (linked >= text.length * leastLinked && appeal.test(text)) return true;
	const isInCapitals = text.length >= leastCapitals && /\p{Lu}/u.test(text) && text === text.toUpperCase();
	return notice.test(text) || (isInCapitals && linked >= text.length * 0.95);
}
