import type { IncomingMessage } from 'node:http';
import { invalidForm, refusal } from '../errors.ts';
import { problem } from '../rules/problem.ts';
import type { IncomingFile } from '../state/model.ts';

/** Ten files of 10 MiB and some JSON. */
const bodyLimit = 101 * 1024 * 1024;

export interface Body {
	readonly json: unknown;
	readonly files: readonly IncomingFile[];
	/** Bytes of the JSON. */
	readonly size: number;
}

/** The bytes of a request. @throws ApiError 40005 beyond `limit` */
export async function readBytes(request: IncomingMessage, limit = bodyLimit): Promise<Buffer> {
	if (Number(request.headers['content-length'] ?? 0) > limit) throw refusal('requestTooLarge');
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw refusal('requestTooLarge');
		chunks.push(chunk);
	}
	return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks, size);
}

/** JSON, or a form with `payload_json` and `files[n]`. @throws ApiError 50109 or 50035 where it is neither */
export async function parseBody(bytes: Buffer, contentType: string): Promise<Body> {
	if (bytes.length === 0) return { json: undefined, files: [], size: 0 };
	if (/^application\/json\b/iu.test(contentType)) {
		return { json: parseJson(String(bytes)), files: [], size: bytes.length };
	}
	if (/^multipart\/form-data\b/iu.test(contentType)) return parseForm(bytes, contentType);
	const said = `Expected "Content-Type" header to be one of {'application/json', 'multipart/form-data'}.`;
	throw invalidForm([problem('_misc', 'CONTENT_TYPE_INVALID', said)]);
}

async function parseForm(bytes: Buffer, contentType: string): Promise<Body> {
	const headers = { 'content-type': contentType };
	const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => null);
	if (form === null) throw refusal('invalidJson');
	const files: IncomingFile[] = [];
	for (const [key, value] of form) {
		if (typeof value === 'string') continue;
		const id = /^files\[(\d{1,4})\]$/u.exec(key)?.[1] ?? String(files.length);
		const type = value.type || 'application/octet-stream';
		files.push({ id, name: value.name, type, bytes: new Uint8Array(await value.arrayBuffer()) });
	}
	const payload = form.get('payload_json');
	const json = typeof payload === 'string' ? parseJson(payload) : {};
	return { json, files, size: typeof payload === 'string' ? Buffer.byteLength(payload) : 0 };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw refusal('invalidJson');
	}
}
