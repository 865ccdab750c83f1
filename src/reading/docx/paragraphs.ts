import { unescaped } from '../references.ts';
import { tidyLine } from '../unseen.ts';
import { xmlPieces } from '../xml.ts';

/** Elements whose text is none of the document's: what was deleted or moved away, field codes, other versions. */
const leftOut = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pict', 'w:delText']);
/**
 * The paragraphs of a document of Word, in order, without what is empty, deleted or a field's code. It takes
 * time in proportion to the length, whatever is nested in what.
 */
export function paragraphsOf(xml: string): string[] {
	const paragraphs: string[] = [];
	let line = '';
	let inText = false;
	let skipped = 0;
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			if (inText && skipped === 0) line += piece.text;
			continue;
		}
		const { tag } = piece;
		const opens = piece.kind === 'open';
		const isEmpty = opens && piece.isEmpty;
		if (leftOut.has(tag) && !isEmpty) skipped = Math.max(0, skipped + (opens ? 1 : -1));
		else if (tag === 'w:t') inText = opens && !isEmpty;
		else if (skipped > 0) continue;
		else if (tag === 'w:tab' || tag === 'w:br' || tag === 'w:cr') line += ' ';
		else if (tag === 'w:noBreakHyphen') line += '-';
		else if (tag === 'w:p' && !opens) {
			const whole = tidyLine(line);
			if (whole !== '') paragraphs.push(whole);
			line = '';
		}
	}
	return paragraphs;
}

/** The text of an element of the properties, or null. */
export function propertyOf(xml: string, element: string): string | null {
	const match = new RegExp(`<${element}(?:\\s[^<>]*)?>([^<]{1,2000})</${element}>`, 'u').exec(xml);
	return match ? tidyLine(unescaped(match[1] ?? '')) || null : null;
}
