import type { Mention } from '../mentions.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Doubted } from './doubt.ts';

const dash = /^\s*(?:[—–―]|--?)\s*/u;
/** A signature is short: a name, perhaps with a title before it or an office after it. */
const longest = 80;
const longestTitle = 25;

/**
 * Who signed a quotation: “That’s it.” – Name. There is no verb, only the dash after the closing mark and the end
 * of the paragraph after the name. Null where it is not signed.
 */
export function signatureOf({ parsedParagraphs }: ParsedArticle, { place }: Doubted): Mention | null {
	const parsed = parsedParagraphs[place.paragraph];
	const span = parsed?.paragraph.spans[place.span];
	if (!parsed || !span?.closed) return null;
	const { text, tokens } = parsed.paragraph;
	if (text.length - span.end > longest) return null;
	const behind = text.slice(span.end);
	const opening = dash.exec(behind)?.[0];
	if (opening === undefined || /[.!?]\s+\S/u.test(behind)) return null;
	const from = span.end + opening.length;
	return (
		parsed.mentions.find(({ first, kind, person, cue }) => {
			const start = tokens[first]?.start ?? 0;
			return kind === 'name' && person && !cue && start >= from && start <= from + longestTitle;
		}) ?? null
	);
}
