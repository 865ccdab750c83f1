import { UserError } from '../../errors.ts';
import { IncomingBytes } from './bytes.ts';

/** A record of a web archive: what a program noted of one request, and what it got. */
export interface WarcRecord {
	/** By name in lower case. */
	readonly headers: ReadonlyMap<string, string>;
	readonly body: Uint8Array;
}

/** Bytes of the lines before a record's body; honest ones have a thousand. */
const longestHead = 64 * 1024;
const lineEnds = new Set([0x0a, 0x0d]);

/**
 * The records of a web archive (WARC 1.0 and 1.1, ISO 28500), one after another, of which nothing else is held.
 * @param isWanted by its headers and the length of its body; the body of others is passed over.
 * @throws UserError where something else comes than a record.
 */
export async function* recordsOf(
	archive: AsyncIterable<Uint8Array>,
	name: string,
	isWanted: (headers: ReadonlyMap<string, string>, length: number) => boolean,
): AsyncGenerator<WarcRecord> {
	const bytes = new IncomingBytes(archive);
	try {
		while (await bytes.skipAll(lineEnds)) {
			const head = await bytes.takeUntil(/\r?\n\r?\n/u, longestHead);
			if (head === null || !/^WARC\/\d/u.test(head)) throw broken(name);
			const headers = headersIn(head);
			const length = Number(/^\d{1,15}$/u.exec(headers.get('content-length') ?? '')?.[0] ?? Number.NaN);
			if (Number.isNaN(length)) throw broken(name);
			if (isWanted(headers, length)) {
				const body = await bytes.take(length);
				if (body.length < length) throw broken(name);
				yield { headers, body };
			} else if ((await bytes.skip(length)) < length) throw broken(name);
		}
	} finally {
		await bytes.end();
	}
}

/** Header lines by their names in lower case, of several the first; the first line is none of them. */
export function headersIn(head: string): ReadonlyMap<string, string> {
	const headers = new Map<string, string>();
	const [, ...lines] = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
	for (const line of lines) {
		const at = line.indexOf(':');
		const key = line.slice(0, Math.max(0, at)).trim().toLowerCase();
		if (at > 0 && !headers.has(key)) headers.set(key, line.slice(at + 1).trim());
	}
	return headers;
}

function broken(name: string): UserError {
	return new UserError(
		`${name} is a broken web archive: it ends early, or holds something else. Save it again.`,
	);
}
