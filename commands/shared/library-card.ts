import type { Block, Card, Text } from '../../src/card.ts';
import { doubt } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import type { ArticleLine, LibraryState } from '../../src/library/library.ts';
import type { Addition } from '../../src/sources/additions/service.ts';
import { rows } from './controls.ts';
import { allArticles } from './here.ts';
import { type ListItem, listPage } from './list.ts';
import { articleWithChoice } from './list-items.ts';

/** Broken files named. */
const named = 6;
/** Characters that the names and reasons of broken files leave for the list. */
const roomBesideBroken = 1400;
const room = 3000;
/** The name of the articles folder itself, where it cannot be opened. */
const wholeFolder = './';

/** What the library holds, or what of it was looked for. */
export interface Listed {
	readonly status: LibraryState;
	/** Newest first. */
	readonly lines: readonly ArticleLine[];
	/** Of these articles, the oldest first. */
	readonly additions: readonly Addition[];
	/** Words of headlines that were looked for. */
	readonly find: string | undefined;
	readonly page: number;
}

/** All articles, or those that were looked for, with who added them; and which files could not be read. */
export function libraryCard({ status, lines, additions, find, page }: Listed): Card {
	const isAll = find === undefined;
	const added = new Map([...additions].reverse().map((addition) => [addition.article, addition]));
	const list = listPage(
		lines.map((line) => listedArticle(line, added.get(line.id))),
		{
			page,
			placeholder: 'Read an article…',
			room: isAll && status.broken.length > 0 ? roomBesideBroken : room,
		},
	);
	const isPart = isAll && status.articles > lines.length;
	return {
		eyebrow: 'Library',
		title: isAll ? counted(status.articles, 'article') : `${counted(lines.length, 'article')} found`,
		tone: isAll && status.broken.length > 0 ? 'trouble' : 'article',
		blocks: [
			{
				kind: 'text',
				text: isAll
					? [
							`${counted(status.quotes, 'quote')} by ${counted(status.speakers, 'speaker')} · ${counted(status.comments, 'comment')}`,
						]
					: ['Their headlines have ', { mark: 'strong', text: shortLine(find, 80) }, '.'],
			},
			...(isAll && page === 0 ? [...waitingBlocks(status.waiting), ...brokenBlocks(status.broken)] : []),
			...(lines.length === 0 ? [] : list.blocks),
		],
		...(isPart && {
			origin: [`The latest ${lines.length}. Find others by words of their headline, with find, or by topic.`],
		}),
		actions: rows(
			[
				...pageButtons('library list', isAll ? {} : { find }, page, list.count),
				{ label: 'Topics', command: 'topics', options: allArticles },
				{ label: 'Quotes', command: 'quotes', options: allArticles },
				{ label: 'Help', command: 'help', options: {} },
			],
			list.blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

/** Who added an article first, and when. */
export function addedBy({ member, at }: Pick<Addition, 'member' | 'at'>): Text {
	return [
		...(member === null ? ['added '] : ['added by ', { mark: 'member', id: member } as const, ' ']),
		{ mark: 'time', at: new Date(at).toISOString(), style: 'ago' },
	];
}

/** An article in the list; one that the reader was unsure of says so, for somebody to look at it. */
function listedArticle(line: ArticleLine, addition: Addition | undefined): ListItem {
	const entry = articleWithChoice(line);
	const by: Text = addition === undefined ? [] : addedTo(line, addition);
	return { ...entry, text: [...entry.text, ...by, ...doubt(line)] };
}

/** Of an article without a date of its own the line says already when it was added. */
function addedTo({ atIs }: ArticleLine, addition: Addition): Text {
	if (atIs !== 'added') return [' · ', ...addedBy(addition)];
	return addition.member === null ? [] : [' · by ', { mark: 'member', id: addition.member }];
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
	const folder = broken.find(({ name }) => name === wholeFolder);
	const about: readonly Block[] =
		folder === undefined ? [] : [{ kind: 'note', text: [shortLine(folder.reason, 300)] }];
	return [...about, ...brokenFiles(broken.filter((one) => one !== folder))];
}

function brokenFiles(broken: LibraryState['broken']): readonly Block[] {
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
