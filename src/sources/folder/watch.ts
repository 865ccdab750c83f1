import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { isArticleName, isHidden } from './names.ts';

/** Hints that something in a folder may have changed. They may be missed or false: only a scan is reliable. */
export interface FolderWatch {
	/** Watches these folders from now on, relative to the root, and no others. */
	follow(folders: readonly string[]): void;
	close(): void;
}

/** More folders than this are left to the scans: every watch takes resources of the system. */
const mostWatched = 1_000;

/**
 * @param hint gets the name of a file that may have changed, relative to the root with "/" between, or null where
 *   something else happened and only a scan can tell.
 */
export function watchFolders(root: string, hint: (name: string | null) => void): FolderWatch {
	const watchers = new Map<string, FSWatcher>();
	const drop = (folder: string) => {
		watchers.get(folder)?.close();
		watchers.delete(folder);
	};
	const add = (folder: string) => {
		try {
			const watcher = watch(join(root, folder), { persistent: false }, (_event, name) => {
				if (name === null) hint(null);
				else if (isArticleName(name)) hint(folder === '' ? name : `${folder}/${name}`);
				else if (!isHidden(name)) hint(null);
			});
			watcher.on('error', () => {
				drop(folder);
				hint(null);
			});
			watchers.set(folder, watcher);
		} catch {
			// The folder is gone, or the system has no watches left: the scans find what changes.
		}
	};
	return {
		follow(folders) {
			const wanted = new Set(folders.slice(0, mostWatched));
			for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) drop(folder);
			for (const folder of wanted) if (!watchers.has(folder)) add(folder);
		},
		close() {
			for (const folder of [...watchers.keys()]) drop(folder);
		},
	};
}
