import type { ParsedArticle } from '../parsed-article.ts';
import { trimmed } from './trimmed.ts';
import type { Unmarked } from './unmarked.ts';

const signature =
	/[—–-][\s\u00a0]?([\p{L}][\p{L}\p{M} .'’-]{1,60}) \(@\w{1,30}\)(?: \p{L}{3,9}\.? \d{1,2}, \d{4})?[\s.]*$/u;

/** Posts that a name and an account sign: "… — Name (@name) …". */
export function findPosts(parsedArticle: ParsedArticle): Unmarked[] {
	return parsedArticle.parsedParagraphs.flatMap(({ paragraph: { index, text, spans } }) => {
		const tail = text.slice(-140);
		const match = signature.exec(tail);
		const name = match?.[1]?.trim();
		if (!match || !name || spans.length > 0) return [];
		const shift = text.length - tail.length;
		const { start, end } = trimmed(text, 0, shift + match.index);
		if (end <= start) return [];
		const at = shift + match.index + match[0].indexOf(name);
		const mention = { start: at, end: at + name.length };
		return [
			{ paragraph: index, start, end, open: 0, speaker: name, person: null, mention, cue: null, turn: index },
		];
	});
}
