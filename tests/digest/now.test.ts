import { describe, expect, it } from 'vitest';
import { inventedRecord } from '../library/invented.ts';
import { read, useServer } from './server.ts';
import { ferry, hour, minute } from './setup.ts';

const server = useServer();

/** Has the day's digest, or another one, posted as a manager does: asked first. */
async function postNow(label: string) {
	const asked = await server.run('digest now');
	expect(asked.ephemeral).toBe(true);
	return server.press(label, asked.message);
}

describe('/digest preview and now', () => {
	it('shows only the one who asks what is then posted, word for word, and asks before it posts', async () => {
		await server.set({ topics: '-football' });
		server.arrive();
		const preview = await server.run('digest preview');
		expect(preview.ephemeral).toBe(true);
		const shown = read(preview);
		expect(shown).toContain('Harbour of Port Ellery');
		expect(shown).toContain('“Nobody repairs a pier in the middle of a winter storm”');
		expect(shown).not.toContain('Football Club Moves');
		const asked = await server.run('digest now');
		expect(read(asked)).toContain('Post the digest now?');
		expect(read(asked)).toMatch(/2 new articles\. Nobody is pinged/u);
		expect(server.posts()).toHaveLength(0);
		expect(read(await server.press('Post as today’s', asked.message))).toContain('Today’s digest is posted');
		expect(server.posts().map((message) => read({ message }))).toEqual([shown]);
	});

	it('counts as the day’s, so that nothing is posted at its time, and gives an extra one when asked again', async () => {
		const before = server.posts().length;
		await server.set();
		await postNow('Post as today’s');
		server.clock += 11 * hour;
		await server.tick();
		expect(server.posts()).toHaveLength(before + 1);
		const asked = await server.run('digest now');
		expect(read(asked)).not.toContain('Post as today’s');
		expect(read(await server.press('Post it', asked.message))).toContain('An extra digest is posted');
		expect(server.posts()).toHaveLength(before + 2);
		const why = read(await server.run('digest why'));
		expect(why).toMatch(/^An extra digest\. A manager had it posted\./mu);
	});

	it('posts two extra ones within a minute, and one where a button is pressed twice', async () => {
		await server.set();
		const before = server.posts().length;
		await postNow('Post an extra one');
		const asked = await server.run('digest now');
		await Promise.all([1, 2].map(() => server.press('Post an extra one', asked.message)));
		expect(server.posts()).toHaveLength(before + 2);
		expect(
			await server.store.entries(server.guild.id, new Date(server.clock).toISOString().slice(0, 10)),
		).toHaveLength(2);
	});

	it('offers only an extra one on a day that has no digest, and while it is paused', async () => {
		const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
		await server.set({ days: weekday.format(server.clock + 24 * hour) });
		const before = server.posts().length;
		const asked = await server.run('digest now');
		expect(read(asked)).not.toContain('As today’s');
		expect(read(await server.press('Post it', asked.message))).toContain('An extra digest is posted');
		expect(server.posts()).toHaveLength(before + 1);
		await server.set({ days: 'every day' });
		await server.run('digest pause');
		expect(read(await server.run('digest now'))).not.toContain('As today’s');
	});

	it('says of a day’s digest that has come meanwhile that it has', async () => {
		await server.set({ time: '10:05' });
		const asked = await server.run('digest now');
		server.clock += 6 * minute;
		await server.tick();
		const before = server.posts().length;
		expect(read(await server.press('Post as today’s', asked.message))).toContain('has come already');
		expect(server.posts()).toHaveLength(before);
	});

	it('is not what is offered first for what begins with "dig"', async () => {
		const digest = server.rehearsal.snapshot().commands.find(({ name }) => name === 'digest');
		expect(digest?.options?.map(({ name }) => name)).toEqual([
			'set',
			'show',
			'preview',
			'now',
			'pause',
			'resume',
			'stop',
			'why',
		]);
	});

	it('is posted at its time although Discord answers with 401 once, and so is the next day’s', async () => {
		await server.set({ time: '10:05' });
		const before = server.posts().length;
		server.rehearsal.fault({ kind: 'requests', method: 'POST', route: '/messages', effect: { status: 401 } });
		server.clock += 6 * minute;
		await server.tick();
		expect(server.posts()).toHaveLength(before + 1);
		server.clock += 24 * hour;
		await server.tick();
		expect(server.posts()).toHaveLength(before + 2);
	});

	it('never comes twice in a day, however the settings are changed', async () => {
		await server.set({ time: '10:05' });
		const before = server.posts().length;
		server.clock += 6 * minute;
		await server.tick();
		expect(server.posts()).toHaveLength(before + 1);
		for (const change of [
			{ time: '11:00' },
			{ timezone: 'Asia/Tokyo', time: '22:00' },
			{ timezone: 'Pacific/Honolulu', time: '3:00' },
		]) {
			await server.set(change);
			for (let step = 0; step < 12; step++) {
				server.clock += 15 * minute;
				await server.tick();
			}
		}
		expect(server.posts()).toHaveLength(before + 1);
	});
});

