import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { type Piece, zipOf, zlibOf } from './packed.ts';

/** A piece of text on a page, in points from the bottom left. */
export interface Put {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size?: number;
}

/** A PDF with a page for each list, in the standard font Helvetica. @param more further objects. */
export function makePdf(pages: readonly (readonly Put[])[], more: readonly Uint8Array[] = []): Uint8Array {
	const contents = pages.map((puts) =>
		packedObject(
			puts
				.map(({ text, x, y, size = 10 }) => {
					const shown = Buffer.from(text, 'latin1').toString('hex');
					return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${shown}> Tj ET`;
				})
				.join('\n'),
		),
	);
	const first = 4;
	const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
	return pdfOf([
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		...contents.flatMap((content, at) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
			content,
		]),
		...more,
	]);
}

/** An object whose bytes are packed. @param filters as its dictionary names them. */
export function packedObject(
	content: string | Uint8Array | readonly Piece[],
	filters = '/FlateDecode',
): Uint8Array {
	const packed =
		typeof content === 'string' || content instanceof Uint8Array ? deflateSync(content) : zlibOf(content);
	return Buffer.concat([
		Buffer.from(`<< /Length ${packed.length} /Filter ${filters} >>\nstream\n`),
		packed,
		Buffer.from('\nendstream'),
	]);
}

function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
	const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
	const offsets: number[] = [];
	let size = 9;
	const push = (part: Uint8Array) => {
		parts.push(part);
		size += part.length;
	};
	for (const [at, object] of objects.entries()) {
		offsets.push(size);
		push(
			Buffer.concat([
				Buffer.from(`${at + 1} 0 obj\n`),
				typeof object === 'string' ? Buffer.from(object) : object,
				Buffer.from('\nendobj\n'),
			]),
		);
	}
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const start = size;
	push(
		Buffer.from(
			`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
		),
	);
	return Buffer.concat(parts);
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

const word = {
	file: 'word/document.xml',
	before: '<?xml version="1.0"?><w:document xmlns:w="w"><w:body>',
	beforeText: '<w:p><w:r><w:t xml:space="preserve">',
	afterText: '</w:t></w:r></w:p>',
	after: '</w:body></w:document>',
	others: (creator: string) => ({
		'[Content_Types].xml': strToU8('<Types/>'),
		'docProps/core.xml': strToU8(
			`<cp:coreProperties><dc:creator>${escaped(creator)}</dc:creator></cp:coreProperties>`,
		),
	}),
};

/** A document of Word. @param body more XML between the paragraphs and the end. */
export function makeDocx(paragraphs: readonly string[], body = '', creator = ''): Uint8Array {
	const { before, beforeText, afterText, after } = word;
	const texts = paragraphs.map((text) => `${beforeText}${escaped(text)}${afterText}`);
	const content = strToU8(`${before}${texts.join('')}${body}${after}`);
	return zipSync({ ...word.others(creator), [word.file]: content });
}

/** A document of Word whose text is 100 MB in 100 KB. */
export function largeDocx(): Uint8Array {
	const pieces = [
		{ piece: `${word.before}${word.beforeText}` },
		{ piece: 'x'.repeat(1_000_000), times: 100 },
		{ piece: `${word.afterText}${word.after}` },
	];
	return zipOf(word.file, pieces, word.others(''));
}
