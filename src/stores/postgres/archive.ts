import { UserError } from '../../errors.ts';
import { sharedShelf } from '../../shelves.ts';
import type { Archive } from '../archive.ts';
import type { RecordSoon } from '../articles.ts';
import { progressTable, unfinished } from '../copy/side.ts';
import { postgresAdditions } from './additions.ts';
import { checkAddress } from './address.ts';
import { writingArticles } from './articles-lock.ts';
import { type Clock, databaseClock } from './clock.ts';
import { postgresCorrections } from './corrections.ts';
import { type Database, openDatabase } from './database.ts';
import { postgresDigests } from './digests.ts';
import { postgresDiscussions } from './discussions.ts';
import { troubleIn } from './errors.ts';
import { postgresExplanations } from './explanations.ts';
import { postgresFeeds } from './feeds.ts';
import { postgresFollows } from './follows.ts';
import { type Generations, generationsOf } from './generations.ts';
import { forgetOldKept, postgresKept } from './kept.ts';
import { listen } from './listening.ts';
import { migrate } from './migrations.ts';
import { remembering } from './remembered.ts';
import { postgresRemoval } from './removal.ts';
import { postgresShards } from './shards.ts';
import { makeShelf } from './shelves.ts';
import { showing } from './shown.ts';
import { holdArticles, postgresSources } from './sources.ts';
import { postgresThreads } from './threads.ts';
import { postgresView } from './view.ts';

/**
 * Opens the archive in a database, whose tables are made where they are missing.
 * @param recordOf works out what is kept of an article.
 * @param clock an expression for the time; a test gives a number.
 * @throws UserError what is wrong with the address, the database or the rights, and what to do; never the password.
 */
export async function openPostgresArchive(
	url: string,
	recordOf: RecordSoon,
	clock: Clock = databaseClock,
): Promise<Archive> {
	const address = checkAddress(url);
	const database = openDatabase(url);
	try {
		await migrate(database, address);
		const copying = await database.get<{ there: boolean }>(
			`SELECT to_regclass(current_schema() || '.${progressTable}') IS NOT NULL AS there`,
		);
		if (copying?.there === true) throw new UserError(unfinished(address));
		await forgetOldKept(database);
		const generations = generationsOf(database);
		await generations.reload();
		return await postgresArchive(url, database, generations, recordOf, clock);
	} catch (error) {
		await database.close();
		throw explainOpening(address, error);
	}
}

/** An error at opening, as one sentence for the operator. */
export function explainOpening(address: string, error: unknown): unknown {
	const cause = error instanceof UserError ? error.cause : error;
	if (cause instanceof Error && 'path' in cause) {
		return new UserError(
			`STORE_URL names the file "${cause.path}", which cannot be read (${reasonOf(cause)}): correct it, or let the bot read it.`,
			{ cause },
		);
	}
	if (cause instanceof Error && 'code' in cause && cause.code === '25006') {
		return new UserError(
			`The database at ${address} takes no changes now, as a stand-by does: name the one that does in STORE_URL.`,
			{ cause },
		);
	}
	switch (troubleIn(cause)) {
		case 'away':
			return new UserError(`The database at ${address} does not answer: start it, or correct STORE_URL.`, {
				cause,
			});
		case 'refused':
			return new UserError(
				`The database at ${address} lets nobody in with this user and password, or is not there: correct STORE_URL, and let the user make tables.`,
				{ cause },
			);
		case 'busy':
			return new UserError(
				`The database at ${address} has no connection left, or others keep it locked: try again in a minute.`,
				{ cause },
			);
		case 'full':
			return new UserError(`The disk of the database at ${address} is full: make room and start again.`, {
				cause,
			});
		case 'untrusted':
			return new UserError(
				`The database at ${address} has no TLS connection such as STORE_URL asks for (${reasonOf(cause)}): correct its certificate, or sslmode and sslrootcert in STORE_URL.`,
				{ cause },
			);
		default:
			return error;
	}
}

const reasonOf = (cause: unknown) =>
	cause instanceof Error && 'code' in cause ? String(cause.code) : (cause as Error).message;

async function postgresArchive(
	url: string,
	database: Database,
	generations: Generations,
	recordOf: RecordSoon,
	clock: Clock,
): Promise<Archive> {
	const metaOf = async (name: string) =>
		(await database.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name))?.value;
	const [identity, secret] = [await metaOf('identity'), await metaOf('secret')];
	if (identity === undefined || secret === undefined) throw new Error('The archive has lost its identity.');
	const remembered = remembering(generations);
	const listening = listen(url, generations);
	database.onUnheard(() => listening.look());
	// A lease that waits behind the questions of many members would run out, and its shards with it.
	const leases = openDatabase(url, 1);
	return {
		...postgresKept(database),
		identity,
		secret,
		digests: postgresDigests(database, clock),
		corrections: postgresCorrections(database, generations, clock),
		threads: postgresThreads(database),
		discussions: postgresDiscussions(database, clock),
		follows: postgresFollows(database, generations, clock),
		explanations: postgresExplanations(database, clock),
		additions: postgresAdditions(database, clock),
		feeds: postgresFeeds(database, clock),
		shards: postgresShards(leases, clock),
		removal: postgresRemoval(database, generations, clock),
		async isLost() {
			try {
				return (await metaOf('identity')) !== identity;
			} catch (error) {
				// A server that is away comes back with what it had; one without our tables does not.
				return error instanceof Error && 'code' in error && error.code === '42P01';
			}
		},
		seenBy: (server) => postgresView(database, generations, remembered, server),
		sources: (set) => postgresSources(database, generations, recordOf, set),
		async put(records, shelf = sharedShelf) {
			await writingArticles(database, async (writing) => {
				const range = await makeShelf(writing, shelf);
				const shown = showing(writing, generations, recordOf);
				for (const record of new Map(records.map((one) => [one.line.id, one])).values()) {
					await holdArticles(writing, shown, range, { kind: 'put', name: record.line.id }, [record]);
				}
				await shown.finish();
			});
		},
		async close() {
			await listening.close();
			await leases.close();
			await database.close();
		},
	};
}
