import type { Block, Text } from '../../src/card.ts';
import { dated, headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import type { Group } from '../../src/cards/pages.ts';
import { unnamed, utteranceBlocks } from '../../src/cards/utterance.ts';
import type { QuoteAnswer, SpeakerGroup, Utterance } from '../../src/library/library.ts';
import { type Passage, passageOf } from './ways.ts';

/** Characters of an utterance, and of names. */
export const most = { utterance: 900, name: 80, role: 120 };
/** Of a headline under a quotation, so that it mostly takes one line. */
const longestHeadline = 60;
export const nobody = 'Speakers without a name';

/** The quotations of one speaker, under the name unless nobody else is on the card. */
export function groupOf(group: SpeakerGroup, { article }: QuoteAnswer, isAlone: boolean): Group<Passage> {
	const items = group.utterances.map((utterance, index) => {
		const before = utterance.speaker === null ? unnamed(utterance) : calledThere(utterance, group);
		const blocks = (after: Text) => utteranceBlocks(utterance, { most: most.utterance }, { before, after });
		const ways = [passageOf(utterance)];
		if (article !== null) return { blocks: blocks([]), ways };
		const onTop = blocks([' · ', ...sourceOf(utterance.article)]);
		const isSame = group.utterances[index - 1]?.article.id === utterance.article.id;
		return { blocks: isSame ? blocks([' · same article']) : onTop, onTop, ways };
	});
	if (isAlone) return { head: [], headAgain: [], items };
	return {
		head: [nameHeading(group, ''), ...officeNote(group)],
		headAgain: [nameHeading(group, ', continued')],
		items,
	};
}

/** Name and office as the one article has them, where they differ from the heading. */
function calledThere({ speaker, role }: Utterance, group: SpeakerGroup): Text {
	if (speaker === null || (speaker === group.speaker && role === group.role)) return [];
	const name = speaker === group.speaker ? [] : [shortLine(speaker, most.name)];
	const office = role === null || role === group.role ? [] : [shortLine(role, most.role)];
	const called = [...name, ...office].join(', ');
	return called === '' ? [] : [called, ' · '];
}

/** Groups under a line that says what they have in common. */
export function under(line: string, groups: readonly Group<Passage>[]): readonly Group<Passage>[] {
	const over: readonly Block[] = [{ kind: 'rule' }, { kind: 'note', text: [line] }];
	return groups.map((group, index) => (index === 0 ? { ...group, head: [...over, ...group.head] } : group));
}

/** Those with the words themselves, and those that only have them in the text around. */
export function byWhereFound(
	groups: readonly SpeakerGroup[],
): Record<'own' | 'around', readonly SpeakerGroup[]> {
	const only = (wanted: boolean) =>
		groups.flatMap((group) => {
			const utterances = group.utterances.filter(({ found }) => (found?.words.length === 0) === wanted);
			return utterances.length === 0 ? [] : [{ ...group, utterances }];
		});
	return { own: only(false), around: only(true).map(unexplained) };
}

/** The line above says already why they were found. */
function unexplained(group: SpeakerGroup): SpeakerGroup {
	return { ...group, utterances: group.utterances.map(({ found: _, ...utterance }) => utterance) };
}

/** The headline, where it is from and when. */
export function sourceOf(article: Utterance['article']): Text {
	const site = article.site === null ? [] : [` · ${shortLine(article.site, 60)}`];
	return [...headlineLink(article, longestHeadline), ...site, ' · ', ...dated(article)];
}

export function nameOf({ speaker }: SpeakerGroup): string {
	return speaker === null ? nobody : shortLine(speaker, most.name);
}

function nameHeading(group: SpeakerGroup, after: string): Block {
	return { kind: 'heading', text: [nameOf(group) + after] };
}

export function officeNote({ speaker, role }: SpeakerGroup): readonly Block[] {
	if (speaker === null || role === null) return [];
	return [{ kind: 'note', text: [shortLine(role, most.role)] }];
}
