// `npm run export -- --format json|csv|opml|zip [--out FILE [--force]] [--server ID | --all]`: writes out what is in the archive:
// articles as JSON that `npm run ingest` reads in again, quotations as CSV, feeds as OPML, or all of them in a zip
// archive. Without `--server` it is what every server sees; with it, what that server sees, and its feeds. With `--all`
// the zip archive has a folder for what every server sees and one for what each server has of its own.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { allowClosedOutput } from '../app/closed-output.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { UserError } from '../errors.ts';
import { sharedShelf } from '../shelves.ts';
import { hasCode, plainly } from '../sources/folder/plainly.ts';
import type { Archive } from '../stores/archive.ts';
import { articleLists, feedList, type Part, quotationRows, wholeList } from './export-files.ts';

const usage =
	'Say in which format: npm run export -- --format json|csv|opml|zip [--out FILE [--force]] [--server ID | --all] (feeds belong to a server, so opml needs its id; --all writes what all servers have, and needs zip).';
const id = /^\d{15,20}$/u;
const formats = ['json', 'csv', 'opml', 'zip'] as const;

interface OutFile {
	readonly path: string;
	/** Whether a file that is there is replaced. */
	readonly force: boolean;
}

interface Options {
	readonly format: (typeof formats)[number];
	readonly out: OutFile | null;
	readonly server: string | null;
	/** Every server's shelf, too. */
	readonly all: boolean;
}

function options(): Options {
	try {
		const { values } = parseArgs({
			options: {
				...{ format: { type: 'string' }, out: { type: 'string' }, force: { type: 'boolean' } },
				...{ server: { type: 'string' }, all: { type: 'boolean' } },
			},
		});
		const format = formats.find((one) => one === values.format);
		const server = values.server ?? null;
		const all = values.all ?? false;
		if (server !== null && !id.test(server)) {
			throw new UserError(`${server} is not the id of a server: that is a number of 15 to 20 digits.`);
		}
		const isServer = server !== null || format !== 'opml';
		if (format && isServer && (!all || (format === 'zip' && server === null)))
			return {
				format,
				out: values.out === undefined ? null : { path: values.out, force: values.force ?? false },
				server,
				all,
			};
	} catch (error) {
		if (error instanceof UserError) throw error;
		// Said below.
	}
	throw new UserError(usage);
}

allowClosedOutput();
await runProgram(async () => {
	const { format, out, server, all } = options();
	if (out === null && format === 'zip' && process.stdout.isTTY) {
		throw new UserError('A zip archive is no text: name a file for it with --out FILE.');
	}
	const config = configFromEnvironment();
	// Loaded only where it is clear what to write.
	const { openStore } = await import('../app/open-archive.ts');
	const archive = await openStore(config);
	try {
		if (format === 'zip') {
			await writeTo(out, zipped(all ? allFiles(archive) : filesOf(archive, '', seenFrom(server))));
			return;
		}
		if (format !== 'json') {
			await writeTo(out, contentOf(format, archive, server));
			return;
		}
		if (out === null) {
			await writeTo(null, wholeList(archive, seenFrom(server)));
			return;
		}
		let number = 0;
		for await (const list of articleLists(archive, seenFrom(server))) {
			number++;
			await writeTo({ ...out, path: numbered(out.path, number) }, one(list));
		}
	} finally {
		await archive.close();
	}
});

function seenFrom(server: string | null): Part {
	return { shelf: server ?? sharedShelf, ownOnly: false };
}

async function* contentOf(
	format: 'csv' | 'opml',
	archive: Archive,
	server: string | null,
): AsyncGenerator<string> {
	if (format === 'csv') yield* quotationRows(archive, seenFrom(server));
	else if (server !== null) {
		const feeds = await feedList(archive, server);
		if (feeds === null) throw new UserError(`The server ${server} has no feeds.`);
		yield feeds;
	}
}

/** A file of a zip archive. */
interface PackedFile {
	readonly name: string;
	readonly content: AsyncIterable<string>;
}

/** What every server sees, and what each has of its own. */
async function* allFiles(archive: Archive): AsyncGenerator<PackedFile> {
	yield* filesOf(archive, 'shared/', { shelf: sharedShelf, ownOnly: true });
	const servers = [...(await archive.removal.serversKept()), ...(await archive.removal.serversRemoved())];
	for (const shelf of [...new Set(servers)].sort())
		yield* filesOf(archive, `servers/${shelf}/`, { shelf, ownOnly: true });
}

async function* filesOf(archive: Archive, folder: string, part: Part): AsyncGenerator<PackedFile> {
	let number = 0;
	for await (const list of articleLists(archive, part)) {
		yield { name: `${folder}articles-${String(++number).padStart(4, '0')}.json`, content: one(list) };
	}
	yield { name: `${folder}quotations.csv`, content: quotationRows(archive, part) };
	const feeds = part.shelf === null ? null : await feedList(archive, part.shelf);
	if (feeds !== null) yield { name: `${folder}feeds.opml`, content: one(feeds) };
}

/** The files in one archive, packed while they are read. */
async function* zipped(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
	const packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	for await (const { name, content } of files) {
		const entry = new ZipDeflate(name);
		zip.add(entry);
		for await (const text of content) {
			entry.push(strToU8(text));
			yield* packed.splice(0);
		}
		entry.push(new Uint8Array(), true);
	}
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

/**
 * Writes to a file, which is there only when it is whole, and says so in a line, or to standard output.
 * @throws UserError where the file cannot be written, or is there and is not to be replaced.
 */
async function writeTo(out: OutFile | null, content: AsyncIterable<string | Uint8Array>): Promise<void> {
	if (out === null) {
		for await (const part of content) await write(process.stdout, part);
		return;
	}
	const { path, force } = out;
	const found = await stat(path).catch(() => null);
	if (found?.isDirectory()) throw new UserError(`${path} is a folder: name a file in it.`);
	if (found !== null && !force) {
		throw new UserError(`${path} is there already: name another file, or replace it with --force.`);
	}
	const unfinished = `${path}.part`;
	const stream = createWriteStream(unfinished);
	try {
		await once(stream, 'open');
		for await (const part of content) await write(stream, part);
		stream.end();
		await once(stream, 'close');
		await rename(unfinished, path);
	} catch (cause) {
		// What is still being written fails now, too.
		stream.on('error', () => {}).destroy();
		await rm(unfinished, { force: true }).catch(() => {});
		if (cause instanceof Error && 'syscall' in cause)
			throw new UserError(`${path} cannot be written: ${why(cause)}.`, { cause });
		throw cause;
	}
	const done = found === null ? 'Wrote' : 'Replaced';
	process.stdout.write(`${done} ${path} (${stream.bytesWritten.toLocaleString('en')} bytes).\n`);
}

function why(cause: unknown): string {
	return hasCode(cause, 'ENOENT') ? 'its folder is not there' : plainly(cause);
}

async function write(stream: Writable, part: string | Uint8Array): Promise<void> {
	if (!stream.write(part)) await once(stream, 'drain');
}
