import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import type { OptionValue, Outcome, Rehearsal, ShownMessage } from 'discord-rehearsal';
import { startRehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { connectDigests } from '../../src/app/start-digests.ts';
import { type Digests, openDigests } from '../../src/digest/digests.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { sqliteDigests } from '../../src/stores/sqlite/digests.ts';
import { inventedRecord } from '../library/invented.ts';
import { ferry, harbour, hour, minute } from './house.ts';

const log = pino({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'digest-'));
let rehearsal: Rehearsal;
let bot: Bot;
let digests: Digests;
let archive: Awaited<ReturnType<typeof openArchive>>;
let clock = Date.now();

beforeAll(async () => {
	archive = await openArchive(folder);
	await archive.put(
		[harbour, ferry, { ...ferry, id: 'ball', headline: 'Football Club Moves', topics: ['Football'] }].map(
			inventedRecord,
		),
	);
	const library = answersFrom(archive.seenBy(null), openCache(null, log));
	digests = openDigests({ store: sqliteDigests(archive.database), library, log, now: () => clock });
	rehearsal = await startRehearsal({ port: 0 });
	bot = await startBot<Context>({
		...rehearsal,
		shards: null,
		commands: await loadCommands<Context>(),
		contextOf: (place) => ({ library, digests, place, now: () => new Date(clock) }),
		kept: archive,
		log,
	});
	connectDigests(digests, bot);
	expect(await bot.registered).toBe(true);
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
	await archive.close();
	rmSync(folder, { recursive: true });
});
beforeEach(async () => {
	// Each test has a day of its own, since a day has one digest.
	clock = Math.floor((clock + 24 * hour) / (24 * hour)) * 24 * hour + 10 * hour;
	await digests.store.removeSettings(rehearsal.guild.id);
});

async function run(
	name: string,
	options: Record<string, OptionValue> = {},
	memberId = rehearsal.guild.members.owner,
) {
	return rehearsal.interact({ kind: 'command', name, options, memberId, until: 'answered' });
}
const set = (options: Record<string, OptionValue> = {}, memberId?: string) =>
	run(
		'digest set',
		{ channel: rehearsal.guild.channels.dailyDigest, time: '8pm', timezone: 'UTC', ...options },
		memberId,
	);
/** As if all that the library holds had come in an hour ago. */
const arrive = () =>
	archive.database.run('UPDATE articles SET added = ?', new Date(clock - hour).toISOString());
const read = ({ message }: Pick<Outcome, 'message'>) => readMessage(message?.components ?? []);
const posts = (): readonly ShownMessage[] => rehearsal.messages(rehearsal.guild.channels.dailyDigest);

async function press(label: string, message: ShownMessage | null, memberId: string): Promise<Outcome> {
	const found = JSON.stringify(message?.components).match(
		new RegExp(`\\{[^{}]*"label":"${label}"[^{}]*\\}`, 'u'),
	)?.[0];
	const customId = /"custom_id":"([^"]+)"/u.exec(found ?? '')?.[1] ?? '';
	return rehearsal.interact({
		kind: 'component',
		messageId: message?.id ?? '',
		customId,
		memberId,
		until: 'answered',
	});
}

