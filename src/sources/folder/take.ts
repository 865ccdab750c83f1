import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UserError } from '../../errors.ts';
import type { SourceState, SourceStore } from '../../stores/sources.ts';
import type { ArticleReader } from '../article-reader.ts';
import { recordOf } from '../record.ts';
import { hasCode, plainly } from './plainly.ts';

/** A file to add. */
export interface Take {
	readonly folder: string;
	/** Relative to the folder, with "/" between. */
	readonly name: string;
	/** Which reader reads it. */
	readonly reader: string;
	/** Whether one without articles is no fault, as with a list of feeds. */
	readonly mayBeEmpty?: boolean;
}

export type Taken =
	| { readonly kind: 'read' | 'same' | 'gone' }
	/** It was written to just now or while it was read: ask again in a moment. */
	| { readonly kind: 'unsettled' }
	| {
			readonly kind: 'broken';
			readonly reason: string;
			/** Whether this error is new for it. */
			readonly news: boolean;
			/** For the log: a bug of this program, not a fault of the file. */
			readonly fault?: string;
	  };

/** A file that changed within this time is probably still being written. */
const settledAfterMs = 150;
/** An empty one may wait this long for its content: editors empty a file before they fill it. */
const filledAfterMs = 1_500;

/**
 * Updates the archive to what a file holds now: adds its articles, lists it as broken, or removes what it
 * held. @throws what the archive throws: that is no fault of the file.
 */
export async function takeFile(
	archive: SourceStore,
	{ readArticles, maxBytes, tooLarge }: ArticleReader,
	{ folder, name, reader, mayBeEmpty = false }: Take,
): Promise<Taken> {
	let seen: Seen | 'gone';
	try {
		seen = await look(folder, name, maxBytes);
	} catch (error) {
		const reason = `${name} cannot be read: ${plainly(error)}.`;
		// What it holds now is unknown, so what it held stays; the size -1 makes the next scan look at it again.
		const file = { name, size: -1, modified: 0, sha256: null, reader };
		return { kind: 'broken', reason, news: await archive.fail(file, reason, { keep: true }) };
	}
	if (seen === 'gone') {
		// Where the whole folder is gone, as with a disk that is not mounted, nothing is known about the file.
		if (!(await isFolder(folder))) return { kind: 'same' };
		await archive.remove(name);
		return { kind: 'gone' };
	}
	if (seen.kind === 'unsettled') return seen;
	const { size, modified } = seen;
	const file: SourceState = { name, size, modified, sha256: null, reader };
	if (seen.kind === 'refused') {
		const reason =
			seen.why === 'large'
				? tooLarge(name).message
				: `${name} is a link that leads out of the articles folder: copy the file itself there.`;
		return { kind: 'broken', reason, news: await archive.fail(file, reason) };
	}
	const sha256 = createHash('sha256').update(seen.bytes).digest('hex');
	const [known] = await archive.named([name]);
	const isRead = known?.reader === reader || known?.reader === (await archive.lastReader());
	if (known?.sha256 === sha256 && isRead) {
		await archive.touch({ ...file, sha256 });
		return { kind: 'same' };
	}
	let records: ReturnType<typeof recordOf>[];
	try {
		records = (await readArticles(seen.bytes, { name })).map(recordOf);
	} catch (error) {
		const ours = !(error instanceof UserError);
		const reason = ours ? `${name} could not be read: the reader failed on it.` : error.message;
		const news = await archive.fail({ ...file, sha256 }, reason);
		return { kind: 'broken', reason, news, ...(ours && { fault: String(error) }) };
	}
	if (records.length === 0 && !mayBeEmpty) {
		const reason = `${name} holds no article: save the text of one in it.`;
		return { kind: 'broken', reason, news: await archive.fail({ ...file, sha256 }, reason) };
	}
	await archive.put(records, { ...file, sha256 });
	return { kind: 'read' };
}

type Seen =
	| { readonly kind: 'unsettled' }
	| {
			readonly kind: 'refused';
			readonly why: 'large' | 'outside';
			readonly size: number;
			readonly modified: number;
	  }
	| { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly size: number; readonly modified: number };

async function look(folder: string, name: string, maxBytes: number): Promise<Seen | 'gone'> {
	const path = join(folder, name);
	let handle: FileHandle;
	try {
		const link = await lstat(path);
		if (link.isSymbolicLink() && !(await leadsInside(folder, path))) {
			return { kind: 'refused', why: 'outside', size: link.size, modified: link.mtimeMs };
		}
		// Does not wait for a writer, in case it has become a pipe.
		handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return 'gone';
		throw error;
	}
	try {
		const before = await handle.stat();
		const { size, mtimeMs: modified } = before;
		if (!before.isFile()) return 'gone';
		if (size > maxBytes) return { kind: 'refused', why: 'large', size, modified };
		const age = Date.now() - modified;
		if (age >= 0 && age < (size === 0 ? filledAfterMs : settledAfterMs)) return { kind: 'unsettled' };
		const bytes = new Uint8Array(size);
		let filled = 0;
		while (filled < size) {
			const { bytesRead } = await handle.read(bytes, filled, size - filled);
			if (bytesRead === 0) return { kind: 'unsettled' };
			filled += bytesRead;
		}
		const after = await handle.stat();
		if (after.size !== size || after.mtimeMs !== modified) return { kind: 'unsettled' };
		return { kind: 'bytes', bytes, size, modified };
	} finally {
		await handle.close();
	}
}

async function leadsInside(folder: string, path: string): Promise<boolean> {
	try {
		return (await realpath(path)).startsWith((await realpath(folder)) + sep);
	} catch {
		return false;
	}
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
