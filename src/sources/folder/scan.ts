import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceState, SourceStore } from '../../stores/sources.ts';
import { deepest, isArticleName, isHidden } from './names.ts';
import { plainly } from './plainly.ts';

/** The differences between the folder and what the archive has seen of it. */
export interface Scan {
	/** New and changed files, and those that are gone: names relative to the folder, with "/" between. */
	readonly changed: readonly string[];
	readonly unchanged: number;
	/** The folder and those in it, relative to it ("" is the folder itself). */
	readonly folders: readonly string[];
	/** Folders that could not be listed; nothing in them counts as gone. */
	readonly unlisted: readonly { readonly folder: string; readonly reason: string }[];
	/** What cannot be read at all, with a sentence on it: folders (with "/" behind), and names that are no UTF-8. */
	readonly unreadable: ReadonlyMap<string, string>;
}

/** Files whose dates are asked for at the same time. */
const atOnce = 32;
/** Names that the archive is asked for at a time. */
const page = 500;

/**
 * Compares the articles folder with the archive by size and date of each file. Reads no file, and holds no list of
 * the unchanged ones: a hundred thousand names would cost more memory than all the rest.
 * @param reader which reader would read them: files that another one has read
 *   count as changed, except those read by the reader that started last.
 */
export async function scanFolder(root: string, archive: SourceStore, reader: string): Promise<Scan> {
	const changed: string[] = [];
	const folders: string[] = [];
	const unlisted: { folder: string; reason: string }[] = [];
	const unreadable = new Map<string, string>();
	let known = 0;
	let unchanged = 0;
	const last = await archive.lastReader();
	/** Names that are not yet compared: the archive is asked for many at a time. */
	let open: string[] = [];
	const compare = async () => {
		const names = open;
		open = [];
		const files = new Map((await archive.named(names)).map((file) => [file.name, file]));
		known += files.size;
		for (let first = 0; first < names.length; first += atOnce) {
			await Promise.all(
				names.slice(first, first + atOnce).map(async (name) => {
					const file = files.get(name);
					const isRead = file?.reader === reader || (file !== undefined && file.reader === last);
					if (file && isRead && (await isAsBefore(root, file))) unchanged++;
					else changed.push(name);
				}),
			);
		}
	};
	/** @returns whether there is anything in it that would be read. */
	const visit = async (folder: string, depth: number): Promise<boolean> => {
		const inside: string[] = [];
		let isUsed = false;
		try {
			for await (const entry of await opendir(join(root, folder), { bufferSize: atOnce })) {
				const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
				if (isHidden(entry.name)) continue;
				if (await isMisnamed(root, name)) {
					if (entry.isDirectory() || isArticleName(entry.name))
						unreadable.set(name, `${name} has a name that is not UTF-8: rename it.`);
					continue;
				}
				if (entry.isDirectory()) inside.push(name);
				else if (isArticleName(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
					open.push(name);
					isUsed = true;
				}
				if (open.length >= page) await compare();
			}
			folders.push(folder);
		} catch (error) {
			if (!(error instanceof Error && 'syscall' in error)) throw error;
			const reason =
				folder === ''
					? `The articles folder ${root} cannot be opened, since ${plainly(error)}: set ARTICLES to the folder with the articles, or make this one.`
					: `The folder ${folder} cannot be opened: ${plainly(error)}.`;
			unlisted.push({ folder, reason });
			unreadable.set(`${folder || '.'}/`, reason);
			return true;
		}
		for (const name of depth < deepest ? inside : []) isUsed = (await visit(name, depth + 1)) || isUsed;
		if (!isUsed && isArticleName(folder.split('/').at(-1) ?? ''))
			unreadable.set(
				`${folder}/`,
				`${folder} is a folder without articles: save the text in a file instead.`,
			);
		return isUsed;
	};
	await visit('', 0);
	await compare();
	known += (await archive.named([...unreadable.keys()].slice(0, page))).length;
	const isAway = unlisted.some(({ folder }) => folder === '');
	if (!isAway && known < (await archive.count())) {
		const lost = unlisted.map(({ folder }) => `${folder}/`);
		changed.push(...(await goneFiles(root, archive, { lost, unreadable })));
	}
	return { changed, unchanged, folders, unlisted, unreadable };
}

async function isAsBefore(root: string, file: SourceState): Promise<boolean> {
	// A link counts as what it leads to, and one that leads nowhere is ignored.
	for (const look of [stat, lstat]) {
		const found = await look(join(root, file.name)).catch(() => null);
		if (found?.size === file.size && found.mtimeMs === file.modified) return true;
	}
	return false;
}

/** A name that is not UTF-8 has U+FFFD for its broken bytes, and then leads nowhere. */
async function isMisnamed(root: string, name: string): Promise<boolean> {
	if (!name.includes('\ufffd')) return false;
	return lstat(join(root, name)).then(
		() => false,
		() => true,
	);
}

/** Files that the archive knows and that are not in the folder, except those below the `lost` folders. */
async function goneFiles(
	root: string,
	archive: SourceStore,
	{ lost, unreadable }: { lost: readonly string[]; unreadable: ReadonlyMap<string, string> },
): Promise<string[]> {
	const gone: string[] = [];
	let after = '';
	for (;;) {
		const some = await archive.list(after, page);
		const last = some.at(-1);
		if (!last) return gone;
		after = last.name;
		for (const { name } of some) {
			if (unreadable.has(name) || lost.some((start) => name.startsWith(start))) continue;
			const found = await lstat(join(root, name)).catch(() => null);
			if (!found?.isFile() && !found?.isSymbolicLink()) gone.push(name);
		}
	}
}
