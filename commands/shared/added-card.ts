import type { Block, Card, Text } from '../../src/card.ts';
import { articleItem } from '../../src/cards/articles.ts';
import { counted } from '../../src/cards/numbers.ts';
import type { AddedArticle, Step, Thing } from '../../src/sources/additions/service.ts';
import { adderIn } from './adder.ts';
import { briefCard } from './brief-card.ts';
import type { Context } from './context.ts';
import { menu, rows } from './controls.ts';
import { addedBy } from './library-card.ts';
import { articleWithChoice } from './list-items.ts';

/** Adds something and answers with the brief, or with a list where it holds several articles. @throws UserError */
export async function addAndShow(thing: Thing, context: Context, again: Thing[] = []): Promise<Card> {
	const { additions, place } = context;
	const adder = adderIn(place);
	const things = [thing, ...again];
	const found: AddedArticle[] = [];
	const done: Text[] = [];
	for (const [at, one] of things.entries()) {
		const show = (step: Step) => place.progress?.(progressCard(step, { done, at, of: things.length }));
		const added = await additions.add(one, adder, show);
		found.push(...added);
		// Nothing is shown while it waits for the last one to be answered.
		if (at === things.length - 1) break;
		for (const { id } of added) done.push(await doneLine(id, context));
	}
	const articles = [...new Map(found.map((article) => [article.id, article])).values()];
	const [first] = articles;
	return articles.length === 1 && first ? oneCard(first, context) : listCard(articles, context);
}

/** An article that is there, while others are still being fetched. */
async function doneLine(id: string, { library }: Context): Promise<Text> {
	const line = await library.line(id);
	if (line === null) return [];
	const { speakers } = line.counts;
	return [...articleItem(line), ...(speakers > 0 ? [`, ${counted(speakers, 'speaker')}`] : [])];
}

/** What is being done, in the message that waits for the answer, and of several what is done. */
export function progressCard(
	step: Step,
	{ done, at, of }: { readonly done: readonly Text[]; readonly at: number; readonly of: number } = {
		done: [],
		at: 0,
		of: 1,
	},
): Card {
	const kilobytes = step.step === 'reading' ? Math.max(1, Math.round(step.bytes / 1024)) : 0;
	return {
		eyebrow: 'Add article',
		title: `${step.step === 'fetching' ? 'Fetching…' : 'Reading…'}${of > 1 ? ` ${at + 1} of ${of}` : ''}`,
		tone: 'article',
		blocks: [
			...(done.length > 0 ? [{ kind: 'list', items: [...done] } as const] : []),
			{
				kind: 'note',
				text: [
					step.step === 'fetching'
						? `Waiting for ${step.what}.`
						: `Fetched ${kilobytes.toLocaleString('en')} KB. Finding the headline, the text, and who says what.`,
				],
			},
		],
	};
}

async function oneCard(article: AddedArticle, { library, place, explainer }: Context): Promise<Card> {
	const brief = await library.brief(article.id);
	const { quotes, speakers, comments } = brief.line.counts;
	const held = [
		...[counted(quotes, 'quote'), counted(speakers, 'speaker')],
		...(comments > 0 ? [counted(comments, 'comment')] : []),
	];
	const note: Block = {
		kind: 'note',
		text: [...takenText(article, place.server !== null), ` · ${held.join(', ')}`],
	};
	return briefCard(brief, {
		length: 'line',
		explain: Boolean(explainer),
		discuss: place.server !== null && place.article !== brief.line.id,
		note,
	});
}

async function listCard(articles: readonly AddedArticle[], { library, place }: Context): Promise<Card> {
	const lines = await Promise.all(articles.map(({ id }) => library.line(id)));
	const known = lines.flatMap((line, at) => {
		const article = articles[at];
		return line && article ? [{ line, article }] : [];
	});
	const news = known.filter(({ article }) => isNew(article)).length;
	const choices = menu(
		'Read an article…',
		known.flatMap(({ line }) => articleWithChoice(line).choice ?? []),
	);
	return {
		eyebrow: 'Add article',
		title: `${counted(news, 'article')} added`,
		tone: 'article',
		blocks: [
			{
				kind: 'list',
				items: known.map(({ line, article }) => [
					...articleItem(line),
					...(isNew(article) ? [] : [' · ', ...takenText(article, place.server !== null)]),
				]),
			},
			...choices,
		],
		actions: rows([{ label: 'Library', command: 'library list', options: {} }], choices),
	};
}

const isNew = ({ takenAs: is }: AddedArticle) => is === 'new' || is === 'changed';

function takenText(article: AddedArticle, inServer: boolean): Text {
	const same = article.twin ? 'Nearly the same text is already here' : 'Already here';
	switch (article.takenAs) {
		case 'new':
		case 'changed':
			return [inServer ? 'Added to the library of this server' : 'Added to the library that everybody sees'];
		case 'shared':
			return [`${same}, in the library that everybody sees; nothing was added`];
		case 'same':
		case 'here': {
			if (article.before === null) return [`${same}; nothing was added twice`];
			return [`${same}: `, ...addedBy(article.before), '; nothing was added twice'];
		}
	}
}
