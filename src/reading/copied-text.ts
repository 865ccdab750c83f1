import { dumpFormat } from './dump/format.ts';
import type { ReadFields } from './format.ts';

/**
 * Reads text that a program took out of a document: like the text of a page that was copied, so that bylines, dates and
 * page furniture are told from the article. @throws UserError where it holds no article.
 */
export async function readCopiedText(text: string, name: string): Promise<ReadFields | undefined> {
	const bytes = new TextEncoder().encode(text);
	const [fields] = await dumpFormat.read({
		...{ bytes, name, mediaType: 'text/plain; charset=utf-8', address: null },
		start: '',
	});
	return fields;
}
