import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { inventedRecord } from '../library/invented.ts';
import { type FollowServer, hour, openServer, read, said } from './server.ts';

let server: FollowServer;
beforeEach(async () => {
	server = await openServer();
});

const followAda = (options = {}, where = {}) =>
	server.run('follow speaker', { speaker: 'quillon', pace: 'at once', ...options }, where);

describe('a member who follows a speaker', () => {
	it('is told of what they say from then on, word for word, and of nothing before it', async () => {
		const outcome = await followAda();
		expect(read(outcome.message)).toContain('You follow: Ada Quillon');
		expect(outcome.ephemeral).toBe(true);
		expect(server.inbox()).toHaveLength(1);
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(1);
		await server.arrive([
			said('one', 'Ada Quillon', 'We dig in spring'),
			said('two', 'Bo Larsen', 'We do not'),
		]);
		await server.follows.tick();
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
		const text = read(server.inbox()[1]);
		expect(text).toContain('“We dig in spring”');
		expect(text).toContain('Headline of one');
		expect(text).toContain('1 new quote in 1 article');
		expect(text).not.toContain('We do not');
		expect(text).not.toContain('nine winters');
	});

	it('is told whom and what it took for a name that was typed with a slip', async () => {
		const speaker = await followAda({ speaker: 'Quilon' });
		expect(read(speaker.message)).toContain('No speaker called Quilon; following Ada Quillon instead.');
		const topic = await server.run('follow topic', { topic: 'tunels' });
		expect(read(topic.message)).toContain('No topic called tunels; following Tunnels instead.');
		for (const name of ['quill', 'ada quillon'])
			expect(read((await followAda({ speaker: name })).message)).not.toContain('instead');
		expect(read((await server.run('follow topic', { topic: 'tunn' })).message)).not.toContain('instead');
	});

	it('costs Discord no request where nothing that arrived is for them', async () => {
		await followAda();
		await server.arrive([said('one', 'Bo Larsen', 'We do not')]);
		const before = server.rehearsal.requests().length;
		await server.follows.tick();
		expect(server.rehearsal.requests()).toHaveLength(before);
		await server.arrive([said('two', 'Ada Quillon', 'We dig in spring')]);
		await server.follows.tick();
		expect(server.rehearsal.requests().length).toBeGreaterThan(before);
	});

	it('gets one message for everything that they follow and that came together', async () => {
		await followAda();
		await server.run('follow topic', { topic: 'tunnels', pace: 'at once' });
		await server.arrive([
			said('one', 'Ada Quillon', 'We dig in spring'),
			said('two', 'Ada Quillon', 'We dig in autumn'),
			said('three', 'Ivo Tann', 'We sail', ['Tunnels']),
		]);
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
		const text = read(server.inbox()[1]);
		expect(text).toContain('2 new quotes in 2 articles');
		expect(text).toContain('Headline of three');
	});

	it('is told of a topic by the key phrases of an article whose page names no topics', async () => {
		const paragraphs = [
			'The seed library of Arle lends two hundred kinds of seed.',
			'Whoever takes from the seed library brings seed back in autumn.',
		];
		await server.arrive([{ id: 'first', paragraphs }]);
		const { choices = [] } = await server.rehearsal.interact({
			kind: 'autocomplete',
			name: 'follow topic',
			focused: 'topic',
			options: { topic: 'seed lib' },
		});
		expect(choices.map(({ name }) => name)).toEqual([expect.stringContaining('seed library')]);
		await server.run('follow topic', { topic: 'seed library', pace: 'at once' });
		await server.arrive([
			{ id: 'second', headline: 'More to Lend', paragraphs },
			{ id: 'third', headline: 'No Seeds', paragraphs: ['The pier is shut.'] },
		]);
		await server.follows.tick();
		const text = read(server.inbox()[1]);
		expect(text).toContain('More to Lend');
		expect(text).not.toContain('No Seeds');
	});

	it('is told once a day, at the hour at which they asked, where they left it at that', async () => {
		await followAda({ pace: 'daily' });
		await server.arrive([said('one', 'Ada Quillon', 'We dig in spring')]);
		server.clock += 23 * hour;
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(1);
		server.clock += hour;
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
		await server.arrive([said('two', 'Ada Quillon', 'We dig in autumn')]);
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
		// The bot was off for some days.
		server.clock += 74 * hour;
		await server.follows.tick();
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(3);
		expect(read(server.inbox()[2])).toContain('We dig in autumn');
	});

	it('is told again of nothing that was removed and came back', async () => {
		await followAda();
		const sources = server.archive.sources({ shelf: null, kind: 'tests' });
		const state = { name: 'one', size: 1, modified: 1, sha256: null, reader: 'tests' };
		const one = inventedRecord(said('one', 'Ada Quillon', 'We dig in spring'));
		await sources.put([one], state);
		await server.follows.tick();
		await sources.remove('one');
		const before = await server.archive.digests.lastArrival();
		await sources.put([one], state);
		expect(await server.archive.digests.lastArrival()).toBeGreaterThan(before);
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
	});

	it('ends it by the button in any message, also in direct messages', async () => {
		await followAda();
		await server.run('follow topic', { topic: 'tunnels' });
		await server.arrive([said('one', 'Ada Quillon', 'We dig in spring')]);
		await server.follows.tick();
		const stopped = await server.press('Stop following Ada Quillon', server.inbox()[1]);
		expect(read(stopped.message)).toContain('You no longer follow Ada Quillon');
		expect(read(stopped.message)).toContain('Tunnels');
		const twice = await server.press('Stop following Ada Quillon', server.inbox()[1]);
		expect(read(twice.message)).toContain('You do not follow that any more');
		await server.press('Stop all', server.inbox()[0]);
		expect(await server.follows.service.list(server.guild.members.member)).toEqual([]);
		await server.arrive([said('two', 'Ada Quillon', 'We dig in autumn')]);
		server.clock += 25 * hour;
		await server.follows.tick();
		expect(server.inbox()).toHaveLength(2);
	});

	it('cannot end what somebody else follows', async () => {
		await followAda();
		const [one] = await server.follows.service.list(server.guild.members.member);
		const { outsider } = server.guild.members;
		const forged = await server.run('follow stop', { which: String(one?.id) }, { memberId: outsider });
		expect(read(forged.message)).toContain('You do not follow that any more');
		expect(await server.follows.service.list(server.guild.members.member)).toHaveLength(1);
	});
});

