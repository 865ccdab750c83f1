import type { Mention } from '../mentions.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import type { Attribution } from './attribution.ts';
import { firstAfter } from './first-after.ts';
import type { Place } from './place.ts';

/** Where a source stands, and who else stands near the quotation, in the order of `standingOf`. */
export const standingFeatures = [
	'paragraphs',
	'sentences',
	'behind',
	'distance',
	'mentions between',
	'other speakers in sentence',
	'other speakers here',
	'nearest speaker agrees',
	'last named agrees',
	'last subject agrees',
	'people here',
	'credited right behind',
	'credited later',
	'after preposition',
	'after noun',
	'cue distance',
	'cue to marks',
	'noun is subject before',
	'somebody is credited',
	'verbs between',
	'that between',
	'relative between',
	'comma between',
] as const;

const FAR = 30;
/** A feature that does not apply. */
const NONE = -1;
/** Mentions that are looked at around a span. */
const REACH = 16;
const flag = (is: boolean): number => (is ? 1 : 0);

const speaks = ({ cue, side }: Mention): boolean => cue !== null && side !== 'object';

/** The values of `standingFeatures` for the mention that was chosen as the source of a span. */
export function standingOf(
	{ parsedParagraphs }: ParsedArticle,
	{ place, person }: Attribution,
	mention: Mention,
): number[] {
	const here = mention.paragraph === place.paragraph;
	const behind = here && mention.first >= place.after;
	const mentions = parsedParagraphs[place.paragraph]?.mentions ?? [];
	const at = firstAfter(mentions, place.first);
	const near = mentions.slice(Math.max(0, at - REACH), at + REACH);
	const others = near.filter((other) => speaks(other) && !means(other, mention, person));
	const inSentence = others.filter(
		({ sentence }) => sentence >= place.startSentence && sentence <= place.endSentence,
	);
	const from = firstAfter(mentions, Math.min(mention.first, place.first));
	const to = firstAfter(mentions, Math.max(mention.first, place.first));
	const distance = behind ? mention.first - place.reach : place.first - mention.after;
	const before = mentions.slice(Math.max(0, at - REACH), at);
	const nearest = near
		.filter(speaks)
		.toSorted((a, b) => awayFrom(a, place.first, place.after) - awayFrom(b, place.first, place.after))[0];
	const named = before.findLast(({ kind }) => kind === 'name');
	const subject = before.findLast(({ syntacticRole }) => syntacticRole === 'subject');
	const agrees = (other: Mention | undefined) => (other ? flag(means(other, mention, person)) : NONE);
	return [
		Math.max(-2, Math.min(5, place.paragraph - mention.paragraph)),
		here ? (behind ? mention.sentence - place.endSentence : place.startSentence - mention.sentence) : 9,
		flag(behind),
		here ? Math.min(distance, 2 * FAR) : 2 * FAR,
		here ? Math.min(Math.abs(to - from), 9) : 9,
		inSentence.length,
		others.length,
		agrees(nearest),
		agrees(named),
		agrees(subject),
		new Set(near.flatMap((other) => other.person ?? [])).size,
		flag(place.credit === 'b' && !behind),
		flag(place.credit === 'l' && !behind),
		...ofSentence(parsedParagraphs, place, mention, near),
	];
}

function ofSentence(
	parsedParagraphs: ParsedArticle['parsedParagraphs'],
	{ paragraph, first, after, startSentence, endSentence }: Place,
	mention: Mention,
	near: readonly Mention[],
): number[] {
	const classes = parsedParagraphs[mention.paragraph]?.classes ?? [];
	const before = classes[(mention.name?.titleFirst ?? mention.first) - 1] ?? '^';
	const here = mention.paragraph === paragraph;
	const [from, to] = mention.first < first ? [mention.after, first] : [after, mention.first];
	const between = here ? classes.slice(from, Math.min(to, from + 2 * FAR)) : [];
	const count = (kinds: string) => Math.min(4, between.filter((kind) => kinds.includes(kind)).length);
	const { cueAt } = mention;
	return [
		flag(before === 'I'),
		flag('xHN'.includes(before)),
		cueAt < 0 ? NONE : Math.min(FAR, Math.max(cueAt - mention.after, mention.first - cueAt)),
		cueAt < 0 || !here ? NONE : Math.min(FAR, cueAt < first ? first - cueAt : cueAt - after + 1),
		flag(
			near.some(
				({ kind, sentence, syntacticRole, first: start }) =>
					kind === 'nominal' &&
					syntacticRole === 'subject' &&
					sentence === mention.sentence &&
					start < mention.first,
			),
		),
		flag(
			near.some(
				(one) =>
					one !== mention &&
					one.side === 'according' &&
					one.sentence >= startSentence &&
					one.sentence <= endSentence,
			),
		),
		count('SVWB'),
		count('T'),
		count('R'),
		count(','),
	];
}

const awayFrom = ({ first, after, cueAt }: Mention, start: number, end: number): number => {
	const gap = (at: number) => (at < start ? start - at : Math.max(0, at - end + 1));
	return Math.min(gap(first), gap(after - 1), cueAt >= 0 ? gap(cueAt) : FAR);
};

/** Whether a mention means the one that was chosen, as far as it shows. */
const means = (one: Mention, chosen: Mention, person: Person | null): boolean =>
	one === chosen ||
	(one.person !== null && one.person === person) ||
	(one.gender !== null && one.gender === chosen.gender);