describe('/digest why', () => {
	it('names a reason for each article, and for a day that has none yet', async () => {
		const { archive } = server;
		await archive.put([inventedRecord({ ...ferry, id: `new${server.clock}`, headline: 'Late Ferry Found' })]);
		server.arrive();
		await server.set({ topics: '-football' });
		expect(read(await server.run('digest why'))).toContain('It is not due yet.');
		expect(read(await server.run('digest why'))).toMatch(
			/1 article · in the digest\n-+\n• Late Ferry Found/u,
		);
		server.clock += 10 * hour + minute;
		await server.tick();
		await archive.put([inventedRecord({ ...ferry, id: `newer${server.clock}`, headline: 'Ferry Sold' })]);
		server.change(
			"UPDATE articles SET added = ? WHERE headline = 'Ferry Sold'",
			new Date(server.clock + 1).toISOString(),
		);
		const shown = read(await server.run('digest why'));
		expect(shown).toContain('It was posted.');
		expect(shown).toMatch(/1 article · in the digest\n-+\n• Late Ferry Found/u);
		expect(shown).toMatch(/left out: an earlier digest had it\n-+\n(?:• .*\n)*• Harbour of Port Ellery/u);
		expect(shown).toMatch(/1 article · left out: it is on a topic that you leave out\n-+\n• Football Club/u);
		expect(shown).toMatch(/1 article · not in it: it was added later\n-+\n• Ferry Sold/u);
		const long = read(await server.run('digest why', { date: '2020-01-01' }));
		expect(long).toContain('No digest was set up for that day.');
		expect(read(await server.run('digest why', { date: 'yesterday' }))).toContain('Daily digest · why');
		expect(read(await server.run('digest why', { date: '2031-02-30' }))).toContain('not a date that I know');
	});

	it('over an extra digest of a day without a daily one says when the daily one begins', async () => {
		server.arrive();
		await server.set({ time: '0:05' });
		server.change('UPDATE digest_settings SET first = ?', '2031-12-31');
		await postNow('Post it');
		const shown = read(await server.run('digest why'));
		expect(shown).toContain('As it is set now, the daily digest begins on 31 December.');
		expect(shown).toContain('An extra digest. A manager had it posted.');
		expect(shown).not.toContain('No digest was set up');
	});
});

describe('/today', () => {
	it('says that articles were added lately, which need not be new, and lists them by date', async () => {
		server.arrive();
		server.change("UPDATE articles SET added = '2020' WHERE headline IN ('Ferry Sold', 'Late Ferry Found')");
		server.change('UPDATE articles SET moment = ? WHERE id = ?', 1, 'harbour');
		const shown = read(await server.run('today', {}, server.guild.members.member));
		expect(shown).toContain('3 articles added in the last day');
		expect(shown).not.toContain('new article');
		expect(shown).toContain('By date of publication, the newest first.');
		expect(shown.indexOf('Harbour of Port')).toBeGreaterThan(shown.indexOf('Night Ferry'));
	});

	it('shows under a digest all that it had and left out, to each member alone', async () => {
		await server.archive.put([inventedRecord({ ...ferry, id: 'left', topics: ['Football'] })]);
		await server.archive.put([inventedRecord({ ...ferry, id: 'kept', headline: 'Ferry Kept' })]);
		server.arrive();
		server.change("UPDATE articles SET added = '2020' WHERE id NOT IN ('ball', 'left', 'kept')");
		await server.set({ topics: '-football' });
		server.change('DELETE FROM digest_articles');
		await postNow('Post as today’s');
		const post = server.posts().at(-1) ?? null;
		const outcome = await server.press('See all 3 articles', post, server.guild.members.outsider);
		expect(outcome.ephemeral).toBe(true);
		expect(read(outcome)).toContain('Ferry Kept');
		expect(read(outcome)).toContain('left out: it is on a topic that you leave out');
	});
});
