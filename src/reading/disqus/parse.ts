import { gunzipSync } from 'node:zlib';
import { UserError } from '../../errors.ts';
import { decode, startOf } from '../decode.ts';
import { isGzip, unpackedStart } from '../gzip.ts';
import { rootTag, xmlAttribute, xmlPieces } from '../xml.ts';
import { type DisqusPost, type DisqusThread, noPost, noThread, type Open } from './elements.ts';

/** What an export unpacks to, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** Elements in elements; an export has four. */
const deepest = 12;

/** Whether some bytes, packed or not, are an export of Disqus. */
export function isDisqusExport(bytes: Uint8Array): boolean {
	return rootTag(startOf(unpackedStart(bytes) ?? bytes)) === 'disqus';
}

/** The threads and posts of an export. @throws UserError where it is broken or unpacks to too much. */
export function parseDisqus(
	bytes: Uint8Array,
	name: string,
): { readonly threads: readonly DisqusThread[]; readonly posts: readonly DisqusPost[] } {
	const threads: DisqusThread[] = [];
	const posts: DisqusPost[] = [];
	const path: string[] = [];
	let open: Open | null = null;
	const close = () => {
		path.pop();
		if (path.length !== 1 || open === null) return;
		if (open.of === 'thread') threads.push(open.thread);
		else posts.push(open.post);
		open = null;
	};
	for (const piece of xmlPieces(decode(unpacked(bytes, name), name, 'utf-8'))) {
		if (piece.kind === 'text') {
			if (open !== null && path.length > 2) addText(open, path.slice(2), piece.text);
			continue;
		}
		const { tag } = piece;
		if (piece.kind === 'close') {
			if (path.at(-1) !== tag) throw broken(name);
			close();
			continue;
		}
		if (path.push(tag) > deepest) throw broken(name);
		const id = xmlAttribute(piece.attributes, 'dsq:id');
		if (path.length === 2 && tag === 'thread') open = { of: 'thread', thread: { ...noThread, id } };
		else if (path.length === 2 && tag === 'post') open = { of: 'post', post: { ...noPost, id } };
		else if (path.length === 3 && open?.of === 'post' && tag === 'thread') open.post.thread = id;
		else if (path.length === 3 && open?.of === 'post' && tag === 'parent') open.post.parent = id;
		if (piece.isEmpty) close();
	}
	if (path.length > 0) throw broken(name);
	return { threads, posts };
}

function addText(open: Open, path: readonly string[], text: string): void {
	const field = path.join('/');
	if (open.of === 'thread') {
		if (field === 'link') open.thread.link += text;
		else if (field === 'isDeleted') open.thread.isDeleted ||= text.trim() === 'true';
	} else if (field === 'message') open.post.message += text;
	else if (field === 'createdAt') open.post.createdAt += text;
	else if (field === 'author/name') open.post.author += text;
	else if (field === 'isDeleted' || field === 'isSpam') open.post.isOut ||= text.trim() === 'true';
}

function unpacked(bytes: Uint8Array, name: string): Uint8Array {
	if (!isGzip(bytes)) return bytes;
	try {
		return gunzipSync(bytes, { maxOutputLength: mostUnpacked });
	} catch (cause) {
		if (!(cause instanceof RangeError)) throw broken(name);
		throw new UserError(`${name} unpacks to more than ${mostUnpacked / 1024 / 1024} MB, which is not read.`, {
			cause,
		});
	}
}

function broken(name: string): UserError {
	return new UserError(
		`${name} is a broken export of Disqus: its tags do not fit together. Download it again.`,
	);
}
