import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { pino } from 'pino';
import { expect } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import type { Reach } from '../../src/app/web.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { copyShippedArchive } from '../shipped-archive.ts';

/** The whole bot in a rehearsal, with the articles that ship, until it is closed. */
export interface ShippedBot {
	readonly rehearsal: Rehearsal;
	readonly parts: Parts;
	readonly bot: Bot;
	close(): Promise<void>;
}

/** Starts the bot with an archive of its own; `environment` is what an admin sets beside the folder. */
export async function startShippedBot(
	environment: Readonly<Record<string, string>> = {},
	{ reach, ...options }: { readonly keepRequests?: number; readonly reach?: Reach } = {},
): Promise<ShippedBot> {
	const folder = await mkdtemp(join(tmpdir(), 'verbatim-shipped-'));
	await copyShippedArchive(folder);
	const log = pino({ level: 'silent' });
	const allow = new Set(reach?.allow);
	const parts = await openParts(readConfig({ DATA_DIR: folder, ...environment }), log, undefined, {
		...reach,
		allow,
	});
	await parts.loaded;
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false, ...options });
	// Where the files are that members upload.
	allow.add(new URL(rehearsal.url).host);
	const bot = await startBot({ ...rehearsal, shards: null, ...parts, log });
	expect(await bot.registered).toBe(true);
	return {
		rehearsal,
		parts,
		bot,
		async close() {
			await bot.close();
			await rehearsal.close();
			await parts.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
