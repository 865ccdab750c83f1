import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMessage } from 'discord-rehearsal/text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import type { Card, Mark, Text } from '../../src/card.ts';
import { type Composer, composer } from '../../src/digest/compose.ts';
import { defaultSettings } from '../../src/digest/defaults.ts';
import { lengths } from '../../src/digest/selection.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { cardMessage } from '../../src/discord/views/message.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { DigestSettings } from '../../src/stores/digests.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';
import { quietLog } from '../quiet-log.ts';
import { changeArchive } from '../stores/change.ts';
import { toldStories } from '../stories/told-stories.ts';
import { ferry, harbour, hour } from './setup.ts';

const server = '100000000000000001';

describe('a digest', () => {
	let folder: string;
	let archive: Awaited<ReturnType<typeof openArchive>>;
	let compose: Composer;
	const now = Date.now();

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'compose-'));
		archive = await openArchive(folder);
		const cache = openCache(null, quietLog);
		compose = composer((server) => answersFrom(archive.seenBy(server), cache), archive.digests);
	});
	afterEach(async () => {
		await archive.close();
		rmSync(folder, { recursive: true });
	});

	const settings = (given: Partial<DigestSettings> = {}): DigestSettings => ({
		server,
		channel: '200000000000000001',
		time: '08:00',
		zone: 'UTC',
		...defaultSettings,
		first: '2020-01-01',
		setBy: '300000000000000001',
		setAt: 0,
		paused: null,
		pausedAt: null,
		covered: null,
		...given,
	});
	const put = (...articles: Invented[]) => archive.put(articles.map(inventedRecord));
	const digest = (given: Partial<DigestSettings> = {}, at = now) =>
		compose.digest(settings(given), {
			date: '2031-05-03',
			slot: 'daily',
			now: at,
			lateFor: null,
			byHand: false,
			givesRole: false,
		});
	const read = async (card: Card | null) =>
		card === null
			? ''
			: readMessage((await cardMessage(card, { commandIds: new Map() }, keptInMemory())).components);

	it('reads, from top to bottom, like this', async () => {
		await put(ferry, harbour);
		expect(await read((await digest()).card)).toMatchInlineSnapshot(`
			"Daily digest
			Saturday 3 May
			==============
			Quotation of the day
			--------------------
			│ “Nobody repairs a pier in the middle of a winter storm”
			Ada Quillon, the harbour master · ¶ 2 (https://post.example/harbour#:~:text=Nobody%20repairs%20a%20pier%20in%20the%20middle%20of%20a%20winter%20storm) of the first article below
			────────────────────────────────────────
			Harbour of Port Ellery to Close for Repairs (https://post.example/harbour)
			------------------------------------------------------------
			The harbour of Port Ellery closes for repairs in autumn, the council decided on Monday.
			│ “The town will pay for it once and not twice”
			Bo Larsen · ¶ 4 (https://post.example/harbour#:~:text=The%20town%20will%20pay%20for%20it%20once%20and%20not%20twice)
			The Ellery Post · 3 quotes by 2 speakers · 3 comments
			[Discuss]
			────────────────────────────────────────
			Night Ferry Stays in Dock
			-------------------------
			The night ferry stays in dock until June.
			│ “We sail when the engine sails with us”
			Ivo Tann · ¶ 2
			The Ellery Post · 1 quote by 1 speaker
			[Discuss]
			────────────────────────────────────────
			Quoted most in these articles: Ada Quillon (2)

			Readers argue, in 3 comments: Harbour of Port Ellery to Close for Repairs (https://post.example/harbour)
			│ At last somebody is doing something about that pier.
			Tess, 2 replies
			[Read an article in brief ▾]
			  Harbour of Port Ellery to Close for Repairs
			  Night Ferry Stays in Dock
			2 articles added in the last day · word for word"
		`);
	});

	it('puts nothing in quotation marks that is not word for word in its article', async () => {
		await put(ferry, harbour);
		const { card } = await digest();
		const paragraphs = [...(ferry.paragraphs ?? []), ...(harbour.paragraphs ?? [])];
		const said = marksOf(card).filter(({ mark }) => mark === 'verbatim');
		expect(said.length).toBeGreaterThan(1);
		for (const one of said)
			expect(paragraphs.some((text) => 'text' in one && text.includes(`"${one.text}`))).toBe(true);
	});

	it('fits one message, whatever and however much was added, and says how many are left out', async () => {
		const long = 'A word and another word, '.repeat(40);
		await put(
			...Array.from(
				{ length: 60 },
				(_, number): Invented => ({
					...harbour,
					id: `long${number}`,
					headline: `${'*_`~|'.repeat(20)} @everyone ${number} ${long}`.slice(0, 400),
					url: `https://post.example/${'x'.repeat(300)}`,
					// Too far apart to tell one story.
					publishedAt: new Date(Date.UTC(2031, 3, 2) - number * 5 * 24 * hour).toISOString(),
					paragraphs: [`${long}.`, ...(harbour.paragraphs ?? [])],
				}),
			),
		);
		let full = false;
		for (const length of ['short', 'normal', 'long'] as const) {
			const { card, plan } = await digest({ length });
			if (card === null) throw new Error('There is no card.');
			const message = await cardMessage(card, { commandIds: new Map() }, keptInMemory());
			const text = JSON.stringify(message.components);
			expect(text).not.toContain('shortened to fit');
			const shown = plan.articles.shown?.length ?? 0;
			expect(shown).toBeGreaterThan(0);
			expect(text).toContain(`Not shown here: ${60 - shown} more articles`);
			expect(plan.articles['over-length']).toHaveLength(60 - lengths[length]);
			expect(plan.articles['message-full'] ?? []).toHaveLength(lengths[length] - shown);
			full ||= shown < lengths[length];
		}
		expect(full).toBe(true);
	});

	it('puts topics that are followed first, and leaves out those to leave out, with the reason', async () => {
		await put(ferry, harbour, { ...ferry, id: 'ball', topics: ['Football'], headline: 'Club Moves' });
		const { plan } = await digest({ follow: ['FERRIES'], leaveOut: ['football'] });
		expect(plan.articles.shown).toEqual(['ferry', 'harbour']);
		expect(plan.articles['left-out-topic']).toEqual(['ball']);
		expect((await digest()).plan.articles.shown?.[0]).toBe('harbour');
	});

	it('takes the key phrases of an article whose page names no topics for its topics', async () => {
		const paragraphs = [
			'The seed library of Arle lends two hundred kinds of seed.',
			'Whoever takes from the seed library brings seed back in autumn.',
		];
		await put(ferry, harbour, { id: 'seeds', headline: 'Two Hundred Kinds', paragraphs });
		expect((await digest({ follow: ['Seed Library'] })).plan.articles.shown?.[0]).toBe('seeds');
		const { plan } = await digest({ leaveOut: ['seed library'] });
		expect(plan.articles['left-out-topic']).toEqual(['seeds']);
	});

	it('holds at most the last day where it is a server’s first one', async () => {
		await put(ferry, harbour);
		changeArchive(
			folder,
			"UPDATE articles SET added = ? WHERE id = 'harbour'",
			new Date(now - 25 * hour).toISOString(),
		);
		const { plan } = await digest({}, now + 1_000);
		expect(plan.articles).toEqual({ shown: ['ferry'], 'before-first': ['harbour'] });
	});

	it('holds what came in since the last one, also where the clock jumped back in between', async () => {
		await put(ferry);
		const first = await digest({}, Date.now() + 1_000);
		await put(harbour);
		changeArchive(
			folder,
			"UPDATE articles SET added = ? WHERE id = 'harbour'",
			new Date(now - hour).toISOString(),
		);
		const second = await digest({ covered: first.plan.covered }, Date.now() + 5_000);
		expect(second.plan.articles).toEqual({ shown: ['harbour'] });
	});

	it('never shows an article twice, even where it was removed and added again', async () => {
		await put(ferry);
		const store = archive.digests;
		const slot = { server, date: '2031-05-02', slot: 'daily' };
		await store.claim(slot, { holder: 'one', leaseMs: hour, channel: '2', dueAt: now });
		await store.settle(slot, 'one', { state: 'posted', message: '1', shown: ['ferry'] });
		expect((await digest()).plan.articles).toEqual({ 'posted-before': ['ferry'] });
	});

	it('gives servers that are due together the same only where they want and had the same', async () => {
		await put(ferry, { ...harbour, topics: ['Rowing'] });
		const slot = { server: '100000000000000003', date: '2031-05-02', slot: 'daily' };
		await archive.digests.claim(slot, { holder: 'one', leaseMs: hour, channel: '2', dueAt: now });
		await archive.digests.settle(slot, 'one', { state: 'posted', message: '1', shown: ['ferry'] });
		const articlesOf = async (given: Partial<DigestSettings>) =>
			(await digest(given, Date.now() + 1_000)).plan.articles;
		expect(await articlesOf({})).toEqual({ shown: ['harbour', 'ferry'] });
		expect(await articlesOf({ server: '100000000000000002' })).toEqual({ shown: ['harbour', 'ferry'] });
		expect(await articlesOf({ server: slot.server })).toEqual({
			shown: ['harbour'],
			'posted-before': ['ferry'],
		});
		expect(await articlesOf({ leaveOut: ['rowing'] })).toEqual({
			shown: ['ferry'],
			'left-out-topic': ['harbour'],
		});
	});

	it('counts all of many articles, and finds those on a followed topic however long ago they were added', async () => {
		const many = Array.from({ length: 1_200 }, (_, n): Invented => ({ id: `m${n}`, topics: ['Weather'] }));
		await put({ ...ferry, id: 'oldest', topics: ['Rowing'], comments: [] }, ...many);
		const { card, plan } = await digest({ follow: ['Rowing'], length: 'short' }, Date.now() + 1_000);
		expect(plan.articles.shown?.[0]).toBe('oldest');
		expect(await read(card)).toContain('1,201 articles added in the last day');
		expect(await read(card)).toContain('Not shown here: 1,198 more articles');
		expect(plan.counts).toEqual({ 'over-length': 1_198 });
		expect(plan.articles['over-length']?.length).toBeLessThanOrEqual(60);
		const next = await digest({ covered: plan.covered }, Date.now() + 5_000);
		expect(next.plan.articles).toEqual({});
	});

	it('skips nothing that is added between what all servers share and what is the server’s own', async () => {
		await put(ferry);
		const at = Date.now() + 1_000;
		await digest({ server: '100000000000000003' }, at);
		// What is shared is still the same for the servers that are due now.
		await put(harbour);
		const publishedAt = '2031-03-02T08:00:00Z';
		await archive.put([inventedRecord({ ...harbour, id: 'own', publishedAt })], server);
		const first = await digest({}, at + 1_000);
		expect(first.plan.articles).toEqual({ shown: ['ferry'] });
		const second = await digest({ covered: first.plan.covered }, at + 10_000);
		expect(second.plan.articles.shown?.toSorted()).toEqual(['harbour', 'own']);
	});

	it('shows a story once, with the outlets that tell it, as far as the server sees them', async () => {
		const told = toldStories('held-out').filter(({ story }) => story === 'heat-pumps' || story === 'wolf');
		const records = told.map(({ story, site, at, headline, paragraphs }) =>
			inventedRecord({
				...{ id: `${story}-${site.slice(0, 5)}`, site, headline, publishedAt: at },
				...{ paragraphs: [...paragraphs], url: `https://${site.slice(0, 5).toLowerCase()}.example/${story}` },
			}),
		);
		const other = '100000000000000009';
		const [theirs, ...shared] = records;
		if (!theirs) throw new Error('There are no articles.');
		await archive.put(shared);
		await archive.put([theirs], other);
		const { card, plan } = await digest({}, Date.now() + 1_000);
		expect(plan.articles.shown).toHaveLength(2);
		expect(plan.articles['same-story']).toHaveLength(3);
		const text = await read(card);
		expect(text).toMatch(/Also in (?:Varnholt Echo|Green Wire)/u);
		expect(text).not.toContain('Not shown here');
		expect(text).not.toContain(theirs.article.headline);
		const of = await digest({ server: other }, Date.now() + 5_000);
		expect(of.plan.articles['same-story']).toHaveLength(4);
		expect(await read(of.card)).toContain('6 articles added');
	});

	it('pings nobody and has no button for pings on a day without new articles', async () => {
		const role = '400000000000000001';
		const empty = await digest({ role, covered: { number: 0, at: now } });
		expect(empty.role).toBeNull();
		expect(JSON.stringify(empty.card)).not.toContain(role);
		await put(ferry);
		expect((await digest({ role }, Date.now() + 5_000)).role).toBe(role);
	});

	it('is one line, or nothing, on a day without new articles', async () => {
		const { card } = await digest({ covered: { number: 0, at: now } });
		expect(await read(card)).toBe(
			'Daily digest\nSaturday 3 May\n==============\nNo articles were added since the last digest.',
		);
		expect((await digest({ quiet: 'silent' })).card).toBeNull();
	});
});

function marksOf(card: Card | null): readonly Mark[] {
	const texts = (card?.blocks ?? []).flatMap((block): Text[] =>
		block.kind === 'list' ? [...block.items] : 'text' in block ? [block.text] : [],
	);
	return texts.flat().filter((part) => typeof part !== 'string');
}
