import { UserError } from '../../errors.ts';

/** The address of a database without what is secret in it, for logs and errors: no password and no options. */
function shownAddress(url: string): string {
	const { protocol, username, host, pathname } = new URL(url);
	return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** The address as it may be shown. @throws UserError where it is none. */
export function checkAddress(url: string): string {
	try {
		const { username, password } = new URL(url);
		for (const part of [username, password]) decodeURIComponent(part);
		return shownAddress(url);
	} catch {
		// The error holds the whole address, so it goes no further.
		throw new UserError(
			'STORE_URL is not right: it should be like postgres://verbatim:PASSWORD@127.0.0.1:5432/verbatim, with a "%" in a password written as "%25".',
		);
	}
}
