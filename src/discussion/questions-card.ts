import type { Block, Card, Text } from '../card.ts';
import { origin } from '../cards/articles.ts';
import { coarseHiddenIn } from '../cards/coarse.ts';
import { commentBlocks } from '../cards/comment.ts';
import { shortLine } from '../cards/cut.ts';
import { blocksLength, roomBeside } from '../cards/measure.ts';
import { place, utteranceBlocks } from '../cards/utterance.ts';
import type { ArticleLine, Utterance } from '../library/library.ts';
import type { Question } from './questions/question.ts';

/** Characters of a statement, a comment and a name. */
const most = { said: 420, comment: 320, name: 60, role: 80, site: 60 };

/** What is asked, in a sentence of its own: also the question of a poll. */
export function asked(question: Question): string {
	switch (question.kind) {
		case 'sides': {
			const [one, other] = question.sides.map(nameOf);
			return `${one} and ${other} speak about the same thing. Who makes the better case?`;
		}
		case 'disputed':
			return `A reader answers ${nameOf(question.said)}. Is the reader right?`;
		case 'stand':
			return `${nameOf(question.said)} takes a stand. Do you agree?`;
		case 'readers':
			return 'One reader answers another. Who is right?';
		case 'source':
			return 'This sentence names no source. How could one check it?';
		case 'open':
			return 'The article leaves this open. What do you think is the answer?';
	}
}

/** The questions, each with the article's own words that it comes from; as many as one message holds. */
export function questionsCard(line: ArticleLine, questions: readonly Question[], none: string): Card {
	const frame = {
		eyebrow: 'Discussion',
		title: 'Questions to start with',
		tone: 'topics',
		origin: origin(line),
	} as const;
	const blocks: Block[] = [];
	for (const [index, question] of questions.entries()) {
		const next = [
			...(index === 0 ? [] : [{ kind: 'rule' } as const]),
			{ kind: 'heading', text: [`${index + 1}. ${asked(question)}`] } as const,
			...wordsOf(question, line),
		];
		if (blocksLength([...blocks, ...next]) > roomBeside(frame)) break;
		blocks.push(...next);
	}
	return {
		...frame,
		blocks: blocks.length === 0 ? [{ kind: 'text', text: [none] }] : blocks,
		actions: [
			[
				{ label: 'Quotes', command: 'quotes', options: { article: line.id }, opens: 'new' },
				{ label: 'Close the discussion', command: 'discuss close', options: {}, opens: 'new' },
			],
		],
	};
}

function wordsOf(question: Question, line: ArticleLine): readonly Block[] {
	switch (question.kind) {
		case 'sides':
			return question.sides.flatMap((side) => saidBlocks(side, question.shared));
		case 'disputed':
			return [...saidBlocks(question.said), ...commentOf(question.comment)];
		case 'stand':
			return saidBlocks(question.said);
		case 'readers':
			return [...commentOf(question.comment), ...commentOf(question.reply)];
		case 'source':
		case 'open': {
			const { text, paragraph } = question.passage;
			const who = line.site === null ? 'The article' : shortLine(line.site, most.site);
			return [
				{ kind: 'said', text: [{ mark: 'verbatim', text }] },
				{ kind: 'note', text: [`${who} · ${place({ paragraph })}`] },
			];
		}
	}
}

function saidBlocks(utterance: Utterance, shared: readonly string[] = []): readonly Block[] {
	const { role } = utterance;
	const name = { mark: 'strong', text: nameOf(utterance) } as const;
	const office = role === null ? '' : `, ${shortLine(role, most.role)}`;
	const before: Text = [name, `${office} · `];
	const bold = shared.length === 0 ? {} : { found: { words: shared, around: [] } };
	return utteranceBlocks({ ...utterance, ...bold }, { most: most.said }, { before });
}

function commentOf(comment: Parameters<typeof commentBlocks>[0]): readonly Block[] {
	const { blocks } = commentBlocks({ ...comment, replies: 0 }, { most: most.comment, head: 'who' });
	return coarseHiddenIn(blocks);
}

/** Questions are only about speakers with a name. */
function nameOf({ speaker }: Utterance): string {
	return shortLine(speaker ?? 'Somebody', most.name);
}
