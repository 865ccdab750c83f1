import { UserError } from '../../errors.ts';
import { readCopiedText } from '../copied-text.ts';
import type { Format, ReadFields } from '../format.ts';
import { paragraphsOf, propertyOf } from './paragraphs.ts';
import { TooLarge, unzipSome } from './unzip.ts';

const text = 'word/document.xml';
const properties = 'docProps/core.xml';
/** Bytes of the text with its markup. A book of 300 pages has 5 MB. */
const maxBytes = 8 * 1024 * 1024;

/** A document of Word (DOCX). */
export const docxFormat: Format = {
	kind: 'docx',
	// By its content alone: every archive that holds such a text.
	matches: ({ bytes }) =>
		isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text),
	read: async ({ bytes, name }) => [await articleIn(bytes, name)],
};

function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

async function articleIn(bytes: Uint8Array, name: string): Promise<ReadFields> {
	const files = unpacked(bytes, name);
	const paragraphs = paragraphsOf(new TextDecoder().decode(files.get(text)));
	if (paragraphs.length === 0) {
		throw new UserError(`${name} is a document without text: save the text of the article in it.`);
	}
	const read = await readCopiedText(paragraphs.join('\n\n'), name);
	if (read === undefined) throw new UserError(`${name} holds no article.`);
	const author = propertyOf(new TextDecoder().decode(files.get(properties)), 'dc:creator');
	return { ...read, byline: read.byline.length > 0 || !isPerson(author) ? read.byline : [author] };
}

const program = /\b(?:user|microsoft|windows|office|apache|administrator|docs)\b/iu;

/** A single word is the name of an account, and programs put a name of their own there ("Microsoft Office User"). */
function isPerson(author: string | null): author is string {
	return author !== null && /^\p{Lu}\S+ \S/u.test(author) && !program.test(author);
}

function unpacked(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
	try {
		const files = unzipSome(bytes, new Set([text, properties]), maxBytes);
		if (files.has(text)) return files;
	} catch (cause) {
		if (cause instanceof TooLarge) {
			throw new UserError(
				`${name} unpacks to more than ${maxBytes / 1024 / 1024} MB of text: save only the article in it.`,
				{ cause },
			);
		}
	}
	throw new UserError(`${name} is a broken document: open it and save it again as .docx.`);
}
