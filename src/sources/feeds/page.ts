import { UserError } from '../../errors.ts';
import { contentTypeOf } from '../web/content-type.ts';
import type { Web } from '../web/fetch.ts';
import { mostBytes, readableTypes } from '../web/readable.ts';
import { WebError } from '../web/trouble.ts';
import { troubleOf } from './answer.ts';
import type { FetchedPage } from './take.ts';

/** The page of an item, or why there is none: it may come later, or never does. */
export type Page =
	| { readonly kind: 'page'; readonly page: FetchedPage }
	| { readonly kind: 'later' | 'never'; readonly why: string };

/** What may pass by itself. */
const passing = new Set(['busy', 'stopped', 'too-slow', 'unreachable']);

/** Fetches the page of an item, where its site allows that. */
export async function fetchItemPage(web: Pick<Web, 'fetchPublic'>, address: string): Promise<Page> {
	try {
		const fetched = await web.fetchPublic(address, {
			accept: 'text/html,application/xhtml+xml,*/*;q=0.5',
			mediaTypes: readableTypes,
			maxBytes: mostBytes,
		});
		const { status, bytes, address: found } = fetched;
		if (status >= 200 && status < 300) {
			return { kind: 'page', page: { bytes, mediaType: contentTypeOf(fetched), address: found } };
		}
		return { kind: status === 429 || status >= 500 ? 'later' : 'never', why: troubleOf(fetched) };
	} catch (error) {
		if (error instanceof WebError)
			return { kind: passing.has(error.reason) ? 'later' : 'never', why: error.message };
		if (error instanceof UserError) return { kind: 'never', why: error.message };
		throw error;
	}
}
