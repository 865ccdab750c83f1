import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FeedSite, startFeedSite, wholeText } from '../sources/feeds/feed-site.ts';
import { type ShippedBot, startShippedBot } from './shipped-bot.ts';

let site: FeedSite;
let shipped: ShippedBot;
let rehearsal: Rehearsal;

beforeAll(async () => {
	site = await startFeedSite('User-agent: *\nDisallow: /private\n');
	const reach = { allow: new Set([`127.0.0.1:${site.port}`]), turns: { everyMs: 0, longestWaitMs: 1_000 } };
	shipped = await startShippedBot({}, { reach });
	({ rehearsal } = shipped);
}, 60_000);
afterAll(async () => {
	await shipped.close();
	site.close();
});
beforeEach(() => {
	site.answer = null;
	site.items = [];
});

type Options = Parameters<Rehearsal['interact']>[0] extends infer Input
	? Input extends { kind: 'command'; options?: infer O }
		? NonNullable<O>
		: never
	: never;
const fileOf = (filename: string, text: string) => ({
	filename,
	base64: Buffer.from(text).toString('base64'),
});
const read = ({ message, problem }: Outcome) =>
	message ? readMessage(message.components ?? []) : `${problem}`;
const isBusy = (text: string) => /^Feeds\n(?:Looking for|Reading the)/u.test(text);

async function settled(outcome: Outcome): Promise<Outcome> {
	const now = () => rehearsal.outcome(outcome.interactionId) ?? outcome;
	await vi.waitUntil(() => !isBusy(read(now())), { timeout: 30_000 });
	return now();
}

const owner = () => ({ memberId: rehearsal.guild.members.owner });

async function ask(name: string, options: Options = {}, where = {}): Promise<Outcome> {
	return settled(
		await rehearsal.interact({ kind: 'command', name, options, until: 'answered', ...owner(), ...where }),
	);
}

async function press({ message }: Outcome, label: string): Promise<Outcome> {
	const { customId = '' } = findButton(message?.components ?? [], label) ?? {};
	const messageId = message?.id ?? '';
	return settled(
		await rehearsal.interact({ kind: 'component', messageId, customId, until: 'answered', ...owner() }),
	);
}

