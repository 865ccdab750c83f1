import type { Action, Block, Text } from '../card.ts';
import { headlineLink, outlets } from '../cards/articles.ts';
import { coarseHidden } from '../cards/coarse.ts';
import { commentHead } from '../cards/comment.ts';
import { beginning } from '../cards/cut.ts';
import { counted } from '../cards/numbers.ts';
import { utteranceBlocks } from '../cards/utterance.ts';
import type { Utterance } from '../library/library.ts';
import type { DigestItem } from './item.ts';

/** The longest quotation that a digest shows; longer ones are left to the article's own card. */
const longestQuote = 320;
const longestComment = 240;

/** What was said, where it is short enough to show whole: it is never cut. */
function isShort({ parts }: Utterance): boolean {
	return parts.reduce((sum, { text }) => sum + text.length, 0) <= longestQuote;
}

/** The quotation of the day: the most telling whole utterance of a known speaker in the first article that has one. */
export function quotationOfTheDay(items: readonly DigestItem[]): Utterance | null {
	for (const { mainSpeakers } of items) {
		const [mainSpeaker] = mainSpeakers.filter(({ telling }) => telling.kind === 'quote' && isShort(telling));
		if (mainSpeaker) return mainSpeaker.telling;
	}
	return null;
}

/** An utterance with who said it, and the place. @param where after the place: in which article. */
export function quotationBlocks(utterance: Utterance, where: Text = []): readonly Block[] {
	const { speaker, role } = utterance;
	const who: Text =
		speaker === null ? [role ?? 'Somebody the article does not name'] : [{ mark: 'strong', text: speaker }];
	const office = role === null || speaker === null ? '' : `, ${role}`;
	return utteranceBlocks(
		utterance,
		{ most: Number.POSITIVE_INFINITY },
		{ before: [...who, `${office} · `], after: where },
	);
}

/** Opens a thread about an article, in the channel where it is pressed. */
export function discussAction(article: string): Action {
	return { label: 'Discuss', command: 'discuss open', options: { article }, opens: 'new' };
}

/** An article: headline, one line of summary, one quotation that is not the quotation of the day. */
export function itemBlocks(
	{ line, summary, mainSpeakers, alsoIn }: DigestItem,
	ofTheDay: Utterance | null,
): readonly Block[] {
	const { quotes, speakers, comments } = line.counts;
	const telling = mainSpeakers.map(({ telling: own }) => own).find((one) => one !== ofTheDay && isShort(one));
	const holds = [
		...(line.site === null ? [] : [line.site]),
		...(quotes === 0 ? [] : [`${counted(quotes, 'quote')} by ${counted(speakers, 'speaker')}`]),
		...(comments === 0 ? [] : [counted(comments, 'comment')]),
	];
	return [
		{ kind: 'heading', text: headlineLink(line) },
		...(summary === null ? [] : [{ kind: 'text', text: [summary] } as const]),
		...(telling ? quotationBlocks(telling) : []),
		...(holds.length === 0 ? [] : [{ kind: 'note', text: [holds.join(' · ')] } as const]),
		...(alsoIn.length === 0 ? [] : [{ kind: 'note', text: ['Also in ', ...outlets(alsoIn)] } as const]),
		{ kind: 'buttons', actions: [discussAction(line.id)] },
	];
}

/** Who was quoted most in all of these; nothing where nobody was quoted clearly more. */
export function mostQuoted(items: readonly DigestItem[]): readonly Block[] {
	const counts = new Map<string, number>();
	for (const { speaker, count } of items.flatMap(({ mainSpeakers }) => mainSpeakers)) {
		counts.set(speaker, (counts.get(speaker) ?? 0) + count);
	}
	const most = [...counts].filter(([, count]) => count > 1).sort(([, one], [, other]) => other - one);
	if (most.length === 0) return [];
	const names = most.slice(0, 3).flatMap(([speaker, count], index): Text => {
		const between = index === 0 ? '' : ', ';
		return [between, { mark: 'strong', text: speaker }, ` (${count})`];
	});
	return [{ kind: 'text', text: ['Quoted most in these articles: ', ...names] }];
}

/** What readers argue about: the article with most comments, and the comment there with most replies. */
export function arguedAbout(items: readonly DigestItem[]): readonly Block[] {
	const [most] = [...items].sort((one, other) => other.line.counts.comments - one.line.counts.comments);
	const argued = most?.argued;
	if (!most || !argued) return [];
	const line = argued.text.replace(/\s+/gu, ' ').trim();
	const text = beginning(line, longestComment);
	return [
		{
			kind: 'text',
			text: [
				`Readers argue, in ${counted(most.line.counts.comments, 'comment')}: `,
				...headlineLink(most.line),
			],
		},
		{ kind: 'said', text: [...coarseHidden(text), text.length < line.length ? ' […]' : ''] },
		{
			kind: 'note',
			text: [
				...commentHead({ ...argued, answers: null }),
				`, ${counted(argued.replies, 'reply', 'replies')}`,
			],
		},
	];
}
