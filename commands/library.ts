import type { Block } from '../src/card.ts';
import { shortLine } from '../src/cards/cut.ts';
import { counted } from '../src/cards/numbers.ts';
import { pageButtons } from '../src/cards/pages.ts';
import type { ArticleLine, LibraryState } from '../src/library/library.ts';
import { command } from './shared/context.ts';
import { rows } from './shared/controls.ts';
import { noArticles } from './shared/empty.ts';
import { allArticles } from './shared/here.ts';
import { type ListItem, listPage } from './shared/list.ts';
import { articleWithChoice } from './shared/list-items.ts';
import { pageOption } from './shared/options.ts';

/** Articles listed, the latest first; an older one is found by its headline or a topic. */
const listed = 200;
/** Broken files named. */
const named = 6;
/** Characters that the names and reasons of broken files leave for the list. */
const roomBesideBroken = 1400;
const room = 3000;

export default command({
	name: 'library',
	description: 'All articles, and which files could not be read',
	options: { page: pageOption },
	async run({ page = 0 }, { library }) {
		const [status, latest] = await Promise.all([library.status(), library.latest(listed)]);
		if (status.articles === 0 && status.broken.length === 0 && status.waiting === null) return noArticles;
		const list = listPage(latest.map(listedArticle), {
			page,
			placeholder: 'Read an article…',
			room: status.broken.length > 0 ? roomBesideBroken : room,
		});
		const isPart = status.articles > latest.length;
		return {
			eyebrow: 'Library',
			title: counted(status.articles, 'article'),
			tone: status.broken.length > 0 ? 'trouble' : 'article',
			blocks: [
				{
					kind: 'text',
					text: [
						`${counted(status.quotes, 'quote')} by ${counted(status.speakers, 'speaker')} · ${counted(status.comments, 'comment')}`,
					],
				},
				...(page === 0 ? [...waitingBlocks(status.waiting), ...brokenBlocks(status.broken)] : []),
				...(latest.length === 0 ? [] : list.blocks),
			],
			...(isPart && { origin: [`The latest ${latest.length}. Find others by headline or topic.`] }),
			actions: rows(
				[
					...pageButtons('library', {}, page, list.count),
					{ label: 'Topics', command: 'topics', options: allArticles },
					{ label: 'Quotes', command: 'quotes', options: allArticles },
					{ label: 'Help', command: 'help', options: {} },
				],
				list.blocks.filter(({ kind }) => kind === 'menu'),
			),
		};
	},
});

/** An article in the list; one that the reader was unsure of says so, for somebody to look at it. */
function listedArticle(line: ArticleLine): ListItem {
	const entry = articleWithChoice(line);
	return line.unsure
		? { ...entry, text: [...entry.text, ' · I am not sure that I read this page right'] }
		: entry;
}

function waitingBlocks(waiting: LibraryState['waiting']): readonly Block[] {
	if (waiting === null) return [];
	const { files, reason } = waiting;
	const are = files === 0 ? 'New files are' : `${counted(files, 'file')} ${files === 1 ? 'is' : 'are'}`;
	const text =
		reason === null
			? `${are} being read.`
			: `${are} not read yet: ${reason}. It goes on by itself as soon as it can.`;
	return [{ kind: 'note', text: [text] }];
}

/** A reason mostly begins with the file's name, which is before it already. */
function withoutName(reason: string, name: string): string {
	return reason.startsWith(`${name} `) ? reason.slice(name.length + 1) : reason;
}

function brokenBlocks(broken: LibraryState['broken']): readonly Block[] {
	if (broken.length === 0) return [];
	return [
		{ kind: 'heading', text: [`${counted(broken.length, 'file')} could not be read`] },
		{
			kind: 'list',
			items: [
				...broken
					.slice(0, named)
					.map(({ name, reason, at }) => [
						{ mark: 'code' as const, text: shortLine(name, 80) },
						` ${shortLine(withoutName(reason, name), 200)} `,
						{ mark: 'time' as const, at, style: 'ago' as const },
					]),
				...(broken.length > named ? [[`and ${broken.length - named} more; the log names all`]] : []),
			],
		},
		{ kind: 'note', text: ['Fix or delete a file, and it is read again by itself.'] },
	];
}
