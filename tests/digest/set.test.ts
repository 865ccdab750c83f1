import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { read, useServer } from './server.ts';
import { hour, minute } from './setup.ts';

const server = useServer();

describe('/digest set', () => {
	it('confirms what is set with the next three times, to the manager alone', async () => {
		const outcome = await server.set({ days: 'tue, fri', topics: 'harbours, -football', length: 'short' });
		const shown = read(outcome);
		expect(outcome.ephemeral).toBe(true);
		expect(shown).toContain('The digest is set');
		expect(shown).toContain('Time: 20:00, Tuesdays and Fridays, UTC');
		expect(shown).toContain('Topics: harbours first; without football');
		expect(shown).toContain('On quiet days: one line');
		expect(shown.match(/^• .* at 20:00 · /gmu)).toHaveLength(3);
	});

	it('shows it to everybody where that is wanted', async () => {
		expect((await server.set({ private: false })).ephemeral).toBe(false);
	});

	it('changes one setting alone, and keeps every other', async () => {
		await server.set({
			days: 'weekends, mon',
			topics: 'harbours, -football',
			length: 'long',
			role: server.guild.roles.readers,
			articles: 'apart',
			quiet: 'silent',
		});
		const before = await server.settings();
		const { general } = server.guild.channels;
		for (const [given, changed] of [
			[{ time: '9:15' }, { time: '09:15' }],
			[{ length: 'short' }, { length: 'short' }],
			[{ quiet: 'line' }, { quiet: 'line' }],
			[{ topics: 'all' }, { follow: [], leaveOut: [] }],
			[{ days: 'every day' }, { days: 127 }],
			[{ timezone: 'Tokyo' }, { zone: 'Asia/Tokyo' }],
			[{ articles: 'together' }, { apart: false }],
			[{ channel: general }, { channel: general }],
		] as const) {
			await restore(before);
			expect(read(await server.run('digest set', given))).toContain('The digest is changed');
			expect(await server.settings()).toMatchObject({
				...before,
				setAt: expect.any(Number),
				first: expect.any(String),
				...changed,
			});
		}
	});

	it('says so where nothing was given to change, and what is needed where there is no digest', async () => {
		expect(read(await server.run('digest set'))).toMatch(
			/No digest yet.*give a channel and a time such as 08:30/su,
		);
		expect(read(await server.run('digest set', { time: '8pm' }))).toMatch(/give a channel\./u);
		await server.set();
		expect(read(await server.run('digest set'))).toContain('Nothing was changed');
	});

	it('does not bring today’s digest forward or back where only its looks are changed', async () => {
		await server.set({ time: '10:00' });
		const before = await server.settings();
		await server.run('digest set', { length: 'long' });
		expect((await server.settings())?.first).toBe(before?.first);
	});

	it('guesses the zone from the language at first, and says so', async () => {
		const { foreigner } = server.guild.members;
		server.rehearsal.setMemberRoles(server.guild.id, foreigner, [server.guild.roles.managers]);
		const given = { channel: server.guild.channels.general, time: '8pm' };
		expect(read(await server.run('digest set', given, foreigner))).toContain(
			'Europe/Berlin is guessed from your language',
		);
	});

	it('says that an offset has no summer time', async () => {
		expect(read(await server.set({ timezone: 'UTC+3' }))).toContain('UTC+3 has no summer time');
		expect((await server.settings())?.zone).toBe('+03:00');
	});

	it('says which topics no article has, and which could be meant', async () => {
		const shown = read(await server.set({ topics: 'elephants, Feries, -football' }));
		expect(shown).toContain('No article has the topic elephants so far.');
		expect(shown).toContain('No article has the topic Feries so far. Did you mean Ferries?');
		expect(shown).not.toMatch(/the topic football/u);
	});

	it.each([
		[{ time: '25:00' }, /time 25:00 is not clear.*08:30/su],
		[{ timezone: 'Berlni' }, /Did you mean Europe\/Berlin/u],
		[{ timezone: 'Kestermouth' }, /no time zone called Kestermouth.*Type a city/su],
		[{ days: 'Funday' }, /no day called funday/u],
		[{ topics: Array.from({ length: 25 }, (_, n) => `t${n}`).join(',') }, /at most 20/u],
		[{ topics: `climate, ${'x'.repeat(101)}` }, /topic is too long/u],
	])('refuses %j in one sentence', async (options, sentence) => {
		const outcome = await server.set(options);
		expect(read(outcome)).toMatch(sentence);
		expect(outcome.ephemeral).toBe(true);
		expect(await server.settings()).toBeNull();
	});

	it('says at once which permission is missing in the channel', async () => {
		const { channels, roles } = server.guild;
		const deny = PermissionFlagsBits.SendMessages;
		server.rehearsal.setOverwrite(channels.dailyDigest, roles.bot, { deny });
		await expect
			.poll(async () => read(await server.set()))
			.toContain('ive me the permission Send Messages there');
		server.rehearsal.setOverwrite(channels.dailyDigest, roles.bot, {});
		await expect.poll(async () => read(await server.set())).toContain('The digest is set');
	});

	it('is for those who may manage the server', async () => {
		await expect(server.set({}, server.guild.members.outsider)).rejects.toThrow();
	});

	it('offers zones with their current time, and topics after those already typed', async () => {
		const options = { channel: server.guild.channels.general, time: '8pm', timezone: 'kathm' };
		const asked = {
			kind: 'autocomplete',
			name: 'digest set',
			memberId: server.guild.members.owner,
		} as const;
		const zones = await server.rehearsal.interact({ ...asked, options, focused: 'timezone' });
		expect(zones.choices?.[0]).toMatchObject({ value: 'Asia/Kathmandu' });
		const given = { ...options, timezone: 'UTC', topics: 'Ferries, -foo' };
		const topics = await server.rehearsal.interact({ ...asked, options: given, focused: 'topics' });
		expect(topics.choices?.[0]).toMatchObject({ value: 'Ferries, -Football' });
	});
});

