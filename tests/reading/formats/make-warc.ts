import { gzipSync } from 'node:zlib';

/** An answer as a web archive has it. */
export interface Answered {
	readonly address: string;
	readonly body: string | Uint8Array;
	/** Of the HTTP answer; by default those of a page of HTML. */
	readonly headers?: readonly string[];
	readonly status?: string;
	readonly type?: string;
	readonly date?: string;
}

/** A record of a web archive. */
export function makeRecord({
	address,
	body,
	headers = ['Content-Type: text/html; charset=utf-8'],
	status = '200 OK',
	type = 'response',
	date = '2026-03-02T08:00:00Z',
}: Answered): Uint8Array {
	const content = Buffer.concat([
		Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')),
		Buffer.from(body),
	]);
	return recordOf(
		[
			`WARC-Type: ${type}`,
			`WARC-Target-URI: ${address}`,
			`WARC-Date: ${date}`,
			'Content-Type: application/http; msgtype=response',
		],
		content,
	);
}

/** What stands before the content of a record. */
export const headOf = (headers: readonly string[], length: number): string =>
	['WARC/1.1', ...headers, `Content-Length: ${length}`, '', ''].join('\r\n');
/** What stands after it. */
export const recordEnd = '\r\n\r\n';

export function recordOf(headers: readonly string[], content: Uint8Array | string): Uint8Array {
	const bytes = Buffer.from(content);
	return Buffer.concat([Buffer.from(headOf(headers, bytes.length)), bytes, Buffer.from(recordEnd)]);
}

/** A web archive. @param packed each record by itself, as programs do. */
export function makeWarc(answers: readonly (Answered | Uint8Array)[], packed = false): Uint8Array {
	const info = recordOf(
		['WARC-Type: warcinfo', 'Content-Type: application/warc-fields'],
		'software: a crawler\r\n',
	);
	const records = [info, ...answers.map((one) => (one instanceof Uint8Array ? one : makeRecord(one)))];
	return Buffer.concat(packed ? records.map((record) => gzipSync(record)) : records);
}
