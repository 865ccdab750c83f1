import type { Block, Card, Text } from '../card.ts';
import { origin } from '../cards/articles.ts';
import { shortLine, wholeSentences } from '../cards/cut.ts';
import { counted } from '../cards/numbers.ts';
import { place, utteranceBlocks, whoIsUnclear } from '../cards/utterance.ts';
import type { ArticleLine, Utterance } from '../library/library.ts';
import type { CountedLookUp } from '../stores/discussions.ts';

/** Characters of what is shown, and how many passages are. */
const most = { said: 300, name: 60, passages: 2 };

/** The article as it is now. */
interface Held {
	readonly line: ArticleLine;
	readonly paragraphs: readonly string[];
	readonly utterances: readonly Utterance[];
}

/**
 * What was looked up and checked most in a discussion: speakers by name, passages with their words.
 * @param held null where the article is gone from the library: passages are then only counted.
 */
export function summaryCard(lookedUp: readonly CountedLookUp[], held: Held | null): Card {
	const times = lookedUp.reduce((sum, one) => sum + one.times, 0);
	const blocks: readonly Block[] = [
		...speakers(lookedUp),
		...passages('Read most', 'passage', lookedUp, held),
		...passages('Checked most', 'check', lookedUp, held),
		...others(lookedUp),
	];
	const gone: Block = { kind: 'note', text: ['The article is no longer in the library.'] };
	return {
		eyebrow: 'Discussion',
		title: 'This discussion is closed',
		tone: 'topics',
		blocks: [
			...(times === 0
				? [{ kind: 'text', text: ['Nothing was looked up in it.'] } as const]
				: [{ kind: 'text', text: [`${counted(times, 'look-up')} in all.`] } as const]),
			...blocks,
			...(held === null ? [gone] : []),
		],
		...(held === null ? {} : { origin: origin(held.line) }),
	};
}

function speakers(lookedUp: readonly CountedLookUp[]): readonly Block[] {
	const found = lookedUp.flatMap((one) => (one.kind === 'speaker' ? [one] : []));
	if (found.length === 0) return [];
	return [
		{ kind: 'heading', text: ['Looked up most'] },
		{
			kind: 'list',
			items: found.map(
				({ of, times }): Text => [
					{ mark: 'strong', text: shortLine(of, most.name) },
					` · ${counted(times, 'time')}`,
				],
			),
		},
	];
}

function passages(
	title: string,
	kind: 'passage' | 'check',
	lookedUp: readonly CountedLookUp[],
	held: Held | null,
): readonly Block[] {
	const found = lookedUp.flatMap((one) => (one.kind === kind ? [one] : [])).slice(0, most.passages);
	if (found.length === 0) return [];
	return [
		{ kind: 'heading', text: [title] },
		...found.flatMap(({ of, times }) => words(of, counted(times, 'time'), held)),
	];
}

/** What was said in a paragraph, else its first sentence; only its number where the article is gone or has changed. */
function words(paragraph: number, times: string, held: Held | null): readonly Block[] {
	const said = held?.utterances.find((one) => one.paragraph === paragraph);
	if (said) {
		const who = said.speaker ?? said.role ?? whoIsUnclear;
		const before: Text = [{ mark: 'strong', text: shortLine(who, most.name) }, ' · '];
		return utteranceBlocks(said, { most: most.said }, { before, after: [` · ${times}`] });
	}
	const text = wholeSentences(held?.paragraphs[paragraph] ?? '', most.said);
	const where: Block = { kind: 'note', text: [`${place({ paragraph })} · ${times}`] };
	return text === '' ? [where] : [{ kind: 'said', text: [text] }, where];
}

const whatOthersAre = { quotes: 'all quotes', comments: 'comments', topics: 'topics' } as const;

function others(lookedUp: readonly CountedLookUp[]): readonly Block[] {
	const found = lookedUp.flatMap((one) =>
		one.kind === 'quotes' || one.kind === 'comments' || one.kind === 'topics'
			? [`${whatOthersAre[one.kind]} ${counted(one.times, 'time')}`]
			: [],
	);
	return found.length === 0 ? [] : [{ kind: 'note', text: [`Also looked at: ${found.join(', ')}.`] }];
}
