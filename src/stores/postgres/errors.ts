import { UserError } from '../../errors.ts';

/** What an error out of the database, or on the way to it, means for what was asked. */
export type Trouble = 'away' | 'busy' | 'full' | 'refused' | 'untrusted';

/** SQLSTATE codes and Node's own: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const troubleOf: readonly (readonly [pattern: RegExp, trouble: Trouble])[] = [
	// A connection that broke or was ended, a server that starts or stops, and one that may only read: a stand-by.
	[/^(?:08...|57P0[1-5]|25006)$/u, 'away'],
	[/^(?:ECONN\w+|E(?:TIMEDOUT|PIPE|NOTFOUND|HOSTUNREACH|NETUNREACH|AI_AGAIN))$/u, 'away'],
	// A deadlock, a conflict, a lock or a statement that took too long, too many connections.
	[/^(?:40P01|40001|55P03|57014|25P0[23]|53300)$/u, 'busy'],
	[/^53[12]00$/u, 'full'],
	// The password, the name of the database, the rights.
	[/^(?:28...|3D000|42501)$/u, 'refused'],
	// TLS: a certificate that is not trusted, out of date, or of another host.
	[/^(?:\w*SELF_SIGNED\w*|UNABLE_TO_\w+|CERT_\w+|HOSTNAME_MISMATCH|ERR_(?:TLS|SSL)_\w+)$/u, 'untrusted'],
];

/** Errors of the driver itself, which have no code. */
const withoutCode =
	/^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed)/u;
const withoutTls = /^The server does not support SSL/u;

/** @returns null for any other error. */
export function troubleIn(error: unknown): Trouble | null {
	if (!(error instanceof Error)) return null;
	if (error instanceof AggregateError) return error.errors.map(troubleIn).find((one) => one !== null) ?? null;
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	for (const [pattern, trouble] of troubleOf) if (pattern.test(code)) return trouble;
	if (withoutTls.test(error.message)) return 'untrusted';
	return withoutCode.test(error.message) ? 'away' : null;
}

/** Whether a transaction was rolled back because of others, so that it may be run again. */
export function isConflict(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

/** Whether a statement did nothing because one before it in the transaction had failed. */
export function isAfterFailure(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === '25P02';
}

/**
 * Whether a statement did nothing because the connection does not know it under its name, or knows another one under it,
 * or because its columns have changed since it was planned. On a new connection it may run again.
 */
export function isStale(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error)) return false;
	return (
		error.code === '26000' ||
		error.code === '42P05' ||
		(error.code === '0A000' && error.message.includes('cached plan'))
	);
}

const sentences: Readonly<Record<Trouble, string>> = {
	away: 'My archive does not answer just now: please try again in a minute.',
	busy: 'My archive is too busy just now: please try again in a minute.',
	full: 'Nothing can be saved just now: the disk of my archive is full, which those who run me have to change.',
	refused:
		'My archive does not let me in just now: those who run me have to look at the address in STORE_URL.',
	untrusted:
		'My archive cannot be reached safely just now: those who run me have to look at its certificate.',
};

/** A transaction whose end nobody heard of: it may or may not have happened. */
const unheard =
	'My archive broke off while this was saved: please look whether it is there, and try again if it is not.';

/** The error as a member may read it; any other error unchanged. */
export function explained(error: unknown): unknown {
	const trouble = troubleIn(error);
	return trouble === null ? error : new UserError(sentences[trouble], { cause: error });
}

/** The same of an error that came instead of the answer to a change. */
export function explainedChange(error: unknown): unknown {
	return troubleIn(error) === 'away' ? new UserError(unheard, { cause: error }) : explained(error);
}
