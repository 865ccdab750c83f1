import { type Block, type Mark, stretches, type Text } from '../card.ts';
import type { FoundUtterance, Utterance } from '../library/library.ts';
import { beginning, piecesOf, shortLine, wholeSentences } from './cut.ts';
import { plainLength, reach } from './measure.ts';
import { number } from './numbers.ts';

type Part = Utterance['parts'][number];

/** "¶ 11": the place of an utterance, counted from 1. */
export function place({ paragraph }: { readonly paragraph: number }): string {
	return `¶ ${number(paragraph + 1)}`;
}

/** How it was said and where: "said · ¶ 11". */
export function cueAndPlace(utterance: Pick<Utterance, 'cue' | 'paragraph'>): string {
	return utterance.cue === null ? place(utterance) : `${utterance.cue} · ${place(utterance)}`;
}

/** The same after what the article calls a speaker whom it does not name: "a spokesman for the mayor · said · ¶ 7". */
export function sourceLine(utterance: Pick<Utterance, 'speaker' | 'role' | 'cue' | 'paragraph'>): string {
	const { speaker, role } = utterance;
	const noun = speaker === null && role !== null ? `${shortLine(role, longestNoun)} · ` : '';
	return noun + cueAndPlace(utterance);
}

const longestNoun = 120;

/**
 * What was said, in quotation marks, with what stood between the segments as the article has it.
 * @param bold words of the parts, as they stand, that are shown in bold.
 */
export function saidText(parts: readonly Part[], bold: readonly string[] = []): Text {
	return parts.flatMap(({ kind, text }, index): (string | Mark)[] => {
		const words = text.trim();
		const shown =
			kind === 'said'
				? [{ mark: 'verbatim' as const, text: words, ...(bold.length > 0 && { bold }) }]
				: stretches(words, bold).map((one) =>
						one.bold ? { mark: 'strong' as const, text: one.text } : one.text,
					);
		const glued = index === 0 || (kind === 'between' && ',.;:!?)]…’”'.includes(words[0] ?? ' '));
		return glued ? [...shown] : [' ', ...shown];
	});
}

/**
 * An utterance as blocks: the words, and a line with cue and place. Of one
 * longer than `most` characters, only whole sentences stand there, and the line says so.
 */
export function utteranceBlocks(
	utterance: Pick<FoundUtterance, 'parts' | 'speaker' | 'role' | 'cue' | 'paragraph' | 'found'>,
	{ most }: { readonly most: number },
): { readonly blocks: readonly Block[]; readonly cut: boolean } {
	const { parts, left } = shortened(utterance.parts, most);
	const words = saidText(parts, utterance.found?.words);
	const rest = left === 0 ? '' : ` · cut here, ${number(left)} more characters`;
	return {
		blocks: [
			{ kind: 'said', text: left === 0 ? words : [...words, ' […]'] },
			{ kind: 'note', text: [sourceLine(utterance) + rest, ...whyFound(utterance)] },
		],
		cut: left > 0,
	};
}

/** Words looked for that do not stand in the utterance itself: " · **fishing** in the text around it". */
export function whyFound({ found }: Pick<FoundUtterance, 'found'>): Text {
	if (found === undefined || found.around.length === 0) return [];
	return [' · ', { mark: 'strong', text: shortLine(found.around.join(', '), 80) }, ' in the text around it'];
}

/** The beginning of an utterance within `most` characters, and how many characters of what was said are left out. */
function shortened(
	parts: readonly Part[],
	most: number,
): { readonly parts: readonly Part[]; readonly left: number } {
	const kept: Part[] = [];
	let room = most;
	for (const [index, part] of parts.entries()) {
		// What stands between is short; it is only left out together with the segment after it.
		if (part.kind === 'between' || reach(part.text, room) === part.text.length) {
			kept.push(part);
			room -= plainLength(part.text);
			continue;
		}
		const first = !kept.some(({ kind }) => kind === 'said');
		const text = first ? beginning(part.text, Math.max(room, 2)) : wholeSentences(part.text, room);
		if (text !== '') kept.push({ kind: 'said', text });
		const left = lengthSaid(parts.slice(index)) - text.length;
		// What stood before a segment that is left out would end in the air.
		return { parts: kept.at(-1)?.kind === 'between' && !first ? kept.slice(0, -1) : kept, left };
	}
	return { parts, left: 0 };
}

function lengthSaid(parts: readonly Part[]): number {
	return parts.reduce((sum, { kind, text }) => sum + (kind === 'said' ? text.length : 0), 0);
}

/** All of an utterance in pieces of about `most` characters, for pages on which a long one is read whole. */
export function utterancePieces(parts: readonly Part[], most: number): readonly (readonly Part[])[] {
	const pieces: Part[][] = [];
	let piece: Part[] = [];
	let used = 0;
	for (const { kind, text } of parts.flatMap(({ kind, text }) =>
		piecesOf(text, most).map((one): Part => ({ kind, text: one })),
	)) {
		if (used + plainLength(text) > most && piece.length > 0) {
			pieces.push(piece);
			piece = [];
			used = 0;
		}
		piece.push({ kind, text });
		used += plainLength(text);
	}
	return piece.length > 0 ? [...pieces, piece] : pieces;
}
