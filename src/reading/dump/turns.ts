import type { Outline } from './kinds/outlined.ts';
import type { MarkedLine } from './page.ts';

/** What stands before a turn of a talk: "Q: …", "Orla Finch: …", "OF: …". */
const label = /^(\p{Lu}[\p{L}\p{M}.'’ -]{0,40}):\s+\S/u;

/** Paragraphs with a label, and labels that come back, from which on a text is a talk. */
const LABELLED = 4;
const RECURRING = 2;

/**
 * The labels of an interview or another talk that come back between the first and the last paragraph of a page; none where
 * less than half of the paragraphs have a label in front, or fewer than two come back.
 */
export function turnLabels(lines: readonly MarkedLine[], { paragraphs }: Outline): ReadonlySet<string> {
	const counts = new Map<string, number>();
	let all = 0;
	let labelled = 0;
	const last = paragraphs.lastIndexOf(1);
	for (let at = Math.max(0, paragraphs.indexOf(1)); at <= last; at++) {
		const found = label.exec(lines[at]?.text ?? '')?.[1];
		if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
		if (paragraphs[at] !== 1) continue;
		all++;
		if (found !== undefined) labelled++;
	}
	const recurring = [...counts].flatMap(([found, count]) => (count > 1 ? found : []));
	const isTalk = labelled >= LABELLED && labelled * 2 >= all && recurring.length >= RECURRING;
	return new Set(isTalk ? recurring : []);
}

/** Takes for paragraphs the lines between those of a talk that have one of its labels: a short question looks like a subheading. */
export function withTurns(
	outline: Outline,
	lines: readonly MarkedLine[],
	labels: ReadonlySet<string>,
): Outline {
	if (labels.size === 0) return outline;
	const first = outline.paragraphs.indexOf(1);
	const last = outline.paragraphs.lastIndexOf(1);
	const isTurn = (at: number) =>
		at > first && at < last && labels.has(label.exec(lines[at]?.text ?? '')?.[1] ?? '');
	const paragraphs = outline.paragraphs.map((taken, at) => (isTurn(at) ? 1 : taken));
	return { ...outline, paragraphs };
}
