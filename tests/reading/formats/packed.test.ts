import { gunzipSync, inflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { gzipOf, zipOf, zlibOf } from './packed.ts';

const pieces = [
	{ piece: 'The ferry ' },
	{ piece: Buffer.alloc(70_000, 250), times: 30 },
	{ piece: 'is “late”. ', times: 1_000 },
];
const whole = Buffer.concat(
	pieces.flatMap(({ piece, times = 1 }) => Array<Buffer>(times).fill(Buffer.from(piece))),
);

test('what is packed in pieces is unpacked as a whole', () => {
	expect(gunzipSync(gzipOf(pieces)).equals(whole)).toBe(true);
	expect(inflateSync(zlibOf(pieces)).equals(whole)).toBe(true);
	const zip = unzipSync(zipOf('word/document.xml', pieces, { 'a.txt': strToU8('News') }));
	expect(Buffer.from(zip['word/document.xml'] ?? []).equals(whole)).toBe(true);
	expect(strFromU8(zip['a.txt'] ?? new Uint8Array())).toBe('News');
});