describe('/feeds', () => {
	test('says what to do where there are none', async () => {
		const empty = read(await ask('feeds list'));
		expect(empty).toContain('No feeds yet');
		expect(empty).toContain('Give the address of the site');
		expect(read(await ask('feeds export'))).toContain('There is nothing to export');
		expect(read(await ask('feeds show', { feed: 'Bell' }))).toContain('Add one with /feeds add.');
	});

	test('finds the feed of a site, tests it, adds it, and says what is not taken in', async () => {
		site.pages['/'] =
			'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';
		site.pages['/private/x'] = 'x';
		site.items = [
			{ id: 'ferry', headline: 'Ferry late again', text: wholeText('We waited for hours') },
			{ id: 'pier', headline: 'Pier painted', text: wholeText('It is blue now', 'Ida Berg') },
			{ id: 'secret', headline: 'Not for programs', link: '/private/x' },
			{ id: 'gone', headline: 'Gone' },
		];
		const tested = await ask('feeds test', { feed: `${site.address}/`, words: 'harbour, -blue' });
		const text = read(tested);
		expect(text).toContain('Test of a feed: nothing was added');
		expect(text).toContain('1 of the 4 newest items would be taken in');
		expect(text).toMatch(/Ferry late again.* · taken in, with the text of the feed/u);
		expect(text).toMatch(/Pier painted.* · left out: it has blue/u);
		expect(text).toMatch(/Not for programs.*robots\.txt/u);
		expect(text).toMatch(/Gone.*has nothing at this address/u);
		expect(read(await ask('feeds list'))).toContain('No feeds yet');

		const added = await press(tested, 'Add this feed');
		expect(read(added)).toContain('Added: Bell & Port');
		expect(read(added)).toContain('Takes in: words harbour, -blue');
		expect(read(added)).toContain('4 items in it already, not taken in');
		expect(read(await ask('feeds add', { address: `${site.address}/feed`, words: 'all' }))).toContain(
			'Takes in: everything',
		);
		expect(read(await ask('feeds add', { address: `${site.address}/feed` }))).toContain(
			'Here already: Bell & Port',
		);
	});

	test('says what is at an address that leads to no feed', async () => {
		site.pages['/list'] =
			'<opml version="2.0"><body><outline xmlUrl="https://tide.example/feed"/></body></opml>';
		const add = async (address: string) => read(await ask('feeds add', { address }));
		expect(await add(`${site.address}/list`)).toMatch(/has a list of feeds \(OPML\)[\s\S]*\/feeds import/u);
		expect(await add(`${site.address}/nowhere`)).toMatch(/has nothing at this address\n=+\nIs it right\?/u);
		expect(await add(`<${site.address}/feed>`)).toContain('Here already: Bell & Port');
		expect(read(await ask('feeds test', { feed: `<${site.address}/feed>` }))).toContain('Test of a feed');
	});

	test('tests a feed that is there, by its site too, with what was set for it', async () => {
		site.pages['/'] =
			'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';
		site.items = [{ id: 'pier', headline: 'Pier painted', text: wholeText('It is blue now', 'Ida Berg') }];
		await ask('feeds add', { address: `${site.address}/feed`, words: '-blue' });
		const tested = read(await ask('feeds test', { feed: `${site.address}/` }));
		expect(tested).toMatch(/Pier painted.* · left out: it has blue/u);
		expect(tested).toContain('This server has it.');
		expect(tested).not.toContain('Add this feed');
		await ask('feeds add', { address: `${site.address}/feed`, words: 'all' });
	});

	test('lists, pauses, resumes, removes and adds again', async () => {
		const list = await ask('feeds list');
		expect(read(list)).toMatch(/1 feed\n[\s\S]*Bell & Port.* · 0 articles · next /u);
		const shown = await ask('feeds show', { feed: 'bell' });
		const paused = await press(shown, 'Pause');
		expect(read(paused)).toContain('Paused: Bell & Port');
		expect(read(await ask('feeds list'))).toContain('paused');
		expect(read(await press(paused, 'Resume'))).toContain('Resumed: Bell & Port');
		const removed = await ask('feeds remove', { feed: 'bell' });
		expect(read(removed)).toContain('Its articles stay in the library');
		expect(read(await ask('feeds remove', { feed: 'bell' }))).toContain('This server has no feeds');
		expect(read(await press(removed, 'Add it again'))).toContain('Added: Bell & Port');
	});

	test('shows first what is wrong, in a sentence', async () => {
		site.answer = (_request, response) => response.writeHead(500).end();
		const [subscription] = await shipped.parts.feeds.service.list(rehearsal.guild.id);
		expect(subscription?.title).toBe('Bell & Port');
		expect(read(await ask('feeds add', { address: `${site.address}/feed-broken` }))).toContain(
			'has trouble just now (status 500)',
		);
		expect(read(await ask('feeds add', { address: 'not an address' }))).toContain(
			'not an address is not an address',
		);
		expect(read(await ask('feeds add', { address: 'http://10.0.0.1/feed' }))).toContain(
			'is not on the public web',
		);
		site.answer = null;
		site.pages['/empty'] = '<html><head><title>x</title></head><body></body></html>';
		site.answer = (_request, response) => response.writeHead(404).end();
		expect(read(await ask('feeds add', { address: `${site.address}/empty` }))).toContain('names no feed');
	});

	test('takes a list in and gives it out', async () => {
		const outlines = ['one', 'two', 'feed'].map(
			(name) => `<outline text="${name}" xmlUrl="${site.address}/${name}"/>`,
		);
		const opml = `<opml version="2.0"><body>${outlines.join('')}<outline text="In" xmlUrl="http://10.0.0.1/f"/></body></opml>`;
		const file = fileOf('mine.opml', opml);
		const imported = read(await ask('feeds import', { file }));
		expect(imported).toContain('2 feeds added');
		expect(imported).toContain('1 feed was here already');
		expect(imported).toContain('1 address cannot be fetched from the public web');
		const bad = fileOf('notes.txt', 'Hello');
		expect(read(await ask('feeds import', { file: bad }))).toContain('notes.txt is not a list of feeds');
		const exported = await ask('feeds export');
		expect(read(exported)).toContain('Every feed reader can import this list');
		const [attachment] = exported.message?.attachments ?? [];
		expect(attachment?.filename).toBe('feeds.opml');
		const given = await (await fetch(attachment?.url ?? '')).text();
		for (const name of ['one', 'two', 'feed']) expect(given).toContain(`xmlUrl="${site.address}/${name}"`);
	});

	test('is for those who may manage the server, and for a server', async () => {
		const { outsider } = rehearsal.guild.members;
		await expect(ask('feeds list', {}, { memberId: outsider })).rejects.toThrow('do not have permission');
		await expect(ask('feeds list', {}, { inDirectMessage: true })).rejects.toThrow();
		// A button of a manager's that somebody else presses.
		const { message } = await ask('feeds list', { private: false });
		const { customId = '' } = findButton(message?.components ?? [], 'Export') ?? {};
		const pressed = await rehearsal.interact({
			...{ kind: 'component', messageId: message?.id ?? '', customId, until: 'answered', memberId: outsider },
		});
		expect(read(pressed)).toContain('is for those who may manage this server');
	});
});
