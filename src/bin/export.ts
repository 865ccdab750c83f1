// `npm run export -- --format json|csv|opml|zip [--out FILE] [--server ID]`: writes out what is in the archive: articles as
// JSON that `npm run ingest` reads in again, quotations as CSV, feeds as OPML, or all of them in a zip archive. Without
// `--server` it is what every server sees; with it, what that server sees, and its feeds.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { allowClosedOutput } from '../app/closed-output.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { openStore } from '../app/open-archive.ts';
import { UserError } from '../errors.ts';
import { type Shelf, sharedShelf } from '../shelves.ts';
import type { Archive } from '../stores/archive.ts';
import { articleLists, feedList, quotationRows, wholeList } from './export-files.ts';

const usage =
	'Say in which format: npm run export -- --format json|csv|opml|zip [--out FILE] [--server ID] (feeds belong to a server, so opml needs its id).';
const formats = ['json', 'csv', 'opml', 'zip'] as const;

interface Options {
	readonly format: (typeof formats)[number];
	readonly out: string | null;
	readonly server: string | null;
}

function options(): Options {
	try {
		const { values } = parseArgs({
			options: { format: { type: 'string' }, out: { type: 'string' }, server: { type: 'string' } },
		});
		const format = formats.find((one) => one === values.format);
		const server = values.server ?? null;
		if (format && (format !== 'opml' || server !== null) && (server === null || /^\d{15,20}$/u.test(server)))
			return { format, out: values.out ?? null, server };
	} catch {
		// Said below.
	}
	throw new UserError(usage);
}

allowClosedOutput();
await runProgram(async () => {
	const { format, out, server } = options();
	if (out === null && format === 'zip' && process.stdout.isTTY) {
		throw new UserError('A zip archive is no text: name a file for it with --out FILE.');
	}
	const archive = await openStore(configFromEnvironment());
	try {
		const shelf: Shelf = server ?? sharedShelf;
		if (format !== 'json') {
			await writeTo(out, contentOf(format, archive, server));
			return;
		}
		if (out === null) {
			await writeTo(null, wholeList(archive, shelf));
			return;
		}
		let number = 0;
		for await (const list of articleLists(archive, shelf)) {
			number++;
			await writeTo(numbered(out, number), one(list));
		}
	} finally {
		await archive.close();
	}
});

async function* contentOf(
	format: 'csv' | 'opml' | 'zip',
	archive: Archive,
	server: string | null,
): AsyncGenerator<string | Uint8Array> {
	if (format === 'csv') yield* quotationRows(archive, server ?? sharedShelf);
	else if (format === 'zip') yield* zipped(archive, server);
	else if (server !== null) yield await feedList(archive, server);
}

/** All of it, packed while it is read. */
async function* zipped(archive: Archive, server: string | null): AsyncGenerator<Uint8Array> {
	const packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	const file = async function* (name: string, content: AsyncIterable<string>) {
		const entry = new ZipDeflate(name);
		zip.add(entry);
		for await (const text of content) {
			entry.push(strToU8(text));
			yield* packed.splice(0);
		}
		entry.push(new Uint8Array(), true);
	};
	let number = 0;
	for await (const list of articleLists(archive, server ?? sharedShelf)) {
		yield* file(`articles-${String(++number).padStart(4, '0')}.json`, one(list));
	}
	yield* file('quotations.csv', quotationRows(archive, server ?? sharedShelf));
	if (server !== null) yield* file('feeds.opml', one(await feedList(archive, server)));
	zip.end();
	yield* packed;
}

async function* one(text: string): AsyncGenerator<string> {
	yield text;
}

/** The first file has the name that was given, and the others a number behind it. */
function numbered(out: string, number: number): string {
	return number === 1 ? out : out.replace(/(\.[^./\\]*)?$/u, `-${number}$1`);
}

/** Writes to a file, which is there only when it is whole, or to standard output. */
async function writeTo(out: string | null, content: AsyncIterable<string | Uint8Array>): Promise<void> {
	if (out === null) {
		for await (const part of content) await write(process.stdout, part);
		return;
	}
	const unfinished = `${out}.part`;
	const stream = createWriteStream(unfinished);
	try {
		await once(stream, 'open');
		for await (const part of content) await write(stream, part);
		stream.end();
		await once(stream, 'close');
		await rename(unfinished, out);
	} catch (cause) {
		stream.destroy();
		if (cause instanceof Error && 'syscall' in cause)
			throw new UserError(`${out} cannot be written: ${cause.message}.`, { cause });
		throw cause;
	}
}

async function write(stream: Writable, part: string | Uint8Array): Promise<void> {
	if (!stream.write(part)) await once(stream, 'drain');
}
