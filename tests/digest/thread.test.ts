import type { OptionValue } from 'discord-rehearsal';
import { describe, expect, it } from 'vitest';
import { inventedRecord } from '../library/invented.ts';
import { read, useServer } from './server.ts';
import { harbour } from './setup.ts';

const server = useServer();

/** Posts today's digest with an article a post, in the forum or as threads, and gives the one about the harbour. */
async function threadOf(channel: string): Promise<string> {
	await server.set({ channel, articles: 'apart' });
	server.arrive();
	server.change('DELETE FROM digest_articles');
	const asked = await server.run('digest now');
	await server.press('Post as today’s', asked.message);
	await server.tick();
	const { threads } = server.rehearsal.snapshot(server.guild.members.owner).guilds[0] ?? { threads: [] };
	const thread = threads.find(
		({ name, parent_id: parent }) => name === harbour.headline && parent === channel,
	);
	if (!thread) throw new Error('There is no thread about the harbour.');
	return thread.id;
}

const ask = async (channelId: string, name: string, options: Record<string, OptionValue> = {}) =>
	server.rehearsal.interact({ kind: 'command', name, options, channelId, until: 'answered' });

describe.each(['forum', 'dailyDigest'] as const)('in the thread of an article in %s', (where) => {
	it('that article is meant unless another is given, also after a restart', async () => {
		const thread = await threadOf(server.guild.channels[where]);
		await server.restart();
		for (const name of ['article', 'quotes', 'topics', 'comments'])
			expect(read(await ask(thread, name))).toContain(harbour.headline);
		expect(read(await ask(thread, 'quotes', { speaker: 'larsen' }))).toContain('Bo Larsen');
		expect(read(await ask(thread, 'article', { article: 'football' }))).toContain('Football Club Moves');
		const everywhere = await ask(thread, 'quotes', { article: 'all' });
		expect(read(everywhere)).toContain('Who said what');
		expect(read(await server.press('Topics', everywhere.message))).toContain('All articles');
		const { general } = server.guild.channels;
		expect(read(await ask(general, 'quotes'))).toContain('Who said what');
	});

	it('its speakers, topics and all articles are offered', async () => {
		const thread = await threadOf(server.guild.channels[where]);
		const offered = async (name: string, focused: string) =>
			(
				await server.rehearsal.interact({ kind: 'autocomplete', name, focused, channelId: thread })
			).choices?.map(({ name: shown }) => shown);
		expect(await offered('quotes', 'speaker')).toEqual(['Ada Quillon · 2 quotes', 'Bo Larsen · 1 quote']);
		expect((await offered('topics', 'topic'))?.join()).not.toContain('Football');
		expect(await offered('quotes', 'article')).toContain('All articles');
	});

	it('says so where the article is gone', async () => {
		const thread = await threadOf(server.guild.channels[where]);
		await server.archive.threads.put(thread, 'gone');
		const gone = await ask(thread, 'article');
		expect(read(gone)).toContain('The article of this thread is no longer in the library');
		await server.archive.put([inventedRecord(harbour)]);
	});
});
