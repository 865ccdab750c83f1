/**
 * What a generated sentence may be written with, after compatibility forms (full-width, styled and circled letters)
 * are folded: letters, digits, and marks that hide, style, mention, link and quote nothing. Everything else, such as
 * emoji, flags, invisible characters and markdown, could carry a name, a number or a quotation that no check sees.
 */
const allowed = /^[\p{L}0-9 .,;:!?()%&+$€£/’'–—-]*$/u;
const link = /\/\/|\bwww\.|\p{L}{2}\.\p{L}{2}/iu;
/** Letters of one word are of one script: a Cyrillic "а" in a Latin name is another name. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** A generated sentence in plain characters, each word in one of these three scripts; null where it has others. */
export function plainSentence(text: string): string | null {
	const folded = text
		.normalize('NFKC')
		.replace(/[\u2010\u2011\u2212]/gu, '-')
		.replace(/\s+/gu, ' ')
		.trim();
	if (!allowed.test(folded) || link.test(folded)) return null;
	for (const [word] of folded.matchAll(/\p{L}+/gu)) {
		const used = scripts.filter((script) => script.test(word)).length;
		if (used !== 1 || ![...word].every((letter) => scripts.some((script) => script.test(letter))))
			return null;
	}
	return folded;
}

/** A single mark that opens something: at the start, or behind a space or bracket. */
const singleOpens = /(?:^|[\s(/–—-])['’](?=\S)/u;
/** One that closes: behind a letter or stop and before a space; behind an "s" it may be a plural's apostrophe. */
const singleCloses = /(?<![sxzSXZ])['’](?=$|[\s.,;:!?)])/u;

/**
 * Whether a plain sentence may utter a quotation: marks of any kind, a colon or dash behind which somebody speaks, or
 * somebody who speaks of themselves.
 */
export function mayQuote(text: string, isCue: (word: string) => boolean): boolean {
	if (singleOpens.test(text) || singleCloses.test(text) || /''|’’/u.test(text)) return true;
	if (/^\s*[–—-]/u.test(text)) return true;
	const before = /^(.*?)[:–—]\s/u.exec(text)?.[1];
	if (before !== undefined && (before.match(/\p{L}+/gu) ?? []).some((word) => isCue(word.toLowerCase())))
		return true;
	return firstPerson.test(text);
}

/** Nobody in an explanation speaks of themselves: where somebody does, it is a quotation without its marks. */
const firstPerson =
	/(?<![\p{L}'’])(?:I|I['’]\p{L}+|[Mm]y|mine|[Mm]e|[Ww]e|us|[Oo]urs?|[Ii]ch|[Mm]ein\p{L}*|[Ww]ir|[Uu]nser\p{L}*|[Jj]e|[Jj]['’]\p{L}+|[Mm]on|[Nn]ous|[Nn]otre|[Nn]os|[Yy]o|[Nn]osotros|[Nn]uestr\p{L}+|[Яя]|[Мм]о[йяеи]|[Мм]ы|[Нн]аш\p{L}*)(?!\p{L})/u;
