import { UserError } from '../../errors.ts';
import type { Fetched, Web } from '../web/fetch.ts';
import { mostBytes, readableTypes } from '../web/readable.ts';
import { siteName, WebError } from '../web/trouble.ts';

/** Fetches a page that a member names. @throws UserError, one sentence, where there is none to read. */
export async function fetchPage(web: Web, address: string): Promise<Fetched> {
	const fetched = await web.fetchPublic(address, {
		accept: 'text/html,application/xhtml+xml,application/json;q=0.8,text/plain;q=0.8,*/*;q=0.5',
		mediaTypes: readableTypes,
		maxBytes: mostBytes,
	});
	const why = refusalOf(fetched.status);
	const site = siteName(new URL(fetched.address));
	if (why !== null) throw new UserError([site, ` ${why}`]);
	if (fetched.bytes.length > 0) return fetched;
	throw new UserError([site, ` sends nothing at this address: ${otherwise}`]);
}

/** Fetches a file that a member has uploaded to Discord, which asks nobody's robots.txt. @throws UserError */
export async function fetchFile(web: Web, address: string): Promise<Fetched> {
	const fetched = await web
		.fetchPublic(address, { maxBytes: mostBytes, robots: false })
		.catch((error: unknown) => {
			throw error instanceof WebError && error.reason === 'too-large' ? fileTooLarge() : error;
		});
	if (fetched.status >= 200 && fetched.status < 300) return fetched;
	throw new UserError('Discord no longer has that file: upload it again.');
}

/** The refusal of a file over `mostBytes`. */
export function fileTooLarge(): UserError {
	return new UserError(
		`The file is larger than ${mostBytes / 1024 / 1024} MB: save only the article's own page in it.`,
	);
}

const otherwise = 'open it yourself, and add its text with /add text.';

/** In words that follow the name of the site; null where the page came. */
function refusalOf(status: number): string | null {
	if (status >= 200 && status < 300) return null;
	switch (status) {
		case 401:
		case 402:
			return `shows this page only to its subscribers: ${otherwise}`;
		case 403:
		case 451:
			return `does not show this page to programs: ${otherwise}`;
		case 404:
		case 410:
			return 'has no page at this address: is it right?';
		case 429:
			return 'has had too many requests: try again later.';
		default:
			return status >= 500
				? `has trouble just now (status ${status}): try again later.`
				: `gives no page for this address (status ${status}).`;
	}
}
