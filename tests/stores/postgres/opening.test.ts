import { afterEach, describe, expect, inject, it } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { explainOpening, openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { openDatabase } from '../../../src/stores/postgres/database.ts';
import { inventedRecord } from '../../library/invented.ts';
import { newDatabase, onServer } from './under-test.ts';

const open = (url: string) => openPostgresArchive(url, recordOf);
const secret = 'h0rse-battery';

describe('opening a PostgreSQL archive', () => {
	const made: { discard(): Promise<void> }[] = [];
	const database = async () => {
		const one = await newDatabase();
		made.push(one);
		return one.url;
	};
	afterEach(async () => {
		for (const { discard } of made.splice(0)) await discard();
	});
	/** @returns the one line that it is refused with, which names the database and no password. */
	const refusal = async (url: string) => {
		const error = await open(url).then(
			(archive) => archive.close(),
			(reason: unknown) => reason,
		);
		expect(error).toMatchObject({ name: 'UserError' });
		const { message } = error as Error;
		expect(message).not.toContain('\n');
		expect(message).not.toContain(secret);
		expect(message).toContain('STORE_URL');
		return message;
	};
	const withPassword = (url: string, change: (url: URL) => void) => {
		const one = new URL(url);
		one.password = secret;
		change(one);
		return one.href;
	};

	it('makes its tables once however many processes open it at the same moment, and finds again what it held', async () => {
		const url = await database();
		const archives = await Promise.all(Array.from({ length: 6 }, () => open(url)));
		expect(new Set(archives.map(({ identity }) => identity)).size).toBe(1);
		await archives[0]?.put([inventedRecord({ id: 'harbour' })]);
		for (const archive of archives) await archive.close();
		const again = await open(url);
		expect(again.identity).toBe(archives[0]?.identity);
		expect(again.secret).toBe(archives[0]?.secret);
		expect(again.secret).toMatch(/^[0-9a-f]{64}$/u);
		expect(await again.seenBy(null).latest(10)).toMatchObject([{ id: 'harbour' }]);
		await again.close();
	});

	it('leaves the database of another program as it is', async () => {
		const url = await database();
		await onServer('CREATE TABLE notes (text text)', url);
		expect(await refusal(url)).toMatch(/tables of another program/u);
		const tables = await onServer("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", url);
		expect(tables).toEqual([{ tablename: 'notes' }]);
	});

	it('leaves an archive of a newer version as it is', async () => {
		const url = await database();
		await (await open(url)).close();
		await onServer("UPDATE meta SET value = '999' WHERE name = 'schema'", url);
		expect(await refusal(url)).toMatch(/newer Verbatim/u);
	});

	it('works beside a newer version that has only added something', async () => {
		const url = await database();
		const archive = await open(url);
		await onServer(
			`ALTER TABLE articles ADD COLUMN mood text; ALTER TABLE shelves ADD COLUMN colour text NOT NULL DEFAULT 'red';
			UPDATE meta SET value = '999' WHERE name = 'schema'`,
			url,
		);
		await archive.put([inventedRecord({ id: 'harbour' })], '100');
		expect(await archive.seenBy('100').line('harbour')).toMatchObject({ id: 'harbour' });
		await archive.close();
	});

	it('says in one line what is wrong with an address, and never its password', async () => {
		const url = inject('postgresUrl');
		expect(
			await refusal(
				withPassword(url, (one) => {
					one.pathname = '/nowhere';
				}),
			),
		).toMatch(/is not there: correct STORE_URL/u);
		expect(
			await refusal(
				withPassword(url, (one) => {
					one.username = 'stranger';
				}),
			),
		).toMatch(/stranger@127\.0\.0\.1.+lets nobody in/u);
		expect(
			await refusal(
				withPassword(url, (one) => {
					one.port = '1';
				}),
			),
		).toMatch(/does not answer: start it/u);
		// The server of these tests has no certificate.
		expect(
			await refusal(
				withPassword(url, (one) => {
					one.searchParams.set('sslmode', 'verify-full');
				}),
			),
		).toMatch(/no TLS connection such as STORE_URL asks for \(The server does not support SSL/u);
		expect(
			await refusal(
				withPassword(url, (one) => {
					one.searchParams.set('sslrootcert', '/nowhere/ca.crt');
				}),
			),
		).toMatch(/^STORE_URL names the file "\/nowhere\/ca\.crt", which cannot be read \(ENOENT\)/u);
		expect(await refusal(`postgres://verbatim:${secret}%zz@127.0.0.1/verbatim`)).toMatch(
			/^STORE_URL is not right/u,
		);
		expect(await refusal(`postgres://verbatim:${secret}@[/verbatim`)).toMatch(/^STORE_URL is not right/u);
	}, 60_000);

	it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
		'says in one line that a certificate is not right (%s)',
		(code) => {
			const explained = explainOpening(
				'postgres://db/verbatim',
				Object.assign(new Error('inside'), { code }),
			);
			expect(explained).toMatchObject({ name: 'UserError' });
			expect((explained as Error).message).toContain(`(${code}): correct its certificate`);
		},
	);

	it('says that a database takes no changes', async () => {
		const readOnly = new URL(await database());
		readOnly.searchParams.set('options', '-c default_transaction_read_only=on');
		expect(await refusal(readOnly.href)).toMatch(/takes no changes now, as a stand-by does/u);
	});

	it('refuses a server that is too old, and writes nothing', async () => {
		const url = await database();
		await onServer(
			`CREATE SCHEMA old;
			CREATE FUNCTION old.current_setting(text) RETURNS text LANGUAGE sql AS
			$$ SELECT CASE $1 WHEN 'server_version_num' THEN '140012' ELSE '14.12' END $$`,
			url,
		);
		const old = new URL(url);
		old.searchParams.set('options', '-c search_path=old,pg_catalog,public');
		expect(await refusal(old.href)).toMatch(/is PostgreSQL 14\.12: Verbatim needs 15 or newer/u);
		expect(
			await onServer("SELECT tablename FROM pg_tables WHERE schemaname IN ('old', 'public')", url),
		).toEqual([]);
	});

	it('bounds how long a transaction waits for others, and how long it may hold them up', async () => {
		const opened = openDatabase(await database());
		const set = await opened.write(async (writing) => [
			await writing.get('SHOW lock_timeout'),
			await writing.get('SHOW statement_timeout'),
			await writing.get('SHOW idle_in_transaction_session_timeout'),
		]);
		expect(set).toEqual([
			{ lock_timeout: '10s' },
			{ statement_timeout: '20s' },
			{ idle_in_transaction_session_timeout: '15s' },
		]);
		await opened.close();
	});
});
