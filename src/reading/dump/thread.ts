import { lineBelow } from './comments/header.ts';
import { findThreadStart, type ThreadStart } from './comments/start.ts';
import { headerIn } from './comments/style.ts';
import { commentHeading } from './comments/words.ts';
import type { Outline } from './kinds/outlined.ts';
import type { Line } from './lines.ts';
import type { MarkedLine } from './page.ts';
import { isProse } from './prose.ts';

/** Places that look like the start of a thread and turn out to be none, after which no more are looked for. */
const mostTries = 20;
/** Lines of a thread that are looked at to judge it. */
const sample = 200;
const nobody: ReadonlySet<string> = new Set();
/** A thread that is where the model sees paragraphs needs that many headers that are sure of themselves. */
const sureHeaders = 3;
/** A shorter line says little of whether comments or the article are there. */
const telling = 60;
const longest = 1000;

/**
 * A thread that nothing else can be: its headers say who they answer, or mean a picture ("avatar"), or say that
 * somebody wrote. What is below it is no part of the article, however it reads.
 */
export function certainThread(lines: readonly Line[]): ThreadStart | null {
	const found = findThreadStart(lines);
	if (!found || (found.style.kind !== 'bullet' && found.style.kind !== 'wrote')) return null;
	const sure = sureBelow(lines, found);
	const isMarked =
		found.style.kind === 'wrote' || sure.some((one) => one.replyTo !== null || one.author === null);
	return sure.length >= 2 && isMarked ? found : null;
}

/** Where the comments of a page start: below the headline and a paragraph, and not where the article continues. */
export function chooseThread(lines: readonly MarkedLine[], outline: Outline): ThreadStart | null {
	const last = outline.paragraphs.lastIndexOf(1);
	let from = outline.headline + 1;
	for (let tries = 0; tries < mostTries && from < lines.length; tries++) {
		const found = findThreadStart(lines.slice(from));
		if (!found) return null;
		const start = { at: from + found.at, style: found.style };
		if (start.at > last || cutsOff(lines, outline, start, last)) return start;
		from = start.at + 1;
	}
	return null;
}

/** Whether the lines from there on, though some read like paragraphs, are comments. */
function cutsOff(lines: readonly MarkedLine[], { body }: Outline, start: ThreadStart, last: number): boolean {
	let size = 0;
	let mass = 0;
	for (let line = start.at; line <= last; line++) {
		const length = Math.min(longest, lines[line]?.text.length ?? 0);
		if (length < telling) continue;
		size += length;
		mass += length * (body[line] ?? 0);
	}
	const { kind } = start.style;
	const isWeak = kind === 'inline' || kind === 'colon' || kind === 'bare' || kind === 'item';
	if (mass <= size / 2 || isCounted(lines, start)) return true;
	return !isWeak && sureBelow(lines, start).length >= sureHeaders;
}

/** A heading that says how many comments there are, with nearly as many names over sentences, is no chance. */
const fewest = 4;
const nearly = 0.8;

function isCounted(lines: readonly Line[], { at, style }: ThreadStart): boolean {
	const said = commentHeading(lines[at]?.text ?? '')?.count ?? 0;
	if (said < fewest) return false;
	let spoken = 0;
	for (let line = at + 1; line < Math.min(lines.length, at + sample); line++) {
		const [name, next] = [lines[line], lines[line + 1]];
		if (!name || !next || !headerIn(name, lineBelow(lines, line), style, nobody)) continue;
		if (next.text.length >= telling || isProse(next.text)) spoken++;
	}
	return spoken >= Math.min(said, sample / 4) * nearly;
}

/** The headers among the lines from there on that a marker or a time makes sure. */
function sureBelow(lines: readonly Line[], { at, style }: ThreadStart) {
	return lines.slice(at, at + sample).flatMap((line, index) => {
		const header = headerIn(line, lineBelow(lines, at + index), style, nobody);
		return header?.sure ? [header] : [];
	});
}