describe('closed direct messages', () => {
	it('are noticed when somebody begins to follow something, with what can be done', async () => {
		server.rehearsal.setDirectMessages(server.guild.members.member, false);
		const outcome = await followAda();
		expect(read(outcome.message)).toContain('Your direct messages are closed to me');
		expect(read(outcome.message)).toContain('a thread of your own with where');
		expect(await server.follows.service.list(server.guild.members.member)).toEqual([]);
	});

	it('end what was followed there, once, and /follow list says so', async () => {
		await followAda();
		server.rehearsal.setDirectMessages(server.guild.members.member, false);
		await server.arrive([said('one', 'Ada Quillon', 'We dig in spring')]);
		await server.follows.tick();
		expect(read((await server.run('follow list')).message)).toContain(
			'ended: your direct messages were closed to me',
		);
		const requests = server.rehearsal.requests().length;
		await server.arrive([said('two', 'Ada Quillon', 'We dig in autumn')]);
		await server.follows.tick();
		const after = server.rehearsal.requests().slice(requests);
		expect(after.filter(({ path }) => path.startsWith('/channels/'))).toEqual([]);
		server.rehearsal.setDirectMessages(server.guild.members.member, true);
		await followAda();
		await server.arrive([said('three', 'Ada Quillon', 'We dig')]);
		await server.follows.tick();
		expect(read(server.inbox().at(-1))).toContain('“We dig”');
	});
});

