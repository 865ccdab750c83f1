import type { Action, Block, Filled, MenuChoice } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import { place, plainWords } from '../../src/cards/utterance.ts';
import type { ArticleLine, Utterance } from '../../src/library/library.ts';
import { menu } from './controls.ts';
import { allArticles } from './here.ts';

/** A passage of an article that a card shows words of. */
export interface Passage {
	readonly article: Pick<ArticleLine, 'id'>;
	/** Counted from 0. */
	readonly paragraph: number;
	/** The speaker, or another name for the passage. */
	readonly name: string;
	/** How it begins, without quotation marks. */
	readonly words: string;
	/** The quotation that it holds, where it is one. */
	readonly utterance?: Utterance;
}

export function passageOf(utterance: Utterance): Passage {
	const { article, paragraph, speaker, role } = utterance;
	const name = speaker ?? role ?? 'Speaker unclear';
	return { article, paragraph, name, words: plainWords(utterance), utterance };
}

interface Speaker {
	readonly speaker: string | null;
	readonly role: string | null;
	readonly count: number;
}

/** Discord gives no longer value back from a choice, nor from a button without keeping it. */
const longestName = 100;
/** Characters of a name on a button. */
const shownName = 40;
/** Speakers in a menu, so that it also has room for the passages of a page. */
const mostSpeakers = 12;

/** The way to a passage and its neighbours. */
export function inContext({ article, paragraph }: Pick<Passage, 'article' | 'paragraph'>): Action {
	return {
		label: `${place({ paragraph })} in context`,
		command: 'article',
		options: { article: article.id, at: paragraph + 1 },
	};
}

/** Everything that somebody said. */
export function moreBy(speaker: string | null): readonly Action[] {
	if (speaker === null || speaker.length > longestName) return [];
	return [
		{
			label: `More by ${shortLine(speaker, shownName)}`,
			command: 'quotes',
			options: { speaker, ...allArticles },
		},
	];
}

/**
 * One menu of where to go from a card: the passages that it quotes, and everything that one speaker said. Of two
 * passages in one paragraph the first names it.
 */
export function waysMenu(
	passages: readonly Passage[],
	speakers: readonly Speaker[],
	options: Filled,
	last: readonly MenuChoice[] = [],
): readonly Block[] {
	const places = new Map<string, MenuChoice>();
	for (const passage of passages) {
		const key = `${passage.article.id} ${passage.paragraph}`;
		if (!places.has(key)) places.set(key, passageChoice(passage));
	}
	const named = speakers.flatMap((one) => speakerChoice(one, options));
	const several = named.length > 1 ? named.slice(0, mostSpeakers) : [];
	const some = several.length < named.length && several.length > 0;
	const placeholder =
		several.length === 0
			? 'Read in context…'
			: `In context, or a speaker…${some ? ` (${several.length} of ${named.length})` : ''}`;
	const room = 25 - several.length - last.length;
	return menu(placeholder, [...[...places.values()].slice(0, room), ...several, ...last]);
}

function passageChoice(passage: Passage): MenuChoice {
	const { paragraph, name, words } = passage;
	const { command, options } = inContext(passage) as Extract<Action, { command: string }>;
	return { label: `${place({ paragraph })} · ${name}`, description: words, command, options };
}

function speakerChoice({ speaker, role, count }: Speaker, options: Filled): readonly MenuChoice[] {
	if (speaker === null || speaker.length > longestName) return [];
	return [
		{
			label: speaker,
			description: [`All ${counted(count, 'quote')}`, ...(role === null ? [] : [role])].join(' · '),
			command: 'quotes',
			options: { ...options, speaker },
		},
	];
}
