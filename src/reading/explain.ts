import { decode } from './decode.ts';
import { readDump } from './dump/dump.ts';

/** A line of a page with what it was taken for. */
interface Explained {
	/** As an editor counts, from 1. */
	readonly line: number;
	/** Fields as paths ("paragraphs[3]"), furniture as what it is. */
	readonly as: readonly string[];
	/** How sure the reader is that it is, or is no part of, the article's text, 0 to 1; null where it did not ask. */
	readonly sure: number | null;
	readonly text: string;
}

/**
 * Says of every line of a copied page that holds something what it was taken for and how sure that is.
 *
 * @throws UserError where the bytes are no text.
 */
export function explain(bytes: Uint8Array, name: string): readonly Explained[] {
	const text = decode(bytes, name);
	const written = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
	const { accounting, sure } = readDump(text);
	return accounting.map(({ line, as }) => ({
		line,
		as,
		sure: sure.get(line) ?? null,
		text: written[line - 1]?.replace(/\s+/g, ' ').trim() ?? '',
	}));
}
