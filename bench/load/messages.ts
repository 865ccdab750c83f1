// HTTP messages as they come over a connection, whole, without being read but for their length.
const headEnd = Buffer.from('\r\n\r\n');
const length = /\r\ncontent-length: *(?<bytes>\d+)/iu;

/**
 * Puts together messages of HTTP/1.1 that say how long their body is.
 * @param each gets every message when all of it has come. @returns takes the bytes of one connection.
 * @throws TypeError where a message has a body of a length that it does not say.
 */
export function messages(each: (message: Buffer, head: string) => void): (bytes: Buffer) => void {
	let come: Buffer = Buffer.alloc(0);
	return (bytes) => {
		come = come.length === 0 ? bytes : Buffer.concat([come, bytes]);
		for (;;) {
			const end = come.indexOf(headEnd);
			if (end === -1) return;
			const head = come.toString('latin1', 0, end);
			if (/\r\ntransfer-encoding:/iu.test(head)) throw new TypeError('A message does not say its length.');
			const whole = end + headEnd.length + Number(length.exec(head)?.groups?.bytes ?? 0);
			if (come.length < whole) return;
			const message = come.subarray(0, whole);
			come = come.subarray(whole);
			each(message, head);
		}
	};
}
