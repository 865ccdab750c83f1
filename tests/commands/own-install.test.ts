import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OptionValue, type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { openParts, type Parts } from '../../src/app/parts.ts';
import { connectPosting } from '../../src/app/posting.ts';
import type { AnyOption } from '../../src/command.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { fillShelves, given, typed } from './secret.ts';

let folder: string;
let rehearsal: Rehearsal;
let parts: Parts;
let bot: Bot;
/** A server that has a shelf, and the bot no longer. */
let left: { id: string; channelId: string };

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-own-'));
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	const { owner, member } = rehearsal.guild.members;
	const { id, channels } = rehearsal.addGuild({ withBot: false, members: [member] });
	left = { id, channelId: channels[0] ?? '' };
	rehearsal.setUserInstall(owner, true);
	const archive = await openArchive(join(folder, 'data'));
	await fillShelves(archive, id);
	await archive.threads.put(left.channelId, 'secret-one');
	await archive.close();
	const log = pino({ level: 'silent' });
	parts = await openParts(
		readConfig({ DATA_DIR: join(folder, 'data'), ARTICLES: join(folder, 'none') }),
		log,
	);
	bot = await startBot({ ...rehearsal, shards: null, ...parts, log });
	connectPosting(parts, bot);
	expect(await bot.registered).toBe(true);
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
	await parts.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Each command without options, and with each text that somebody may type who has heard of the article. */
function* asked(): Generator<readonly [string, Record<string, OptionValue>]> {
	for (const [name, { options, way = 'slash' }] of parts.commands) {
		if (way !== 'slash') continue;
		const shown = Object.entries<AnyOption<never>>(options).filter(([, option]) => !option.hidden);
		const texts = shown.filter(([, option]) => option.kind === 'string' && option.choices === undefined);
		const needed = Object.fromEntries(
			shown.flatMap(([option, kind]) => (kind.required && kind.kind === 'string' ? [[option, 'pier']] : [])),
		);
		yield [name, needed];
		for (const [option] of texts)
			for (const text of typed) if (text !== '') yield [name, { ...needed, [option]: text }];
	}
}

/** Everything that all commands and completions answer in a place. */
async function everything(where: { channelId?: string; inDirectMessage?: boolean }): Promise<string> {
	const memberId = rehearsal.guild.members.owner;
	let text = '';
	for (const [name, options] of asked()) {
		const input = { name, options, memberId, ...where };
		const refused = (error: unknown) => {
			if ((error as Error).name !== 'RehearsalError') throw error;
			return null;
		};
		const answer = await rehearsal.interact({ kind: 'command', ...input, until: 'answered' }).catch(refused);
		text += JSON.stringify(answer?.message?.components ?? []);
		const [focused] = Object.keys(options);
		if (focused === undefined) continue;
		const offers = await rehearsal.interact({ kind: 'autocomplete', ...input, focused }).catch(refused);
		text += JSON.stringify(offers?.choices ?? []);
	}
	return text;
}

describe('a server’s shelf', () => {
	it.each([
		[
			'in that server, for a member who has the bot only for themselves',
			() => ({ channelId: left.channelId }),
		],
		['in the bot’s direct messages', () => ({ inDirectMessage: true })],
		[
			'in direct messages of others',
			() => ({
				channelId: rehearsal.addPrivateChannel([
					rehearsal.guild.members.owner,
					rehearsal.guild.members.outsider,
				]),
			}),
		],
	])('is not seen %s', async (_, where) => {
		const text = await everything(where());
		expect(given(text)).toEqual([]);
		expect(text).toContain('Pier of Port Ellery Opens');
	});
});
