import { errors, request } from 'undici';
import { charsetOf } from '../../reading/decode.ts';
import { timeLimit } from '../time-limit.ts';
import { notPublic } from './address.ts';
import { acceptedEncodings, readBody, tooLargeFor } from './body.ts';
import { type Connections, NotPublic } from './connections.ts';
import { abortOf, stopped } from './stop.ts';
import { siteName, WebError } from './trouble.ts';

export interface HopWants {
	readonly accept?: string;
	readonly mediaTypes?: RegExp;
	readonly conditional?: { readonly etag?: string | null; readonly lastModified?: string | null };
	readonly userAgent: string;
	readonly maxBytes: number;
	readonly deadlineMs: number;
	/** Ends the wait from outside. */
	readonly stop: AbortSignal;
}

/** One response. Headers are as they came, at most 16 KB together. */
export interface Hop {
	readonly status: number;
	/** Where a redirect leads, as it was written; null where the response is none. */
	readonly location: string | null;
	/** Without parameters, in small letters; null where the server does not say. */
	readonly mediaType: string | null;
	/** As the header `content-type` has it. */
	readonly charset: string | null;
	/** Unpacked; empty where the status is not 200 to 299. */
	readonly bytes: Uint8Array;
	readonly etag: string | null;
	readonly lastModified: string | null;
	readonly cacheControl: string | null;
	readonly expires: string | null;
	/** Seconds from now. */
	readonly retryAfter: number | null;
}

/** Responses of the kind 1xx before the one that counts: a server sends one or none. */
const mostHints = 5;

const redirects = new Set([301, 302, 303, 307, 308]);

/** Sends one request to an address that was checked. @throws WebError */
export async function requestOnce(url: URL, connections: Connections, wants: HopWants): Promise<Hop> {
	const tooSlow = timeLimit(Math.max(1, Math.ceil(wants.deadlineMs)));
	const hinting = new AbortController();
	const signal = AbortSignal.any([tooSlow.signal, wants.stop, hinting.signal]);
	let hints = 0;
	// undici itself ends a request only once it has a connection, which a resolver that does not answer keeps it waiting for.
	const aborted = abortOf(signal);
	try {
		const responding = request(url, {
			dispatcher: connections.to(url),
			headers: requestHeaders(wants),
			signal,
			onInfo() {
				if (++hints > mostHints) hinting.abort();
			},
			headersTimeout: 0,
			bodyTimeout: 0,
		});
		const { statusCode: status, headers, body } = await Promise.race([responding, aborted.promise]);
		const header = (name: string) => [headers[name] ?? []].flat().join(', ') || null;
		const { mediaType, charset } = contentTypeIn(header('content-type'));
		const hop = {
			status,
			location: redirects.has(status) ? header('location') : null,
			mediaType,
			charset,
			etag: header('etag'),
			lastModified: header('last-modified'),
			cacheControl: header('cache-control'),
			expires: header('expires'),
			retryAfter: secondsFrom(header('retry-after')),
		};
		const refusal =
			status < 200 || status > 299 ? null : refused(url, wants, mediaType, header('content-length'));
		if (status < 200 || status > 299 || refusal) {
			// What is not read closes the connection.
			body.on('error', () => {}).destroy();
			if (refusal) throw refusal;
			return { ...hop, bytes: new Uint8Array() };
		}
		const encoding = header('content-encoding') ?? '';
		return { ...hop, bytes: await readBody(url, body, { encoding, maxBytes: wants.maxBytes, signal }) };
	} catch (error) {
		if (error instanceof WebError) throw error;
		if (wants.stop.aborted) throw stopped(error);
		if (tooSlow.signal.aborted) {
			throw new WebError('too-slow', [siteName(url), ' is too slow to answer: try again later.'], {
				cause: error,
			});
		}
		if (hinting.signal.aborted) throw unreadable(url, error);
		throw unreachable(url, error);
	} finally {
		tooSlow.end();
		aborted.end();
	}
}

function requestHeaders({ userAgent, accept = '*/*', conditional = {} }: HopWants): Record<string, string> {
	const { etag, lastModified } = conditional;
	return {
		'user-agent': userAgent,
		accept,
		'accept-encoding': acceptedEncodings,
		...(isSendable(etag) ? { 'if-none-match': etag } : {}),
		...(isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
	};
}

/** What a server sent as its mark of a version goes back to it only where it is a plain header value. */
function isSendable(value: string | null | undefined): value is string {
	return value != null && /^[\x20-\x7e]{1,500}$/u.test(value);
}

function refused(
	url: URL,
	wants: HopWants,
	mediaType: string | null,
	length: string | null,
): WebError | null {
	if (Number(length) > wants.maxBytes) return tooLargeFor(url, wants.maxBytes);
	if (!wants.mediaTypes || mediaType === null || wants.mediaTypes.test(mediaType)) return null;
	return new WebError('type', [
		siteName(url),
		' has no text at this address but another kind of file (',
		mediaType.slice(0, 60),
		'): give the address of the page.',
	]);
}

function contentTypeIn(header: string | null): { mediaType: string | null; charset: string | null } {
	const [, mediaType] = /^\s*([\w.+-]{1,100}\/[\w.+-]{1,100})/u.exec(header ?? '') ?? [];
	return { mediaType: mediaType?.toLowerCase() ?? null, charset: charsetOf(header) };
}

/** Reads `retry-after`, which is a number of seconds or a date. */
function secondsFrom(value: string | null): number | null {
	if (value === null) return null;
	if (/^\d{1,9}$/u.test(value)) return Number(value);
	const at = Date.parse(value);
	return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function unreadable(url: URL, cause: unknown): WebError {
	const sentence = [siteName(url), ' sent an answer that cannot be read: try again later.'];
	return new WebError('unreachable', sentence, { cause });
}

function unreachable(url: URL, error: unknown): WebError {
	const causes = [error, ...(error instanceof AggregateError ? error.errors : [])];
	if (causes.some((cause) => cause instanceof NotPublic)) return notPublic(url);
	const code = causes
		.map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''))
		.join(' ');
	const sentence = (what: string) =>
		new WebError('unreachable', [siteName(url), ` ${what}`], { cause: error });
	if (/ENOTFOUND|EAI_|ENODATA/u.test(code))
		return sentence('is not the name of a site: is the address right?');
	if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME|UNABLE_TO/u.test(code))
		return sentence('has no valid certificate, so it is not read.');
	if (error instanceof errors.HeadersOverflowError) return sentence('sends more headers than are read.');
	if (/^(?:HPE_|Z_|ERR_|ZSTD|UND_ERR)|Parse/u.test(code)) return unreadable(url, error);
	return sentence('could not be reached: try again later.');
}
