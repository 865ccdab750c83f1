import type { Action, Block, Card, Text } from '../src/card.ts';
import { origin } from '../src/cards/articles.ts';
import { beginning } from '../src/cards/cut.ts';
import { counted } from '../src/cards/numbers.ts';
import { place, utteranceBlocks } from '../src/cards/utterance.ts';
import type { Brief, Voice } from '../src/library/library.ts';
import { command } from './shared/context.ts';
import { orNoArticles } from './shared/empty.ts';
import { articleOption } from './shared/options.ts';
import { speakerMenu } from './shared/speaker-menu.ts';

/** Speakers with an utterance each; the others are behind the button. */
const mostVoices = 4;
/** Characters of one utterance, of one sentence of the summary, of deck and caption. */
const most = { utterance: 320, sentence: 400, deck: 300, caption: 200 };

export default command({
	name: 'article',
	description: 'An article in brief: summary, who says what, topics',
	options: { article: articleOption },
	run: ({ article }, { library }) =>
		orNoArticles(library, async () => briefCard(await library.brief(article))),
});

function briefCard(brief: Brief): Card {
	const { line, deck, summary, voices, topics } = brief;
	return {
		eyebrow: 'Article',
		title: line.headline,
		url: line.url,
		tone: 'article',
		blocks: [
			...(deck === null ? [] : [{ kind: 'text', text: [cut(deck, most.deck)] } as const]),
			{ kind: 'note', text: dateline(brief) },
			...picture(brief),
			...summaryBlocks(summary),
			...voices.slice(0, mostVoices).flatMap((voice, index) => voiceBlocks(voice, index)),
			...(topics.length === 0
				? []
				: [{ kind: 'note', text: ['Topics: ', cut(topics.join(' · '), 300)] } as const]),
			...speakerMenu(voices, { article: line.id }),
		],
		origin: origin(line, [holds(brief)]),
		actions: ways(brief),
	};
}

/** "Published …, updated … · by …"; where only the capture is known, that it is one. */
function dateline({ publishedAt, updatedAt, capturedAt, byline, line }: Brief): Text {
	const moment = (at: string) => ({ mark: 'time' as const, at, style: 'moment' as const });
	const when: Text =
		publishedAt !== null
			? ['Published ', moment(publishedAt)]
			: capturedAt !== null
				? ['Captured ', moment(capturedAt), '; the page does not say when it was published']
				: ['Taken in ', moment(line.at), '; the page bears no date'];
	const updated: Text = updatedAt === null ? [] : [', updated ', moment(updatedAt)];
	return [...when, ...updated, byline.length === 0 ? '' : ` · by ${cut(byline.join(', '), 200)}`];
}

function picture({ caption, credit }: Brief): readonly Block[] {
	if (caption === null && credit === null) return [];
	const words = [
		caption === null ? [] : [cut(caption, most.caption)],
		credit === null ? [] : [cut(credit, 100)],
	];
	return [{ kind: 'note', text: [`Picture: ${words.flat().join(' · ')}`] }];
}

function summaryBlocks(summary: Brief['summary']): readonly Block[] {
	if (summary.length === 0)
		return [{ kind: 'note', text: ['The article has no text, only what you see here.'] }];
	return [
		{ kind: 'heading', text: ['In its own words'] },
		{
			kind: 'list',
			items: summary.map((sentence): Text => [cut(sentence.text, most.sentence), ` (${place(sentence)})`]),
		},
	];
}

function voiceBlocks({ speaker, role, count, telling }: Voice, index: number): readonly Block[] {
	const { blocks } = utteranceBlocks(telling, { most: most.utterance });
	return [
		...(index === 0 ? [{ kind: 'heading', text: ['Who says what'] } as const] : []),
		{
			kind: 'text',
			text: [
				{ mark: 'strong', text: speaker },
				role === null ? '' : `, ${role}`,
				` · ${counted(count, 'quote')}`,
			],
		},
		...blocks,
	];
}

function holds({ line: { counts } }: Brief): string {
	return `${counted(counts.paragraphs, 'paragraph')} (¶)`;
}

function ways({ line, topics }: Brief): readonly (readonly Action[])[] {
	const options = { article: line.id };
	const { quotes, comments } = line.counts;
	return [
		[
			{
				label: counted(quotes, 'quote'),
				command: 'quotes',
				options,
				style: 'primary',
				disabled: quotes === 0,
			},
			{ label: counted(topics.length, 'topic'), command: 'topics', options, disabled: topics.length === 0 },
			{ label: counted(comments, 'comment'), command: 'comments', options, disabled: comments === 0 },
			{ label: 'Other articles', command: 'library', options: {} },
		],
	];
}

function cut(text: string, longest: number): string {
	const kept = beginning(text, longest);
	return kept.length < text.length ? `${kept} …` : text;
}