describe('/digest set', () => {
	it('confirms what is set with the next three times', async () => {
		const shown = read(await set({ days: 'tue, fri', topics: 'harbours, -football', length: 'short' }));
		expect(shown).toContain('The digest is set');
		expect(shown).toContain('20:00, Tuesdays and Fridays, UTC');
		expect(shown).toContain('first harbours; without football');
		expect(shown.match(/^• .* at 20:00 · /gmu)).toHaveLength(3);
	});

	it('keeps what is left out as it was', async () => {
		await set({ days: 'weekends', length: 'long' });
		const shown = read(await run('digest set', { channel: rehearsal.guild.channels.general, time: '9:15' }));
		expect(shown).toContain('09:15, at weekends, UTC');
		expect(shown).toContain('long (8 articles)');
	});

	it('guesses the zone from the language at first, and says so', async () => {
		const { foreigner } = rehearsal.guild.members;
		rehearsal.setMemberRoles(rehearsal.guild.id, foreigner, [rehearsal.guild.roles.managers]);
		const outcome = await run(
			'digest set',
			{ channel: rehearsal.guild.channels.general, time: '8pm' },
			foreigner,
		);
		expect(read(outcome)).toContain('Europe/Berlin is guessed from your language');
	});

	it.each([
		[{ time: '25:00' }, /time 25:00 is not clear.*08:30/u],
		[{ timezone: 'Berlni' }, /Did you mean Europe\/Berlin/u],
		[{ days: 'Funday' }, /no day called funday/u],
		[{ topics: Array.from({ length: 25 }, (_, n) => `t${n}`).join(',') }, /at most 20 topics/u],
	])('refuses %j in one sentence', async (options, sentence) => {
		const outcome = await set(options);
		expect(read(outcome)).toMatch(sentence);
		expect(outcome.ephemeral).toBe(true);
		expect(await digests.store.settings(rehearsal.guild.id)).toBeNull();
	});

	it('says at once which permission is missing in the channel', async () => {
		const { channels, roles } = rehearsal.guild;
		rehearsal.setOverwrite(channels.dailyDigest, roles.bot, { deny: PermissionFlagsBits.SendMessages });
		await expect
			.poll(async () => read(await set()))
			.toContain('give me the permission “Send Messages” there');
		rehearsal.setOverwrite(channels.dailyDigest, roles.bot, {});
		await expect.poll(async () => read(await set())).toContain('The digest is set');
	});

	it('refuses to ping everyone', async () => {
		expect(read(await set({ role: rehearsal.guild.roles.everyone }))).toContain('not @everyone');
	});

	it('is for those who may manage the server', async () => {
		await expect(set({}, rehearsal.guild.members.outsider)).rejects.toThrow();
	});

	it('offers zones with the time they have, and days', async () => {
		const options = { channel: rehearsal.guild.channels.general, time: '8pm', timezone: 'kathm' };
		const memberId = rehearsal.guild.members.owner;
		const zones = await rehearsal.interact({
			kind: 'autocomplete',
			name: 'digest set',
			options,
			focused: 'timezone',
			memberId,
		});
		expect(zones.choices?.[0]).toMatchObject({ value: 'Asia/Kathmandu' });
		const topics = await rehearsal.interact({
			kind: 'autocomplete',
			name: 'digest set',
			options: { ...options, timezone: 'UTC', topics: 'Ferries, -foo' },
			focused: 'topics',
			memberId,
		});
		expect(topics.choices?.[0]).toMatchObject({ value: 'Ferries, -Football' });
	});
});

describe('/digest preview and now', () => {
	it('shows only the one who asks what is then posted, word for word', async () => {
		await set({ topics: '-football' });
		arrive();
		const preview = await run('digest preview');
		expect(preview.ephemeral).toBe(true);
		const shown = read(preview);
		expect(shown).toContain('Harbour of Port Ellery');
		expect(shown).toContain('“Nobody repairs a pier in the middle of a winter storm,”');
		expect(shown).not.toContain('Football Club Moves');
		expect(posts()).toHaveLength(0);
		const now = await run('digest now');
		expect(read(now)).toContain('Today’s digest is posted');
		expect(posts().map((message) => read({ message }))).toEqual([shown]);
	});

	it('counts as the day’s, so that nothing is posted at its time, and gives an extra one when asked again', async () => {
		const before = posts().length;
		await set();
		await run('digest now');
		clock += 11 * hour;
		await digests.tick();
		await digests.idle();
		expect(posts()).toHaveLength(before + 1);
		expect(read(await run('digest now'))).toContain('An extra digest is posted');
		expect(posts()).toHaveLength(before + 2);
		expect(read(await run('digest now', { as: 'today' }))).toContain('has been posted or settled already');
	});

	it('never comes twice in a day, however the settings are changed', async () => {
		await set({ time: '10:05' });
		const before = posts().length;
		clock += 6 * minute;
		await digests.tick();
		await digests.idle();
		expect(posts()).toHaveLength(before + 1);
		for (const change of [
			{ time: '11:00' },
			{ timezone: 'Asia/Tokyo', time: '22:00' },
			{ timezone: 'Pacific/Honolulu', time: '3:00' },
		]) {
			await set(change);
			for (let step = 0; step < 12; step++) {
				clock += 15 * minute;
				await digests.tick();
				await digests.idle();
			}
		}
		expect(posts()).toHaveLength(before + 1);
	});
});

