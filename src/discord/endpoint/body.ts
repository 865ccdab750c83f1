import type { IncomingMessage } from 'node:http';

/**
 * The body of a request. @param most bytes.
 * @throws RangeError as soon as there is more; the
 * connection is then closed.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > most) throw new RangeError(`A body is larger than ${most} bytes.`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
