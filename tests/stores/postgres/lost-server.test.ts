import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { inventedRecord } from '../../library/invented.ts';
import { openProxy } from './proxy.ts';
import { type PostgresServer, startPostgres } from './server.ts';

/** Stands between an archive and its server, and cuts all connections once the client has sent a text. */
async function cuttingProxy(port: number) {
	let cutAt: string | null = null;
	const proxy = await openProxy(port, ({ client, server }) => {
		let isCut = false;
		client.on('data', (data) => {
			server.write(data);
			if (cutAt !== null && data.includes(cutAt)) {
				cutAt = null;
				isCut = true;
				// The server has got it, and its answer does not come back.
				setTimeout(() => client.destroy(), 100);
			}
		});
		server.on('data', (data) => {
			if (!isCut) client.write(data);
		});
	});
	return {
		...proxy,
		cutAfter(text: string) {
			cutAt = text;
		},
	};
}

describe('a PostgreSQL archive whose server goes away', () => {
	let server: PostgresServer;
	let proxy: Awaited<ReturnType<typeof cuttingProxy>>;
	let archive: Archive;
	beforeAll(async () => {
		// What was acknowledged is on the disk.
		server = await startPostgres({ synchronous_commit: 'on', full_page_writes: 'on' });
	});
	afterAll(() => server.close());
	beforeEach(async () => {
		proxy = await cuttingProxy(server.port);
		archive = await openPostgresArchive(server.url.replace(`:${server.port}/`, `:${proxy.port}/`), recordOf);
	});
	afterEach(async () => {
		await archive.close();
		proxy.close();
	});

	it('says so in one sentence, and goes on when it is back', async () => {
		await archive.put([inventedRecord({ id: 'before' })]);
		await server.stop();
		const sentence = /^My archive does not answer just now: please try again in a minute\.$/u;
		// Each is tried again for some seconds.
		await Promise.all([
			expect(archive.seenBy(null).latest(5)).rejects.toThrow(sentence),
			expect(archive.put([inventedRecord({ id: 'lost' })])).rejects.toMatchObject({
				name: 'UserError',
				message: expect.stringMatching(sentence),
			}),
		]);
		expect(await archive.isLost()).toBe(false);
		expect(archive.seenBy(null).generation()).toMatch(/^0:\d+$/u);
		await server.start();
		await archive.put([inventedRecord({ id: 'after' })]);
		const ids = (await archive.seenBy(null).latest(5)).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['before', 'after']));
		expect(ids).not.toContain('lost');
	});

	it('loses nothing that was acknowledged, and does nothing twice, through restarts under load', async () => {
		let working = true;
		const acknowledged: string[] = [];
		let refused = 0;
		const writing = Promise.all(
			[0, 1, 2].map(async (who) => {
				for (let at = 0; working; at++) {
					const id = `w${who}-${at}`;
					await archive.put([inventedRecord({ id })]).then(
						() => acknowledged.push(id),
						(error: unknown) => {
							expect(error).toMatchObject({ name: 'UserError' });
							refused++;
						},
					);
				}
			}),
		);
		for (let times = 0; times < 3; times++) {
			const before = acknowledged.length;
			await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 5), { timeout: 20_000 });
			await server.restart();
		}
		const before = acknowledged.length;
		await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 5), { timeout: 20_000 });
		working = false;
		await writing;
		const held = new Set((await archive.seenBy(null).latest(100_000)).map(({ id }) => id));
		expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
		// Those that were not acknowledged may be there, each once.
		expect((await archive.seenBy(null).status()).articles).toBe(held.size);
		expect(refused).toBeLessThan(30);
	});

	it('tries a change again that broke off before its end, and never one whose end was not acknowledged', async () => {
		const { explanations, corrections } = archive;
		proxy.cutAfter('INSERT INTO corrections');
		const correction = {
			...({ article: 'harbour', key: 'AAAAAAAAAAA', change: 'hidden', speaker: null } as const),
			...{ words: '', was: null, member: '1' },
		};
		expect(await corrections.put('100', correction)).toBe(true);
		expect(corrections.generation('100')).toBe(1);

		proxy.cutAfter('COMMIT');
		await expect(corrections.put('100', { ...correction, key: 'BBBBBBBBBBB' })).rejects.toThrow(
			/broke off while this was saved: please look whether it is there/u,
		);
		expect(await corrections.of('100')).toHaveLength(2);
		// It was this process's own change, so it is found out.
		await vi.waitFor(() => expect(corrections.generation('100')).toBe(2), { timeout: 5_000 });

		proxy.cutAfter('INSERT INTO explanations');
		await expect(explanations.spend('100', 2)).rejects.toThrow(/broke off/u);
		expect(await explanations.spend('100', 2)).toBe(true);
		expect(await explanations.spend('100', 2)).toBe(false);
	});

	it('asks a question again whose connection broke', async () => {
		await archive.put([inventedRecord({ id: 'harbour' })]);
		proxy.cutAfter('FROM articles AS a');
		expect(await archive.seenBy(null).line('harbour')).toMatchObject({ id: 'harbour' });
	});
});
