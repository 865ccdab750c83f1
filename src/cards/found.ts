import type { Block, Mark, Text } from '../card.ts';
import type { ArticleHit, AskPassage, CommentHit, MarkedText } from '../library/library.ts';
import { dated, doubt, headlineLink } from './articles.ts';
import { balancedPart } from './balanced.ts';
import { coarseHidden, coarseHiddenIn } from './coarse.ts';
import { shortLine } from './cut.ts';
import { correctedNote, place, whoIsUnclear } from './utterance.ts';

/** Characters of a sentence, and of names and headlines under it. */
const most = { sentence: 360, question: 300, name: 60, role: 120, headline: 70 };

/**
 * A text with its places in bold, cut around the first of them where it is long or would leave a quotation mark open:
 * "… the **harbour** was …".
 */
export function boldText({ text, marks }: MarkedText): Text {
	const first = marks[0]?.start ?? 0;
	const long = windowOf(text, first);
	const part = balancedPart(text.slice(long.start, long.end), Math.max(0, first - long.start));
	const window = { start: long.start + part.start, end: long.start + part.end };
	const shown: (string | Mark)[] = window.start > 0 ? ['… '] : [];
	let at = window.start;
	for (const { start, end } of marks) {
		if (start < at || end > window.end) continue;
		if (start > at) shown.push(oneLine(text.slice(at, start)));
		shown.push({ mark: 'strong', text: oneLine(text.slice(start, end)) });
		at = end;
	}
	const isCut = window.end < text.length;
	const rest = oneLine(text.slice(at, window.end));
	if (rest !== '') shown.push(isCut ? rest.trimEnd() : rest);
	return isCut ? [...shown, ' …'] : shown;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** What is shown of a long text: whole words around a place. */
function windowOf(text: string, around: number): { readonly start: number; readonly end: number } {
	if (text.length <= most.sentence) return { start: 0, end: text.length };
	const from = Math.max(0, Math.min(around - most.sentence / 3, text.length - most.sentence));
	const start = from === 0 ? 0 : from + Math.max(0, text.slice(from).search(/\s/u)) + 1;
	const end = Math.min(text.length, start + most.sentence);
	if (end === text.length) return { start, end };
	return { start, end: start + text.slice(start, end).replace(/\s\S*$/u, '').length };
}

/** An article that a search found: its headline, then the sentence. */
export function articleHitBlocks({ article, sentence }: ArticleHit): readonly Block[] {
	const site = article.site === null ? '' : ` · ${shortLine(article.site, most.name)}`;
	const [headline = ''] = headlineLink(article);
	const title: Text = [typeof headline === 'string' ? { mark: 'strong', text: headline } : headline];
	const where: Text = [...(sentence === null ? [] : [`${place(sentence)} · `]), ...dated(article), site];
	return [
		{ kind: 'text', text: title },
		...(sentence === null ? [] : [{ kind: 'said', text: boldText(sentence) } as const]),
		{ kind: 'note', text: where },
	];
}

/** A comment that a search found: its sentence, then who wrote it and under which article. */
export function commentHitBlocks({ article, author, sentence, others }: CommentHit): readonly Block[] {
	const more = others === 0 ? '' : ` · ${others} more there`;
	return coarseHiddenIn([
		{ kind: 'said', text: boldText(sentence).flatMap(coarseMark) },
		{
			kind: 'note',
			text: [
				`${shortLine(author ?? 'A reader', most.name)} on `,
				...headlineLink(article, most.headline),
				more,
			],
		},
	]);
}

/** A coarse word stays behind a spoiler where it is what was looked for. */
function coarseMark(part: string | Mark): Text {
	if (typeof part === 'string' || part.mark !== 'strong') return [part];
	return coarseHidden(part.text).map((one) =>
		typeof one === 'string' ? { mark: 'strong', text: one } : one,
	);
}

/** A passage that answers a question: its words, who says them if they are a quotation, and where. */
export function passageBlocks(passage: AskPassage): readonly Block[] {
	const { article, text, isSaid, asked } = passage;
	return [
		...(asked === undefined
			? []
			: [{ kind: 'note', text: [`Asked: ${shortLine(asked, most.question)}`] } as const]),
		{ kind: 'said', text: isSaid ? [{ mark: 'verbatim', text }] : withoutOpenMarks(text) },
		{
			kind: 'note',
			text: [
				...whoSays(passage),
				`${place(passage)} · `,
				...headlineLink(article, most.headline),
				' · ',
				...dated(article),
				...doubt(article),
				...correctedNote(passage),
			],
		},
	];
}

/** A passage that begins or ends inside a quotation is shown up to the mark. */
function withoutOpenMarks(text: string): Text {
	const middle = Math.floor(text.length / 2);
	const { start, end } = balancedPart(text, middle);
	return [start > 0 ? '… ' : '', text.slice(start, end).trim(), end < text.length ? ' …' : ''];
}

function whoSays({ isSaid, quoted, speaker, role }: AskPassage): Text {
	// Of a sentence with a few words in marks the article itself says the rest.
	if (!quoted || (!isSaid && speaker === null && role === null)) return [];
	const office = role === null ? '' : shortLine(role, most.role);
	if (speaker === null) return [`${office === '' ? whoIsUnclear : office} · `];
	return [
		{ mark: 'strong', text: shortLine(speaker, most.name) },
		`${office === '' ? '' : `, ${office}`} · `,
	];
}
