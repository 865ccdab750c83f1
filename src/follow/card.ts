import type { Action, Block, Card, Text } from '../card.ts';
import { articleItem, headlineLink } from '../cards/articles.ts';
import { shortLine } from '../cards/cut.ts';
import { blocksLength, roomBeside } from '../cards/measure.ts';
import { counted } from '../cards/numbers.ts';
import { utteranceBlocks } from '../cards/utterance.ts';
import type { Follow } from '../stores/follows.ts';
import type { News } from './news.ts';

/** How much of what is new is shown of each, and how many that are followed; the rest is counted. */
const most = { said: 3, articles: 4, characters: 380, name: 60, follows: 6 };

/** What is new of everything that a member follows, in one message; and which of it the message is about. */
export function newsCard(news: readonly News[]): { readonly card: Card; readonly shown: readonly News[] } {
	const frame = { eyebrow: 'What you follow', title: 'New for you', tone: 'quotes' } as const;
	const foot: Action[] = [
		{ label: 'All that I follow', command: 'follow list', options: {} },
		{ label: 'Stop all', command: 'follow stop', options: { which: 'all' } },
	];
	const blocks: Block[] = [];
	const shown: News[] = [];
	for (const one of news.slice(0, most.follows)) {
		const next: readonly Block[] = [
			...(shown.length === 0 ? [] : [{ kind: 'rule' } as const]),
			...newsBlocks(one),
		];
		if (shown.length > 0 && blocksLength([...blocks, ...next]) > roomBeside(frame)) break;
		blocks.push(...next);
		shown.push(one);
	}
	return { card: { ...frame, blocks, actions: [foot] }, shown };
}

function newsBlocks(news: News): readonly Block[] {
	const { follow, said, articles, more } = news;
	const all = (more ? 'At least ' : '') + counted(articles.length, 'new article');
	const what =
		follow.kind === 'topic'
			? all
			: `${counted(said.length, 'new quote')} in ${counted(articles.length, 'article')}`;
	return [
		{ kind: 'heading', text: [shortLine(follow.subject, most.name)] },
		{ kind: 'note', text: [what] },
		...(follow.kind === 'topic' ? articleBlocks(news) : saidBlocks(news)),
		{ kind: 'buttons', actions: [...readMore(follow), stopAction(follow)] },
	];
}

function saidBlocks({ said }: News): readonly Block[] {
	return said.slice(0, most.said).flatMap((utterance) => {
		const after: Text = [' · ', ...headlineLink(utterance.article, 120)];
		return utteranceBlocks(utterance, { most: most.characters }, { after });
	});
}

function articleBlocks({ articles }: News): readonly Block[] {
	return [{ kind: 'list', items: articles.slice(0, most.articles).map(articleItem) }];
}

/** In direct messages only the shared shelf is seen, so what was set up in a server is read there. */
function readMore({ server, target, kind, subject }: Follow): readonly Action[] {
	if (subject.length > 100 || (server !== null && target === 'direct')) return [];
	const options = kind === 'topic' ? { topic: subject } : { speaker: subject, article: 'all' };
	const command = kind === 'topic' ? 'topics' : 'quotes';
	return [{ label: kind === 'topic' ? 'All articles' : 'All quotes', command, options, opens: 'new' }];
}

/** Ends one that a member follows. */
export function stopAction({ id, subject }: Pick<Follow, 'id' | 'subject'>): Action {
	return {
		label: `Stop following ${shortLine(subject, 40)}`,
		command: 'follow stop',
		options: { which: String(id) },
	};
}
