import { beforeEach, describe, expect, it } from 'vitest';
import { recordOf } from '../../src/sources/record.ts';
import { invented } from '../library/invented.ts';
import { tunnel } from './articles.ts';
import { type DiscussionServer, ofTests, openServer, read } from './server.ts';

let server: DiscussionServer;
beforeEach(async () => {
	server = await openServer();
});
const check = async (quote: string, where = {}) =>
	read(await server.run('check', { quote, article: 'tunnel' }, where));

describe('/check where the article is more than what was said', () => {
	it('says until when words stood in an article that was changed since', async () => {
		const { paragraphs = [], quotes = [] } = tunnel;
		const words = 'We sail when the engine sails with us';
		const changed = {
			...tunnel,
			paragraphs: paragraphs.filter((text) => !text.includes(words)),
			quotes: quotes.filter(({ said }) => !said.includes(words)),
		};
		const state = { name: 'tunnel', size: 2, modified: 2, sha256: null, reader: 'tests' };
		const article = invented(changed);
		const record = recordOf({ ...article, source: { ...article.source, sha256: 'f'.repeat(64) } });
		await server.archive.sources(ofTests).put([record], state);
		const card = await check(`Ivo Tann said “${words}”`);
		expect(card).toContain('No longer in the article');
		expect(card).toContain(`“${words},” said Ivo Tann.`);
		expect(card).toMatch(/no longer in the article, changed \d/u);
		expect(card).toContain('[What was changed]');
		expect(card).not.toContain('in context');
	});

	it('tells a reader’s comment and a headline from what was said', async () => {
		const comment = await check('“the tunnel will not pay for itself in ninety winters”');
		expect(comment).toContain('Written, not said');
		expect(comment).toContain('A reader wrote in a comment: Tess');
		expect(await check('“Port Ellery Votes to Dig a Tunnel”')).toContain('The article’s headline');
	});

	it('answers in a thread, and posts it there once the thread is locked and archived', async () => {
		await server.run('discuss open', { article: 'tunnel' });
		const thread = server.threads().at(-1)?.id ?? '';
		const { outsider, owner } = server.guild.members;
		const content = 'Quillon said “The tunnel will pay for itself within ninety winters”';
		const posted = await server.rehearsal.post({ channelId: thread, memberId: outsider, content });
		const asked = { kind: 'messageCommand', name: 'Check quotes', targetId: posted.id } as const;
		const first = await server.rehearsal.interact({
			...asked,
			channelId: thread,
			memberId: owner,
			until: 'answered',
		});
		expect(read(first)).toContain('Words were changed');
		server.rehearsal.setThread(thread, { locked: true, archived: true });
		const shown = await server.press('Post it here', first.message, { channelId: thread });
		expect(read(shown)).toMatch(/Number: ninety in place of nine/u);
	});
});
