import { findButton, readMessage } from 'discord-rehearsal/text';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectPosting } from '../../src/app/posting.ts';
import { openPresence } from '../../src/discord/presence.ts';
import { openRemoval, type Removal } from '../../src/removal/service.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { type ShippedBot, startShippedBot } from '../commands/shipped-bot.ts';
import { quietLog } from '../quiet-log.ts';
import { leaveBehind } from '../stores/left-behind.ts';
import { sqliteWithClock } from '../stores/sqlite-under-test.ts';
import type { ArchiveWithClock } from '../stores/under-test.ts';

const day = 86_400_000;
const member = '200000000000000001';

let shipped: ShippedBot;
let underTest: ArchiveWithClock;
let archive: Archive;
let removal: Removal;
let resumed: string[];
beforeEach(async () => {
	shipped = await startShippedBot();
	underTest = await sqliteWithClock();
	underTest.setClock(100 * day);
	archive = underTest.archive;
	resumed = [];
	const resumeDigest = async (server: string) => void resumed.push(server);
	removal = openRemoval({ store: archive.removal, contact: null, page: null, resumeDigest, log: quietLog });
	removal.connect(openPresence(() => [shipped.bot.client]));
}, 60_000);
afterEach(() => shipped.close());

it('a server that removes the bot rests at once, and is forgotten after 30 days', async () => {
	const { id } = shipped.rehearsal.addGuild();
	const home = shipped.rehearsal.guild.id;
	await expect.poll(() => shipped.bot.client.guilds.cache.has(id)).toBe(true);
	for (const server of [home, id]) await leaveBehind(archive, server, member);
	await removal.tick();
	expect(await archive.removal.serversRemoved()).toEqual([]);
	shipped.rehearsal.removeGuild(id);
	await expect.poll(() => archive.removal.serversRemoved()).toEqual([id]);
	underTest.setClock(130 * day - 1);
	await removal.tick();
	expect(await archive.digests.settings(id)).not.toBeNull();
	underTest.setClock(130 * day);
	await removal.tick();
	expect(await archive.digests.settings(id)).toBeNull();
	expect(await archive.seenBy(id).latest(9)).toEqual([]);
	expect(await archive.removal.serversRemoved()).toEqual([]);
	expect(await archive.seenBy(home).latest(9)).toHaveLength(2);
}, 60_000);

it('servers that came or went while the bot was not running are found, and those of other shards are left', async () => {
	const home = shipped.rehearsal.guild.id;
	const gone = '300000000000000001';
	for (const server of [home, gone]) await leaveBehind(archive, server, member);
	await archive.removal.noteRemoved([home]);
	await removal.tick();
	expect(await archive.removal.serversRemoved()).toEqual([gone]);
	expect(resumed).toEqual([home]);

	// The shards of a bot that has many: this process runs shard 0 alone.
	const many = 16;
	const { client } = shipped.bot;
	const presence = openPresence(() => [client]);
	client.options.shardCount = many;
	const onShard = (shard: number) => String((BigInt(10 ** 12 * many + shard) << 22n) + 1n);
	expect(presence.standing(onShard(0))).toBe('gone');
	for (let shard = 1; shard < many; shard++) expect(presence.standing(onShard(shard))).toBe('unknown');
	client.options.shardCount = 1;
}, 60_000);

it('commands remove everything of a server or a member, after asking once more', async () => {
	const { rehearsal, parts, bot } = shipped;
	connectPosting(parts, bot);
	const { owner, outsider } = rehearsal.guild.members;
	const run = (name: string, memberId: string, inDirectMessage = false) =>
		rehearsal.interact({ kind: 'command', name, memberId, inDirectMessage, until: 'answered' });
	const options = { channel: rehearsal.guild.channels.dailyDigest, time: '8pm', timezone: 'UTC' };
	await rehearsal.interact({
		kind: 'command',
		name: 'digest set',
		options,
		memberId: owner,
		until: 'answered',
	});
	const shown = await run('privacy show', outsider, true);
	expect(readMessage(shown.message?.components ?? [])).toContain('180 days');
	const press = async (label: string, outcome: typeof shown, memberId: string) => {
		const button = findButton(outcome.message?.components ?? [], label);
		if (button === null || outcome.message === null) throw new Error(`There is no button ${label}.`);
		const { id } = outcome.message;
		return rehearsal.interact({ kind: 'component', messageId: id, ...button, memberId, until: 'answered' });
	};
	const asked = await run('library forget', owner);
	expect(await parts.digests.service.settings(rehearsal.guild.id)).toMatchObject({ setBy: owner });
	const mine = await press('Remove', await run('privacy forget', owner), owner);
	expect(readMessage(mine.message?.components ?? [])).toContain('Your name removed from 1 digest');
	expect(await parts.digests.service.settings(rehearsal.guild.id)).toMatchObject({ setBy: null });
	const done = await press('Remove everything', asked, owner);
	expect(readMessage(done.message?.components ?? [])).toContain('Deleted: 1 digest');
	await expect(parts.digests.service.settings(rehearsal.guild.id)).rejects.toThrow();
	expect((await run('library forget', outsider)).message?.components ?? []).not.toEqual(
		asked.message?.components,
	);
}, 60_000);
