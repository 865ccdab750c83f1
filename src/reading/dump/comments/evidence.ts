import { furnitureOf } from '../furniture.ts';
import type { Line } from '../lines.ts';
import { isOtherHeading } from '../lists.ts';
import { isProse } from '../prose.ts';
import { lineBelow } from './header.ts';
import { headerIn, type Style } from './style.ts';
import { type CommentHeading, closesThread, commentHeading, isCommentButton } from './words.ts';

/** Lines of a thread that are looked at. */
const sample = 150;
const nobody: ReadonlySet<string> = new Set();
/** A line of prose this long in a comment counts as the words of somebody, whatever it ends with. */
const longText = 60;

/** What was counted among the lines that may be a thread. */
interface Counted {
	readonly headers: number;
	/** Headers with text of somebody under them. */
	readonly said: number;
	readonly buttons: number;
	readonly prose: number;
	/** Short lines that are no sentence, and lines of the page's own. */
	readonly others: number;
	readonly authors: ReadonlySet<string>;
	/** Characters of text. */
	readonly length: number;
}

/**
 * Whether lines are comments of readers. Lists of other articles look like them (a name, a date, a sentence), and so do
 * menus below a button "Comments": without a heading, comments have their own buttons, or words such as "Ann
 * wrote:"; with one, most of what is under it must be sentences under names.
 *
 * @param before characters of prose above: a thread without sure signs is not longer than the article.
 */
export function isThread(
	lines: readonly Line[],
	start: number,
	style: Style,
	{ heading, before }: { readonly heading: CommentHeading | null; readonly before: number },
): boolean {
	if (heading?.count === 0) return false;
	const counted = count(lines, start, style);
	const { headers, said, buttons, prose, others, authors, length } = counted;
	if (headers === 0) return false;
	// The same name over and over is a label of the page, and comments without any words are none.
	if (authors.size < (heading ? headers / 4 : Math.min(2, headers))) return false;
	if (said < headers / 2) return false;
	const hasButtons = buttons >= Math.max(1, headers / 2);
	switch (style.kind) {
		case 'bullet':
		case 'wrote':
			return heading !== null || headers >= 2 || buttons > 0;
		case 'ago':
		case 'timed':
			// A count tells how many there are; "12 comments" above one name is a link to them.
			if (heading?.count) return headers >= Math.min(3, heading.count);
			if (heading) return hasButtons || (heading.sure && headers >= 2);
			return headers >= 2 && hasButtons;
		case 'numbered':
			return heading !== null && said >= 1 && (headers >= 3 || prose > others);
		default:
			if (!heading || prose <= others || length > Math.max(before, 1000) * 3) return false;
			if (hasButtons) return true;
			if (style.kind === 'bare') return heading.count !== null && said >= Math.min(2, heading.count);
			return heading.sure && (said >= 2 || heading.count === said);
	}
}

function count(lines: readonly Line[], start: number, style: Style): Counted {
	const authors = new Set<string>();
	let [headers, said, buttons, prose, others, length] = [0, 0, 0, 0, 0, 0];
	let isSaid = true;
	let lastNumber = 0;
	for (let at = start; at < Math.min(lines.length, start + sample); at++) {
		const line = lines[at];
		if (!line || (at > start && endsThread(line))) break;
		// A heading of comments below the first name shows that the names above it were others'.
		if (headers > 0 && commentHeading(line.text)?.count) break;
		const header = headerIn(line, lineBelow(lines, at), style, nobody, lastNumber);
		if (header) {
			headers++;
			lastNumber = header.number ?? lastNumber;
			isSaid = header.text !== '';
			if (isSaid && isText(header.text)) [said, prose] = [said + 1, prose + 1];
			length += header.text.length;
			authors.add(header.author ?? `nobody ${headers}`);
			continue;
		}
		if (isCommentButton(line.text)) buttons++;
		else if (furnitureOf(line.text) !== null) others++;
		else if (isText(line.text)) {
			[prose, length] = [prose + 1, length + line.text.length];
			if (headers > 0 && !isSaid) [isSaid, said] = [true, said + 1];
		} else others++;
	}
	return { headers, said, buttons, prose, others, authors, length };
}

/** What somebody says ends as a sentence does, or is long; a title and a label are neither. */
function isText(text: string): boolean {
	return text.length >= longText || isProse(text) || /\p{Extended_Pictographic}$/u.test(text);
}

/** Whether a line cannot be in a thread any more. */
export function endsThread(line: Line): boolean {
	return closesThread(line.text) || (line.gap > 0 && isOtherHeading(line.text));
}
