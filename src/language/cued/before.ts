import type { Paragraph } from '../page.ts';
import { type Attribution, attributionBehind, ledBy } from './attribution.ts';
import type { CuedName } from './names.ts';
import type { CuedRules } from './rules.ts';
import { nameInside, type Source } from './sources.ts';
import { longest } from './stretch.ts';
import { sourcesIn, subjectOf } from './subjects.ts';
import { isCue } from './verbs.ts';

/** The speaker that the paragraph before announces: it ends with a colon, and this one begins with the quotation. */
export function leadIn(
	before: Paragraph | undefined,
	sources: readonly Source[],
	paragraph: Paragraph,
	span: number,
	rules: CuedRules,
): Attribution | null {
	if (!before || span > 0 || paragraph.bounds[0]?.first !== 0 || before.tokens.at(-1)?.text !== ':')
		return null;
	const to = before.tokens.length;
	let from = to - 1;
	const last = before.sentence[to - 1];
	while (
		from > 0 &&
		before.sentence[from - 1] === last &&
		before.inside[from - 1] === -1 &&
		to - from < longest
	)
		from--;
	const found = ledBy(before, { from, to }, sources, rules, true);
	return found && { ...found, paragraph: before };
}

/**
 * The subject of the sentence before: She says that the ferry is late. “We wait.” Only where it has a verb of speech
 * with its subject, and no quotation.
 */
export function sentenceBefore(
	paragraph: Paragraph,
	span: number,
	sources: readonly Source[],
	rules: CuedRules,
): Attribution | null {
	const { sentence, inside, bounds } = paragraph;
	const to = bounds[span]?.first ?? 0;
	if (to === 0 || inside[to - 1] !== -1) return null;
	const number = sentence[to - 1];
	if (number === sentence[to]) return null;
	let from = to - 1;
	while (from > 0 && to - from < longest && sentence[from - 1] === number && inside[from - 1] === -1) from--;
	if (from > 0 && sentence[from - 1] === number) return null;
	for (let at = from; at < to; at++) {
		if (!isCue(paragraph, at)) continue;
		const here = sourcesIn(sources, from, to);
		const source = subjectOf(paragraph, at, here, to, rules);
		if (source) return { source, cue: null, firm: false, fragment: false };
	}
	return null;
}

/** An attribution inside the marks, as in French and Russian: « Nous partons, dit-il, et vite. » */
export function incised(
	paragraph: Paragraph,
	span: number,
	sources: readonly Source[],
	names: ReadonlyMap<number, CuedName>,
	rules: CuedRules,
): Attribution | null {
	const { tokens } = paragraph;
	const { first = 0, after = 0 } = paragraph.bounds[span] ?? {};
	for (let at = first + 2; at < after - 1; at++) {
		const { text = ' ' } = tokens[at - 1] ?? {};
		const isDash = '—–'.includes(text);
		if (!isDash && text !== ',') continue;
		if (isCue(paragraph, at)) {
			// « Je reste, explique Jean Dupont. Ma famille vit ici. »
			const source = nameInside(names, at + 1);
			const isClosed = source !== null && tokens[source.after]?.kind === 'mark';
			if (isClosed) return { source, cue: at, firm: true, fragment: false };
		}
		const isIncised = isDash ? isCue(paragraph, at) : rules.inverted(tokens[at]?.lower ?? '') !== null;
		if (!isIncised) continue;
		const found = attributionBehind(
			paragraph,
			{ from: at, to: Math.min(after, at + longest) },
			sources,
			rules,
		);
		if (found) return found;
	}
	return null;
}
