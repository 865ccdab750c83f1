import { UserError } from '../../errors.ts';
import { readCopiedText } from '../copied-text.ts';
import type { Format, ReadFields } from '../format.ts';
import { readPages } from './pages.ts';
import { paragraphsOf } from './paragraphs.ts';
import { unpacksTooMuch } from './streams.ts';

/** Letters under which a document shows pictures of text. */
const leastLetters = 80;
/** Programs may put line ends before the sign of a PDF. */
const signIn = 1_024;

/** A PDF whose text is in it, with columns in their order and divided words put together. */
export const pdfFormat: Format = {
	kind: 'pdf',
	matches: ({ start }) => /^\s*%PDF-\d/u.test(start.slice(0, signIn)),
	read: async ({ bytes, name }) => [await articleIn(bytes, name)],
};

async function articleIn(bytes: Uint8Array, name: string): Promise<ReadFields> {
	if (unpacksTooMuch(bytes)) {
		throw new UserError(
			`${name} is a PDF that unpacks to more than a document holds: save only the article's own pages in it.`,
		);
	}
	const paragraphs = paragraphsOf(await readPages(bytes, name));
	if ((paragraphs.join('').match(/\p{L}/gu)?.length ?? 0) < leastLetters) {
		throw new UserError(
			`${name} is a PDF of pictures without text: open it in a program that recognises text, and save what it finds.`,
		);
	}
	const read = await readCopiedText(paragraphs.join('\n\n'), name);
	if (read === undefined) throw new UserError(`${name} holds no article.`);
	return read;
}
