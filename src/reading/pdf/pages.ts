import { UserError } from '../../errors.ts';
import { joinLines, type Line, type PageLines } from './lines.ts';

/** Pages that are read; an article has a tenth. */
const mostPages = 200;
/** Pieces of text on a page; one of tables has a tenth. */
const mostPieces = 20_000;

/** The lines of each page of a PDF. @throws UserError where it is locked, broken or too long. */
export async function readPages(bytes: Uint8Array, name: string): Promise<readonly PageLines[]> {
	// Loaded only here: it is large, and most articles are no PDF.
	const { getDocumentProxy } = await import('unpdf');
	// The library takes the bytes away from whoever gives them.
	const document = await getDocumentProxy(new Uint8Array(bytes), {
		...{ verbosity: 0, isEvalSupported: false, stopAtErrors: false, disableFontFace: true },
		...{ useSystemFonts: false, enableXfa: false, maxImageSize: 0 },
	}).catch((cause: unknown) => {
		const isLocked = cause instanceof Error && cause.name === 'PasswordException';
		throw new UserError(
			isLocked
				? `${name} asks for a password: save it without one, or copy its text.`
				: `${name} is a broken PDF: save it again, or copy its text.`,
			{ cause },
		);
	});
	try {
		if (document.numPages > mostPages) {
			throw new UserError(
				`${name} has ${document.numPages} pages: save only the article's own pages in it, at most ${mostPages}.`,
			);
		}
		const { info } = await document.getMetadata();
		// What its parts unpack to cannot be told before they are decrypted.
		if ('EncryptFilterName' in info && info.EncryptFilterName) {
			throw new UserError(`${name} is a protected PDF: save it without protection, or copy its text.`);
		}
		const pages: PageLines[] = [];
		for (let number = 1; number <= document.numPages; number++) {
			const page = await document.getPage(number);
			const { items } = await page.getTextContent();
			if (items.length > mostPieces)
				throw new UserError(`${name} has a page with more text than a page holds.`);
			const [, bottom = 0, , top = 0] = page.view;
			pages.push({ top, bottom, lines: joinLines(items.flatMap(pieceOf)) });
			page.cleanup();
		}
		return pages;
	} catch (cause) {
		if (cause instanceof UserError) throw cause;
		throw new UserError(`${name} is a broken PDF: save it again, or copy its text.`, { cause });
	} finally {
		await document.loadingTask.destroy();
	}
}

/** Text that is written from left to right; what runs up the margin is none of the article. */
function pieceOf(item: object): Line[] {
	if (!('str' in item) || !('transform' in item) || !Array.isArray(item.transform)) return [];
	const { str, transform } = item;
	const width = 'width' in item ? Number(item.width) : 0;
	const [a, b, c, d, x, y] = transform.map(Number);
	if (typeof str !== 'string' || str.trim() === '' || x === undefined || y === undefined) return [];
	if (Math.abs(b ?? 0) > Math.abs(a ?? 0)) return [];
	const size = Math.hypot(c ?? 0, d ?? 0);
	return Number.isFinite(x + y + width + size) ? [{ text: str, x, end: x + width, y, size }] : [];
}