describe('a thread of one’s own', () => {
	const threads = () => server.rehearsal.snapshot(server.guild.members.owner).guilds[0]?.threads ?? [];

	it('is private, one for all that is followed in a server, and notifies its member alone', async () => {
		await followAda({ where: 'thread' });
		await server.run('follow topic', { topic: 'tunnels', pace: 'at once', where: 'thread' });
		expect(threads()).toHaveLength(1);
		expect(threads()[0]?.type).toBe(12);
		await server.arrive([said('one', 'Ada Quillon', 'We dig <@1100000000000000010> @everyone in spring')]);
		await server.follows.tick();
		const messages = server.rehearsal.messages(threads()[0]?.id ?? '');
		expect(messages.at(-1)?.rehearsal.pings).toEqual({
			everyone: false,
			users: [server.guild.members.member],
			roles: [],
		});
		expect(server.inbox()).toEqual([]);
	});

	it('that was deleted ends what was followed there', async () => {
		await followAda({ where: 'thread' });
		server.rehearsal.removeChannel(threads()[0]?.id ?? '');
		await server.arrive([said('one', 'Ada Quillon', 'We dig in spring')]);
		await server.follows.tick();
		expect(read((await server.run('follow list')).message)).toContain(
			'I could no longer write in the thread',
		);
	});

	it('cannot be had outside a server, or where the bot may open none', async () => {
		const direct = await followAda({ where: 'thread' }, { inDirectMessage: true });
		expect(read(direct.message)).toContain('A thread of your own needs a server');
		const { channels, roles } = server.guild;
		server.rehearsal.setOverwrite(channels.general, roles.bot, {
			deny: PermissionFlagsBits.CreatePrivateThreads,
		});
		expect(read((await followAda({ where: 'thread' })).message)).toContain('Create Private Threads');
	});
});

describe('what is seen', () => {
	it('is the shelf of the server where it was set up, and the shared one, as long as one is a member', async () => {
		const { member, outsider } = server.guild.members;
		await followAda();
		await followAda({}, { memberId: outsider, inDirectMessage: true });
		await server.arrive([said('ours', 'Ada Quillon', 'Only here')], server.guild.id);
		await server.arrive([said('all', 'Ada Quillon', 'For everybody')]);
		await server.follows.tick();
		expect(read(server.inbox(member).at(-1))).toContain('Only here');
		expect(read(server.inbox(member).at(-1))).toContain('For everybody');
		expect(read(server.inbox(outsider).at(-1))).toContain('For everybody');
		expect(read(server.inbox(outsider).at(-1))).not.toContain('Only here');
		// They may still be written to, since they have installed the bot.
		server.rehearsal.setUserInstall(member, true);
		server.rehearsal.removeMember(server.guild.id, member);
		await server.arrive([said('later', 'Ada Quillon', 'Not for those who left')], server.guild.id);
		await server.follows.tick();
		expect(read(server.inbox(member).at(-1))).not.toContain('Not for those who left');
		const [one] = await server.follows.service.list(member);
		expect(one?.ended).toBe('left');
	});
});

describe('/follow', () => {
	it('says which speakers may be meant, and what is not there', async () => {
		await server.arrive([said('one', 'Ann Larsen', 'We sail')]);
		const several = await server.run('follow speaker', { speaker: 'larsen' });
		expect(read(several.message)).toContain('may be several people');
		expect(read((await server.run('follow speaker', { speaker: 'zzz' })).message)).toContain('No speaker');
		expect(read((await server.run('follow topic', { topic: 'zzz' })).message)).toContain('No topic');
		expect(server.inbox()).toEqual([]);
	});

	it('takes a bounded number of things', async () => {
		await server.arrive([
			said(
				'many',
				'Ada Quillon',
				'We dig',
				Array.from({ length: 21 }, (_, n) => `Topic ${n}`),
			),
		]);
		for (let n = 0; n < 20; n++) await server.run('follow topic', { topic: `Topic ${n}` });
		expect(read((await server.run('follow topic', { topic: 'Topic 20' })).message)).toContain(
			'You follow 20 already, which is the most',
		);
		const list = read((await server.run('follow list')).message);
		expect(list).toContain('You follow 20 things');
		expect(list).not.toContain('shortened');
		const { choices = [] } = await server.rehearsal.interact({
			kind: 'autocomplete',
			name: 'follow stop',
			focused: 'which',
			options: { which: 'topic 1' },
		});
		expect(choices.length).toBeGreaterThan(10);
		// Everything comes, in as many messages as it needs.
		server.clock += 25 * hour;
		const topics = Array.from({ length: 20 }, (_, n) => `Topic ${n}`);
		await server.arrive([said('all', 'Bo Larsen', 'We sail', topics)]);
		for (let times = 0; times < 6; times++) await server.follows.tick();
		const texts = server.inbox().slice(1).map(read);
		expect(texts).toHaveLength(4);
		for (const one of topics)
			expect(texts.filter((text) => new RegExp(`${one}\\n`, 'u').test(text))).toHaveLength(1);
	});
});
