/** The total size of all attachments in bytes; the oldest are deleted. */
const keepBytes = 100 * 1024 * 1024;

interface StoredFile {
	readonly type: string;
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Uploaded files in memory, by the path that they are served at. */
export class Files {
	readonly #files = new Map<string, StoredFile>();
	#size = 0;

	put(path: string, file: StoredFile): void {
		this.#files.set(path, file);
		this.#size += file.bytes.length;
		for (const [oldest, { bytes }] of this.#files) {
			if (this.#size <= keepBytes) break;
			this.#files.delete(oldest);
			this.#size -= bytes.length;
		}
	}

	get(path: string): StoredFile | undefined {
		return this.#files.get(path);
	}
}

/** Names as Discord stores them: nothing that could be a path or would need escaping in an address. */
export function safeFilename(name: string): string {
	const safe = name
		.normalize('NFC')
		.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')
		.replace(/^\.+/u, '');
	// The end, which says what it is, and no half of a character before it.
	return safe.slice(-260).replace(/^[\uDC00-\uDFFF]/, '') || 'unknown';
}
