import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { patience } from '../../../src/stores/postgres/pool.ts';
import { inventedRecord } from '../../library/invented.ts';
import { type PostgresServer, startPostgres } from './server.ts';
import { silentProxy } from './silent-proxy.ts';
import { onServer } from './under-test.ts';

describe('a PostgreSQL archive whose network is cut without a word', () => {
	let server: PostgresServer;
	const usual = { ...patience };
	beforeAll(async () => {
		server = await startPostgres({ synchronous_commit: 'on', full_page_writes: 'on' });
		// In the bot half a minute passes until a lost question is given up.
		Object.assign(patience, { connect: 1_000, statement: 1_000, lock: 1_000 });
	});
	afterAll(async () => {
		Object.assign(patience, usual);
		await server.close();
	});

	/** An archive of its own behind a network of its own, until the test ends: all three mostly wait. */
	async function behindProxy(name: string, atEnd: (then: () => Promise<void>) => void) {
		await onServer(`CREATE DATABASE ${name}`, server.url);
		const proxy = await silentProxy(server.port);
		const url = new URL(server.url);
		url.port = `${proxy.port}`;
		url.pathname = `/${name}`;
		const archive = await openPostgresArchive(url.href, recordOf);
		atEnd(async () => {
			await archive.close();
			proxy.close();
		});
		return { archive, proxy };
	}

	it.concurrent.for(['questions', 'answers', 'both'] as const)(
		'answers in one sentence while %s are lost, loses nothing that was acknowledged, and goes on',
		{ timeout: 100_000 },
		async (way, { expect, onTestFinished }) => {
			const { archive, proxy } = await behindProxy(`lost_${way}`, onTestFinished);
			let working = true;
			const acknowledged: string[] = [];
			const refused: unknown[] = [];
			const writing = Promise.all(
				[0, 1, 2].map(async (who) => {
					for (let at = 0; working; at++) {
						const id = `${way}${who}-${at}`;
						await archive.put([inventedRecord({ id })]).then(
							() => acknowledged.push(id),
							(error: unknown) => refused.push(error),
						);
					}
				}),
			);
			const more = async () => {
				const before = acknowledged.length;
				await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 5), { timeout: 40_000 });
			};
			await more();
			proxy.cut(way);
			await expect(archive.seenBy(null).latest(5)).rejects.toMatchObject({ name: 'UserError' });
			await vi.waitFor(() => expect(refused.length).toBeGreaterThan(0), { timeout: 40_000 });
			proxy.cut(null);
			await more();
			working = false;
			await writing;
			for (const error of refused) expect(error).toMatchObject({ name: 'UserError' });
			const held = new Set((await archive.seenBy(null).latest(100_000)).map(({ id }) => id));
			expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
			expect((await archive.seenBy(null).status()).articles).toBe(held.size);
		},
	);
});
