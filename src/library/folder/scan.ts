import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchivedFiles, FileState } from '../archive.ts';
import { deepest, isArticleName, isHidden } from './names.ts';

/** What a look at the folder shows against what the archive has seen of it. */
export interface Scan {
	/** New and changed files, and those that are gone: names relative to the folder, with "/" between. */
	readonly changed: readonly string[];
	readonly unchanged: number;
	/** The folder and those in it, relative to it ("" is the folder itself). */
	readonly folders: readonly string[];
	/** Folders that could not be listed; nothing that the archive has of them counts as gone. */
	readonly unlisted: readonly { readonly folder: string; readonly reason: string }[];
}

/** Files of the archive that are compared at a time. */
const page = 500;
/** Files whose dates are asked for at the same time. */
const atOnce = 16;

/**
 * Compares the articles folder with the archive by size and date of each file. Reads no file.
 * @param reader which reader would read them: files that another one has read count as changed.
 */
export async function scanFolder(folder: string, archive: ArchivedFiles, reader: string): Promise<Scan> {
	const { names, folders, unlisted } = await listFiles(folder);
	const changed: string[] = [];
	let unchanged = 0;
	const lost = unlisted.map((entry) => (entry.folder === '' ? '' : `${entry.folder}/`));
	let after = '';
	for (;;) {
		const known = await archive.files(after, page);
		const last = known.at(-1);
		if (!last) break;
		after = last.name;
		for (let index = 0; index < known.length; index += atOnce) {
			await Promise.all(
				known.slice(index, index + atOnce).map(async (file) => {
					if (names.delete(file.name)) {
						if (file.reader === reader && (await isAsBefore(folder, file))) unchanged++;
						else changed.push(file.name);
					} else if (!lost.some((start) => file.name.startsWith(start))) changed.push(file.name);
				}),
			);
		}
	}
	return { changed: [...names, ...changed].sort(), unchanged, folders, unlisted };
}

async function isAsBefore(folder: string, file: FileState): Promise<boolean> {
	// A link counts by what it leads to, and one that leads nowhere we go by itself.
	for (const look of [stat, lstat]) {
		const found = await look(join(folder, file.name)).catch(() => null);
		if (found?.size === file.size && found.mtimeMs === file.modified) return true;
	}
	return false;
}

async function listFiles(root: string): Promise<{
	names: Set<string>;
	folders: string[];
	unlisted: { folder: string; reason: string }[];
}> {
	const names = new Set<string>();
	const folders: string[] = [];
	const unlisted: { folder: string; reason: string }[] = [];
	const visit = async (folder: string, depth: number): Promise<void> => {
		const inside: string[] = [];
		try {
			for await (const entry of await opendir(join(root, folder), { bufferSize: 256 })) {
				const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
				if (isHidden(entry.name)) continue;
				if (entry.isDirectory()) inside.push(name);
				else if (isArticleName(entry.name) && (entry.isFile() || entry.isSymbolicLink())) names.add(name);
			}
			folders.push(folder);
		} catch (error) {
			unlisted.push({ folder, reason: error instanceof Error ? error.message : String(error) });
			return;
		}
		if (depth < deepest) for (const name of inside) await visit(name, depth + 1);
	};
	await visit('', 0);
	return { names, folders, unlisted };
}
