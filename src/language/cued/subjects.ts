import type { Paragraph } from '../page.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';
import { between, onlyFillers } from './verbs.ts';

/** The sources from a token on; a binary search, since a paragraph may have any number. */
export function* sourcesFrom(sources: readonly Source[], token: number): Generator<Source> {
	let low = 0;
	let high = sources.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sources[middle]?.first ?? 0) < token) low = middle + 1;
		else high = middle;
	}
	for (let at = low; at < sources.length; at++) {
		const source = sources[at];
		if (source) yield source;
	}
}

/** The sources that start in a stretch of tokens, half-open. */
export function sourcesIn(sources: readonly Source[], from: number, to: number): Source[] {
	const found: Source[] = [];
	for (const source of sourcesFrom(sources, from)) {
		if (source.first >= to) break;
		found.push(source);
	}
	return found;
}

/** The subject behind a verb, past what may be between: "dijo este lunes a la prensa el alcalde". */
export function rightOf(
	{ tokens }: Paragraph,
	cue: number,
	to: number,
	sources: readonly Source[],
): Source | null {
	let passed = 0;
	for (const source of sourcesFrom(sources, cue + 1)) {
		if (source.first >= to) return null;
		for (let at = cue + 1; at < source.first; at++) {
			const token = tokens[at];
			if (token?.kind === 'mark' && token.text !== ',') return null;
		}
		const gap = source.first - cue - 1;
		if (gap > between * 2) return null;
		const comma = tokens.slice(cue + 1, source.first).some(({ text }) => text === ',');
		if (comma && source.kind !== 'name') return null;
		if (!source.oblique) return source;
		if (++passed > 2) return null;
	}
	return null;
}

export function sourceByPreposition(
	{ tokens }: Paragraph,
	at: number,
	to: number,
	sources: readonly Source[],
	rules: CuedRules,
): Source | null {
	for (const phrase of rules.accordingTo) {
		if (
			!phrase.every(
				(word, index) =>
					rules.withoutElision(tokens[at + index]?.lower ?? '') === word ||
					tokens[at + index]?.lower === word,
			)
		)
			continue;
		const [source] = sourcesFrom(sources, at + phrase.length);
		if (source && source.first < to && source.first - at - phrase.length < 2) return source;
	}
	return null;
}

/** The subject of a verb before the marks: directly before it, directly behind it, else the first of its clause. */
export function subjectOf(
	paragraph: Paragraph,
	cue: number,
	sources: readonly Source[],
	to: number,
	rules: CuedRules,
): Source | null {
	const { tokens } = paragraph;
	const before = sources.filter((source) => source.after <= cue && !source.oblique);
	const near = before.at(-1);
	if (near && onlyFillers(paragraph, near.after, cue, rules)) return near;
	// "Marquard stellte sie vor und lobte …": the verb continues with the sentence's subject.
	if (before[0] && rules.conjunctions.has(tokens[cue - 1]?.lower ?? '')) return before[0];
	const behind = sources.find(({ first, oblique }) => first > cue && !oblique);
	if (behind && behind.first < to && onlyFillers(paragraph, cue + 1, behind.first, rules)) return behind;
	// "Anna Kern, die seit Mai im Rat sitzt, sagte": commas in pairs part the subject from its verb.
	const subject = before[0];
	if (subject?.kind !== 'name' && subject?.kind !== 'description') return null;
	let commas = 0;
	for (let at = subject.after; at < cue; at++) if (tokens[at]?.text === ',') commas++;
	return commas % 2 === 0 || subject === near ? subject : null;
}
