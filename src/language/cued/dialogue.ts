import type { Quote } from '../../article.ts';
import type { Paragraph } from '../page.ts';
import { foldSpaces } from '../spelling.ts';
import { type Attribution, attributionBehind } from './attribution.ts';
import { type FoundSpeaker, foundSpeakerOf, type Reading } from './found-speaker.ts';
import type { Source } from './sources.ts';

const opening = /^[\s\u00a0]*[—–―-][\s\u00a0]?(?=[\p{L}¿¡…])/u;
const dash = /[—–―]/u;

/**
 * The speech of a line that a dash opens: — Speech, — said the mayor. — More speech. The speaker is null where nothing
 * shows who it is; nothing where the line has no verb of speech and is not part of a dialogue.
 */
export function findDialogue(paragraph: Paragraph, reading: Reading): Omit<Quote, 'group'>[] {
	const { text, tokens, spans, index } = paragraph;
	const opened = opening.exec(text)?.[0].length;
	if (opened === undefined || spans.length > 0) return [];
	const parts = splitAtDashes(tokens, opened, text.length);
	const own = reading.sources[index] ?? [];
	let attribution: Attribution | null = null;
	const said: { start: number; end: number }[] = [];
	for (const [number, { from, to, start, end }] of parts.entries()) {
		const last = said.at(-1);
		const behind = number > 0 ? attributionBehind(paragraph, { from, to }, own, reading.rules) : null;
		if (behind && !attribution) {
			attribution = behind;
			const stop = stopAfter(tokens, Math.max(behind.source.after, (behind.cue ?? 0) + 1), to);
			if (stop < to - 1) said.push({ start: tokens[stop + 1]?.start ?? end, end });
		} else if (last && number > 0 && !attribution) last.end = end;
		else if (!behind) {
			const inner: Inner | null = attribution
				? null
				: innerAttribution(paragraph, { from, to }, own, reading);
			attribution ??= inner?.attribution ?? null;
			if (!inner) said.push({ start, end });
			else {
				said.push({ start, end: tokens[inner.at]?.start ?? end });
				if (inner.stop < to - 1) said.push({ start: tokens[inner.stop + 1]?.start ?? end, end });
			}
		}
	}
	const found: FoundSpeaker | null = attribution && foundSpeakerOf(attribution, paragraph, reading, 0);
	if (!found) return [];
	if (found.person) reading.discourse.speak(found.person, index);
	const { person: _, ...source } = found;
	return said.flatMap(({ start, end }, number) => {
		const skipped = /^[\s.,]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
		const words = foldSpaces(text.slice(start + skipped, end));
		return words === ''
			? []
			: [
					{
						text: words,
						paragraph: index,
						start: number === 0 ? 0 : start + skipped,
						end: start + text.slice(start, end).trimEnd().length,
						...source,
						kind: 'quote' as const,
					},
				];
	});
}

interface SpeechPart {
	/** Tokens, half-open. */
	from: number;
	to: number;
	/** UTF-16, half-open. */
	start: number;
	end: number;
}

function splitAtDashes(tokens: Paragraph['tokens'], opened: number, length: number): SpeechPart[] {
	const parts: SpeechPart[] = [];
	let from = tokens.findIndex(({ start }) => start >= opened);
	if (from < 0) return parts;
	let start = opened;
	for (let at = from; at <= tokens.length; at++) {
		const token = tokens[at];
		if (token && !(token.kind === 'mark' && dash.test(token.text))) continue;
		if (at > from) parts.push({ from, to: at, start, end: token ? token.start : length });
		from = at + 1;
		start = token ? (tokens[at + 1]?.start ?? length) : length;
	}
	return parts;
}

/** An attribution that no dash sets off: — Vous partez ? demande un voisin. */
interface Inner {
	attribution: Attribution;
	/** Its first token, and the stop that ends it. */
	at: number;
	stop: number;
}

function innerAttribution(
	paragraph: Paragraph,
	{ from, to }: { from: number; to: number },
	sources: readonly Source[],
	reading: Reading,
): Inner | null {
	const { tokens } = paragraph;
	for (let at = from + 1; at < to; at++) {
		const before = tokens[at - 1];
		if (before?.kind !== 'mark' || !',?!…'.includes(before.text) || tokens[at]?.capital) continue;
		const attribution = attributionBehind(paragraph, { from: at, to }, sources, reading.rules);
		if (!attribution) continue;
		const after = Math.max(attribution.source.after, (attribution.cue ?? 0) + 1);
		return { attribution, at, stop: stopAfter(tokens, after, to) };
	}
	return null;
}

/** The next stop at or behind a token, or the last token before `to`. */
function stopAfter(tokens: Paragraph['tokens'], from: number, to: number): number {
	for (let at = from; at < to; at++) if (tokens[at]?.text === '.') return at;
	return to - 1;
}
