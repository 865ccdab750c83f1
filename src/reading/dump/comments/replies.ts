/** What is around the marker that a comment is a reply ("Annin reply todvdgrg09(Show commentHide comment)"). */
export interface ReplyMarker {
	/** Before the marker: the author, often joined to it; '' where there is none. */
	readonly before: string;
	/** The author that the comment answers; null where the marker names nobody. */
	readonly target: string | null;
	/** Behind the marker and its buttons: text that was glued to it. */
	readonly behind: string;
}

const buttons =
	/\s*\(\s*(?:(?:show|hide|view|see)\s*(?:the\s*)?(?:comment|parent|original|post)s?\s*)+\)\s*/i;
const marker = /\s?(?:in reply to|in response to|replying to|replied to|answering)\s?:?\s?/i;
const arrow = /\s*(?:→|⇒|➔|➜|↪|↳|⤷|»|>|@)\s*/;
/** "Jarmila T.": the dot belongs to the name, and ends no sentence. */
const initialAtEnd = /(?:^| )\p{Lu}\.$/u;
const longestName = 80;

/**
 * Finds a reply marker in a line. In the midst of a text the words alone are not enough ("I was replying to a
 * friend"): there the marker must have its buttons, or be glued to a name, or be about a name that is known.
 * The author is what comes before the marker, so "Martinin reply toBob" is
 * Martin: "in" belongs to "in reply to" whatever the name ends with.
 */
export function findReplyMarker(
	line: string,
	known: ReadonlySet<string>,
	inHeader: boolean,
): ReplyMarker | null {
	const head = line.slice(0, 400);
	const found = marker.exec(head);
	if (!found) return null;
	const before = head
		.slice(0, found.index)
		.trim()
		.replace(/[,:·|([—–-]$/, '')
		.trim();
	const after = line.slice(found.index + found[0].length);
	const end = buttons.exec(after.slice(0, 300));
	const target = trimTarget(end ? after.slice(0, end.index) : after);
	if (before.length > longestName || target.length > longestName) return null;
	if (!end && /[.!?]$/.test(target) && !known.has(target) && !initialAtEnd.test(target)) return null;
	const isGlued = before !== '' && /^[a-z]/.test(found[0]);
	const isKnown = known.has(before) || known.has(target);
	if (!end && !inHeader && !isGlued && !isKnown && (before !== '' || target.split(' ').length > 3))
		return null;
	return {
		before,
		target: target === '' ? null : target,
		behind: end ? after.slice(end.index + end[0].length).trim() : '',
	};
}

function trimTarget(target: string): string {
	return target
		.trim()
		.replace(/[:,)\]]$/, '')
		.replace(/^@/, '');
}

/** "Ann → Bob", "Ann > Bob", "↳ Bob": which author answers which; null where there is no arrow. */
export function findArrow(name: string): { before: string; target: string } | null {
	const found = name.length <= 2 * longestName ? arrow.exec(name) : null;
	if (!found) return null;
	const target = name.slice(found.index + found[0].length).trim();
	if (target === '' || (found[0].trim() === '@' && !/^\s/.test(found[0]) && found.index > 0)) return null;
	return { before: name.slice(0, found.index).trim(), target };
}
