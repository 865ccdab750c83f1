import { readMessage } from 'discord-rehearsal/text';
import { beforeAll, describe, expect, test } from 'vitest';
import { addingBot } from './adding-bot.ts';
import { pageText } from './ferry-page.ts';
import { read } from './settled.ts';

const { at, settled, ask, addLink, owner } = addingBot();
let elsewhere: string;
beforeAll(() => {
	const { members } = at.rehearsal.guild;
	elsewhere = at.rehearsal.addGuild({ members: Object.values(members) }).channels[0] ?? '';
});
const requestsOf = (path: string) => at.news.requests.filter(({ url }) => url?.startsWith(path)).length;

describe('an article that a member adds by its address', () => {
	test('is answered with its brief, and seen in this server alone', async () => {
		const brief = await addLink('/ferry');
		expect(brief).toContain('Added to the library of this server · 3 quotes, 3 speakers');
		expect(brief).toContain('Port Ellery gets its night ferry back');
		expect(brief).toContain('Ilse Brandt');
		expect(await ask('quotes', { speaker: 'Petra Lund' })).toContain('Nobody has told us how we are to live');
		expect(await ask('library list')).toMatch(/night ferry back.*added by @/u);
		const other = { channelId: elsewhere };
		expect(await ask('quotes', { speaker: 'Petra Lund' }, other)).not.toContain('Nobody has told us');
		expect(await ask('library list', { find: 'night ferry' }, other)).toContain('No article has');
		expect(await ask('library list', { find: 'night ferry' }, { inDirectMessage: true })).toContain(
			'No article has',
		);
	});

	test.for([
		['with what counts clicks', '/ferry?utm_source=letter&fbclid=1#comments', 'Already here: added by @'],
		['through a redirect', '/short', 'Already here: added by @'],
		['as its twin for telephones', '/amp/ferry-twin', 'Nearly the same text is already here: added by @'],
	] as const)('is joined to what is there when it is given again %s', async ([, path, said]) => {
		const before = await ask('library list', { find: 'night ferry' });
		expect(await addLink(path, owner())).toContain(said);
		const asked = requestsOf('/amp');
		expect(await addLink(path)).toContain('Already here: added by @');
		expect(requestsOf('/amp')).toBe(asked);
		expect(await ask('library list', { find: 'night ferry' })).toBe(before);
	});

	test('shows what is being done until the answer is there', async () => {
		const shown: string[] = [];
		const stop = at.rehearsal.listen((event) => {
			if (event.type !== 'dispatch' || event.event !== 'MESSAGE_UPDATE') return;
			shown.push(readMessage((event.data as { components?: [] }).components ?? []));
		});
		const brief = await addLink('/slow');
		stop();
		expect(shown[0]).toMatch(/Fetching….*Waiting for 127\.0\.0\.1\./su);
		expect(shown.at(-1)).toBe(brief);
		expect(brief).toContain('Added to the library of this server');
	});

	test.for([
		['/private/plans', 'does not allow programs to read this page (its robots.txt)'],
		['/none', 'has no page at this address'],
		['/forbidden', 'does not show this page to programs'],
		['/paid', 'shows this page only to its subscribers'],
		['/film', 'has no text at this address but another kind of file (video/mp4)'],
		['/inside', '10.0.0.1 is not on the public web'],
		['/nothing', '127.0.0.1'],
	] as const)('is refused in one sentence that says why: %s', async ([path, why]) => {
		const refusal = await addLink(path);
		expect(refusal).toContain(why);
		expect(refusal).not.toContain('Something went wrong');
	});

	test('is found as people type it: in brackets, or without its protocol', async () => {
		expect(await addLink('/ferry', owner())).toContain('night ferry back');
		expect(await ask('add link', { address: `<${at.news.address}/ferry>` }, owner())).toContain(
			'Already here',
		);
		expect(await ask('add link', { address: `127.0.0.2:${at.news.port}/ferry` }, owner())).toContain(
			'127.0.0.2 is not on the public web',
		);
		expect(await ask('add link', { address: 'bücher.invalid/ferry?a=1' }, owner())).toContain(
			'is not the name of a site',
		);
	});

	test('is refused where the page is empty', async () => {
		expect(await addLink('/empty', owner())).toContain('127.0.0.1 sends nothing at this address');
	});

	test.for([
		['http://localhost/admin', 'is not on the public web'],
		['http://0x7f.1/', 'is not on the public web'],
		['ferry', 'ferry is not an address'],
		['file:///etc/passwd', 'Only addresses that begin with https:// or http://'],
	] as const)('is not asked of an address that is none of the public web: %s', async ([address, why]) => {
		expect(await ask('add link', { address })).toContain(why);
	});
});