describe('/digest pause, resume, stop and show', () => {
	it('pauses and goes on with everything kept', async () => {
		await set({ length: 'short' });
		const before = posts().length;
		expect(read(await run('digest pause'))).toMatch(/Paused by a manager/u);
		clock += 10 * hour + minute;
		await digests.tick();
		await digests.idle();
		expect(posts()).toHaveLength(before);
		const shown = read(await run('digest resume'));
		expect(shown).toContain('The digest goes on');
		expect(shown).toContain('short (3 articles)');
		await digests.tick();
		await digests.idle();
		expect(posts()).toHaveLength(before);
	});

	it('says clearly where there is none', async () => {
		expect(read(await run('digest show'))).toContain('Set one up with /digest set');
	});

	it('stops, and tells how to set it up again', async () => {
		await set();
		const stopped = await run('digest stop');
		expect(read(stopped)).toContain('time:20:00 timezone:UTC');
		expect(read(await press('Set it up again', stopped.message, rehearsal.guild.members.owner))).toContain(
			'The digest is set',
		);
	});
});

describe('/digest why', () => {
	it('names a reason for each article, and for a day that has none yet', async () => {
		await archive.put([inventedRecord({ ...ferry, id: `new${clock}`, headline: 'Late Ferry Found' })]);
		arrive();
		await set({ topics: '-football' });
		expect(read(await run('digest why'))).toContain('It is not due yet.');
		expect(read(await run('digest why'))).toMatch(/1 article: in the digest\n-+\n• Late Ferry Found/u);
		clock += 10 * hour + minute;
		await digests.tick();
		await digests.idle();
		await archive.put([inventedRecord({ ...ferry, id: `newer${clock}`, headline: 'Ferry Sold' })]);
		archive.database.run(
			"UPDATE articles SET added = ? WHERE headline = 'Ferry Sold'",
			new Date(clock + 1).toISOString(),
		);
		const shown = read(await run('digest why'));
		expect(shown).toContain('It was posted.');
		expect(shown).toMatch(/1 article: in the digest\n-+\n• Late Ferry Found/u);
		expect(shown).toMatch(/left out: an earlier digest had it\n-+\n(?:• .*\n)*• Harbour of Port Ellery/u);
		expect(shown).toMatch(
			/1 article: left out: it is on a topic that is to be left out\n-+\n• Football Club Moves/u,
		);
		expect(shown).toMatch(/1 article: not in it: it came in later\n-+\n• Ferry Sold/u);
		expect(read(await run('digest why', { date: 'yesterday' }))).toContain(
			'No digest was set up for that day.',
		);
		expect(read(await run('digest why', { date: '2031-02-30' }))).toContain('no date that I understand');
	});
});

describe('under the digest', () => {
	it('a button shows all of it and what was left out, to each member alone', async () => {
		const post = posts().find((message) => JSON.stringify(message.components).includes('All of it')) ?? null;
		const outcome = await press('All of it, and what was left out', post, rehearsal.guild.members.outsider);
		expect(outcome.ephemeral).toBe(true);
		expect(read(outcome)).toContain('Football Club Moves');
		expect(read(outcome)).toContain('left out: it is on a topic that is to be left out');
	});

	it('a button gives the role that is pinged, and takes it back', async () => {
		const { guild } = rehearsal;
		const { member } = guild.members;
		expect(read(await run('notify', {}, member))).toContain('pings nobody');
		const confirmed = read(await set({ role: guild.roles.readers }));
		const first = await run('notify', {}, member);
		if (confirmed.includes('Members can opt in')) {
			expect(read(first)).toMatch(/Manage Roles|stands above/u);
			return;
		}
		expect(first.ephemeral).toBe(true);
		expect(read(first)).toContain('pinged');
	});
});