describe('/digest pause and resume', () => {
	it('pause and resume with everything kept', async () => {
		await server.set({ length: 'short' });
		const before = server.posts().length;
		const paused = await server.run('digest pause');
		expect(read(paused)).toMatch(/Paused by a manager/u);
		expect(read(paused)).toContain('If resumed, next posts');
		server.clock += 10 * hour + minute;
		await server.tick();
		expect(server.posts()).toHaveLength(before);
		const shown = read(await server.press('Resume', paused.message));
		expect(shown).toContain('The digest is resumed');
		expect(shown).toContain('short, up to 3 articles');
		await server.tick();
		expect(server.posts()).toHaveLength(before);
	});

	it('stays paused where a setting is changed, by a button too, and says so', async () => {
		await server.set({ role: server.guild.roles.readers });
		const paused = await server.run('digest pause');
		const shown = read(await server.press('Ping nobody', paused.message));
		expect(shown).toContain('Pings: nobody');
		expect(shown).toContain('It is still paused');
		expect(await server.settings()).toMatchObject({ role: null, paused: 'asked' });
		await server.run('digest set', { channel: server.guild.channels.general });
		expect(await server.settings()).toMatchObject({ paused: 'asked' });
	});

	it('is resumed by another channel where the bot itself had paused it', async () => {
		await server.set();
		await server.store.pause(server.guild.id, 'channel-gone');
		await server.run('digest set', { length: 'long' });
		expect(await server.settings()).toMatchObject({ paused: 'channel-gone' });
		await server.run('digest set', { channel: server.guild.channels.general });
		expect(await server.settings()).toMatchObject({ paused: null });
	});
});

describe('/digest show and stop', () => {
	it('say clearly where there is none', async () => {
		expect(read(await server.run('digest show'))).toMatch(/No digest yet.*et one up with \/digest set/su);
	});

	it('give the outcome of the last one', async () => {
		await server.set();
		const asked = await server.run('digest now');
		await server.press('Post as today’s', asked.message);
		const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
		expect(read(await server.run('digest show'))).toContain(
			`Last digest: ${day.format(server.clock)}, posted by a manager · See it`,
		);
	});

	it('stop only when that is confirmed', async () => {
		await server.set();
		const asked = await server.run('digest stop');
		expect(read(asked)).toContain('Stop the digest?');
		expect(await server.settings()).not.toBeNull();
		expect(read(await server.press('Keep it', asked.message))).toContain('The digest of');
		expect(await server.settings()).not.toBeNull();
		const again = await server.run('digest stop');
		expect(read(await server.press('Stop it', again.message))).toContain('The digest is stopped');
		expect(await server.settings()).toBeNull();
	});

	it('set everything up again as it was', async () => {
		await server.set({
			timezone: 'UTC+5:30',
			days: 'weekends, mon',
			topics: 'harbours, -football, elephants of the far north, -nothing in particular',
			length: 'long',
			role: server.guild.roles.readers,
			articles: 'apart',
			quiet: 'silent',
		});
		const before = await server.settings();
		const asked = await server.run('digest stop');
		const stopped = await server.press('Stop it', asked.message);
		expect(read(await server.press('Set it up again', stopped.message))).toContain('The digest is set');
		const anything = { setAt: expect.any(Number), covered: null };
		expect(await server.settings()).toEqual({ ...before, ...anything });
	});
});

async function restore(settings: Awaited<ReturnType<typeof server.settings>>): Promise<void> {
	if (settings) await server.store.putSettings({ ...settings, setBy: settings.setBy ?? '' });
}