describe('an article that a member adds', () => {
	const file = (filename: string, text: string) => ({
		filename,
		contentType: 'text/plain',
		base64: Buffer.from(text).toString('base64'),
	});

	test('as a file is read by what is in it, and joined to the same text', async () => {
		const text = pageText({ headline: 'Ferry in a file' }).replaceAll(/\b(\w{3,})/gu, '$1ing');
		expect(await ask('add file', { file: file('ferry.bin', text) })).toContain(
			'Added to the library of this server',
		);
		expect(await ask('add file', { file: file('again.txt', text) }, owner())).toContain(
			'Already here: added by @',
		);
		expect(await ask('add file', { file: file('copy.txt', pageText()) })).toContain('already here');
		expect(await ask('add file', { file: file('picture.txt', '\u0000\u0001'.repeat(50)) })).toContain(
			'picture.txt',
		);
	});

	test('as a text is read', async () => {
		const text =
			'"The lamps stay on," said Ada Quillon, the keeper of the light. "They always did, in every winter I remember." '.repeat(
				3,
			);
		expect(await ask('add text', { headline: 'Lamps stay on at Tarn Light', text })).toContain(
			'Lamps stay on at Tarn Light',
		);
		expect(await ask('add text', { headline: 'Nothing', text: 'x' })).toContain(
			'The text is too short for an article',
		);
		// Without a date of its own it is listed under the day on which it was added, once.
		const listed = await ask('library list', { find: 'lamps stay' });
		expect(listed).toMatch(/ · added [^·]+ · [^·]+ · by @/u);
	});

	test.for([
		['that looks like a menu', 'News', 3],
		['with a bar in it', 'Ellery Post | The Reed Beds Are Cut', 3],
		['above a text that is no prose', 'What the office wants, in short', 1],
	] as const)('as a text has the headline that was given, also one %s', async ([what, headline, count]) => {
		const said = [
			`The reed beds of Ellery were cut in ${count} days this year, the reed office said on Monday (${what}).`,
			`“We have cut ${what} since my father did it,” said Noor Halden, who keeps the beds.`,
			'The reeds are sold to thatchers on the other side of the bay before the winter comes.',
		];
		const text = count === 1 ? 'Reeds cut in time; boats in the water; and no geese' : said.join('\n\n');
		const brief = await ask('add text', { headline, text }, owner());
		expect(brief).toContain('Added to the library of this server');
		expect(brief.split('\n')[1]).toBe(headline);
		expect(await ask('search', { query: count === 1 ? '"no geese"' : `"cut in ${count} days"` })).toContain(
			headline,
		);
	});

	test('as a text is asked for in a form where it is left out, and keeps its paragraphs', async () => {
		const opened = await at.rehearsal.interact({
			kind: 'command',
			name: 'add text',
			options: { headline: 'The Weir Is Dry', private: true },
		});
		expect(opened.modal).toMatchObject({
			title: 'Add an article by its text',
			components: [
				{ label: 'Headline', component: { style: 1, value: 'The Weir Is Dry', max_length: 300 } },
				{ component: { style: 2, max_length: 4_000 } },
			],
		});
		const paragraphs = [
			'The weir of Ellery has no water left since Monday, and the mill stands still, the water office said.',
			'“My wheel has not stood still in forty years,” said Mara Tidewell, who keeps the mill.',
			'Nobody knows when the water comes back, and the office has asked the people to be patient.',
		];
		const answered = await settled(
			await at.rehearsal.interact({
				kind: 'modal',
				customId: opened.modal?.custom_id ?? '',
				fields: { headline: 'The Weir Is Dry', text: paragraphs.join('\n\n') },
				until: 'answered',
			}),
		);
		expect(read(answered)).toContain('Added to the library of this server');
		expect(answered.ephemeral).toBe(true);
		expect(await ask('quotes', { speaker: 'Mara Tidewell' })).toMatch(/forty years[\s\S]*¶ 2/u);
	});

	test('from a message has its links and files', async () => {
		const post = (content: string, files: ReturnType<typeof file>[] = []) =>
			at.rehearsal.post({
				channelId: at.rehearsal.guild.channels.general,
				memberId: at.rehearsal.guild.members.outsider,
				content,
				files,
			});
		const use = async (message: { readonly id: string }) =>
			read(
				await settled(
					await at.rehearsal.interact({
						kind: 'messageCommand',
						name: 'Add article',
						targetId: message.id,
						until: 'answered',
					}),
				),
			);
		const text = pageText({ headline: 'Ferry in a message' }).replaceAll(/\b(\w{3,})/gu, '$1ia');
		const both = await use(await post(`Look (${at.news.address}/bridge).`, [file('ferry.txt', text)]));
		expect(both).toContain('2 articles added');
		expect(both).toContain('Bridgeo of Tarno');
		expect(await use(await post('Good morning'))).toContain('has no link and no file with text');
		const shown: string[] = [];
		const stop = at.rehearsal.listen((event) => {
			if (event.type !== 'dispatch' || event.event !== 'MESSAGE_UPDATE') return;
			shown.push(readMessage((event.data as { components?: [] }).components ?? []));
		});
		await use(await post(`${at.news.address}/bridge and ${at.news.address}/slow/second`));
		stop();
		expect(shown[0]).toMatch(/Fetching… 2 of 2[\s\S]*Bridgeo of Tarno[\s\S]*6 quotes/u);
		const links = [1, 2, 3, 4].map((number) => `${at.news.address}/${number}`).join(' ');
		expect(await use(await post(links))).toContain('has 4 links and files');
	});
});
