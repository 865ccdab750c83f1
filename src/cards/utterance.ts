import { type Block, type Mark, stretches, type Text } from '../card.ts';
import { type FoundUtterance, saidIn, type Utterance, type UtterancePart } from '../library/library.ts';
import { beginning, shortLine, wholeSentences } from './cut.ts';
import { plainLength, reach } from './measure.ts';
import { number } from './numbers.ts';
import { type OnPage, wordsUrl } from './published.ts';

/** In the place of a name: the article may say who it was, in a way or a language that is not read for names. */
export const whoIsUnclear = 'Speaker unclear';

/** "¶ 11": the place of an utterance, counted from 1. The space is one at which no line breaks. */
export function place({ paragraph }: { readonly paragraph: number }): string {
	return `¶\u00a0${number(paragraph + 1)}`;
}

/** The same, which leads to the words on the publisher's page where that is known. */
export function placeLink(utterance: OnPage & { readonly paragraph: number }): Text {
	const url = wordsUrl(utterance);
	return [url === null ? place(utterance) : { mark: 'link', text: place(utterance), url }];
}

/** What was said in one paragraph, with where that is. */
interface Passage {
	readonly paragraph: number;
	readonly parts: readonly UtterancePart[];
}

/** An utterance that runs over several paragraphs is shown as the article has it: paragraph by paragraph. */
function passages({ paragraph, parts }: Pick<Utterance, 'paragraph' | 'parts'>): readonly Passage[] {
	const found: { paragraph: number; parts: UtterancePart[] }[] = [];
	for (const part of parts) {
		const last = found.at(-1);
		if (last === undefined) found.push({ paragraph, parts: [part] });
		else if (part.paragraph === undefined || part.paragraph === last.paragraph) last.parts.push(part);
		else found.push({ paragraph: part.paragraph, parts: [part] });
	}
	return found;
}

const stranded = /[\s,;:]+$/u;

/** What no blank stands before: punctuation, or the mark that closes a quotation around the one that was said. */
const closing = /^(?:[,.;:!?)\]…’”]|["'“‘»›«‹](?=[\s,.;:!?)\]…]|$))/u;

/**
 * What was said, in quotation marks, with the text between the segments as the article has it. A comma at the very
 * end belongs to the sentence around it and goes.
 * @param bold words of the parts, as they are written there, that are shown in bold.
 */
export function saidText(parts: readonly UtterancePart[], bold: readonly string[] = []): Text {
	return parts.flatMap(({ kind, text, open = false }, index): (string | Mark)[] => {
		const isLast = index === parts.length - 1;
		const words = isLast && kind === 'said' ? text.trim().replace(stranded, '') : text.trim();
		const shown =
			kind === 'said'
				? [
						{
							mark: 'verbatim' as const,
							text: words,
							...(bold.length > 0 && { bold }),
							...(open && { open }),
						},
					]
				: stretches(words, bold).map((one) =>
						one.bold ? { mark: 'strong' as const, text: one.text } : one.text,
					);
		const glued = index === 0 || (kind === 'between' && closing.test(words));
		return glued ? [...shown] : [' ', ...shown];
	});
}

/** All of an utterance in one line without marks, to name it in a menu. */
export function plainWords({ parts }: Pick<Utterance, 'parts'>): string {
	return saidIn({ parts })
		.map((text) => text.trim())
		.join(' … ');
}

const longestNoun = 120;

/** What the article calls a speaker that it does not name; nothing for one with a name, or without either. */
export function unnamed({ speaker, role }: Pick<Utterance, 'speaker' | 'role'>): Text {
	return speaker !== null || role === null ? [] : [shortLine(role, longestNoun), ' · '];
}

/** The small line under the words, with their place. */
export interface Around {
	readonly before?: Text;
	readonly after?: Text;
}

/**
 * An utterance as blocks: each paragraph's words, and a line with the place. Of one longer than `most` characters
 * only whole sentences are shown, and the line says so.
 */
export function utteranceBlocks(
	utterance: OnPage &
		Pick<FoundUtterance, 'parts' | 'speaker' | 'role' | 'paragraph' | 'found' | 'corrected'>,
	{ most, large = false }: { readonly most: number; readonly large?: boolean },
	{ before = unnamed(utterance), after = [] }: Around = {},
): readonly Block[] {
	const { parts, isCut } = shortened(utterance.parts, most);
	const shown = passages({ ...utterance, parts });
	return shown.flatMap((passage, index): Block[] => {
		const isLast = index === shown.length - 1;
		const words = saidText(passage.parts, utterance.found?.words);
		const cut = isCut && isLast;
		return [
			{ kind: 'said', text: cut ? [...words, ' […]'] : words, ...(large && { large }) },
			{
				kind: 'note',
				text: [
					...(isLast ? before : []),
					...(index === 0 ? placeLink(utterance) : [place(passage)]),
					...(isLast ? [...whyFound(utterance), ...after, ...correctedNote(utterance)] : []),
					...(cut ? [' · shortened'] : []),
				],
			},
		];
	});
}

/** Words looked for that are not in the utterance itself: " · **fishing** in the text around it". */
function whyFound({ found }: Pick<FoundUtterance, 'found'>): Text {
	if (found === undefined || found.around.length === 0) return [];
	return [' · ', { mark: 'strong', text: shortLine(found.around.join(', '), 80) }, ' in the text around it'];
}

/** That the server's managers gave a name, and the one that it stands for; nothing where they did not. */
export function correctedNote({ corrected }: Pick<Utterance, 'corrected'>): Text {
	if (corrected === undefined) return [];
	const was = corrected.was === null ? '' : ` (was ${shortLine(corrected.was, longestNoun)})`;
	return [` · speaker corrected in this server${was}`];
}

/** The beginning of an utterance within `most` characters, and whether something of what was said is left out. */
export function shortened(
	parts: readonly UtterancePart[],
	most: number,
): { readonly parts: readonly UtterancePart[]; readonly isCut: boolean } {
	const kept: UtterancePart[] = [];
	let room = most;
	for (const part of parts) {
		// The text between segments is short; it is only left out together with the segment after it.
		if (part.kind === 'between' || reach(part.text, room) === part.text.length) {
			kept.push(part);
			room -= plainLength(part.text);
			continue;
		}
		const first = !kept.some(({ kind }) => kind === 'said');
		const text = first ? beginning(part.text, Math.max(room, 2)) : wholeSentences(part.text, room);
		if (text !== '') kept.push({ ...part, text });
		// Text before a segment that is left out would have no end.
		while (text === '' && !first && kept.at(-1)?.kind === 'between') kept.pop();
		// The marks are closed where the shown words end, and "[…]" says that more follows.
		const last = kept.pop();
		return { parts: last === undefined ? [] : [...kept, { ...last, open: false }], isCut: true };
	}
	return { parts, isCut: false };
}
