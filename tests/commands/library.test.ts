import { describe, expect, test } from 'vitest';
import help from '../../commands/help.ts';
import { list as libraryCommand } from '../../commands/library.ts';
import { contextOf, line, plainLibrary } from './plain-library.ts';
import { read } from './reading.ts';

const status = { articles: 1, quotes: 6, speakers: 2, comments: 9, broken: [], waiting: null };
const broken = {
	name: 'login.txt',
	reason: 'It is a login page, not an article.',
	at: '2031-05-04T11:00:00Z',
};

describe('/library', () => {
	test('says what the library holds', async () => {
		const context = contextOf(plainLibrary({ status: async () => status, latest: async () => [line] }));
		const text = await read(await libraryCommand.run({}, context));
		expect(text).toContain('6 quotes by 2 speakers · 9 comments');
		expect(text).not.toContain('could not be read');
		expect(text).toContain(line.headline);
	});

	test('says of files that are not read yet what they wait for, and not that every file could be read', async () => {
		const asked = async (waiting: { files: number; reason: string | null }) =>
			read(
				await libraryCommand.run(
					{},
					contextOf(plainLibrary({ status: async () => ({ ...status, waiting }) })),
				),
			);
		const full = await asked({ files: 3, reason: 'the disk is full' });
		expect(full).toContain('3 files are not read yet: the disk is full.');
		expect(full).not.toContain('Every file');
		expect(await asked({ files: 1, reason: null })).toContain('1 file is being read.');
	});

	test('marks the article that the reader is unsure of, and no other', async () => {
		const unsure = { ...line, id: 'other', headline: 'Kettles, lamps and tins', unsure: true };
		const latest = async () => [unsure, line];
		const text = await read(
			await libraryCommand.run({}, contextOf(plainLibrary({ status: async () => status, latest }))),
		);
		expect(text.match(/not sure that I read this page right/g)).toHaveLength(1);
		expect(text.indexOf('not sure that')).toBeGreaterThan(text.indexOf('Kettles'));
		expect(text.indexOf('not sure that')).toBeLessThan(text.indexOf(line.headline));
	});

	test('names broken files with the reason, even where nothing else is there', async () => {
		const given = { ...status, articles: 0, broken: [broken] };
		const text = await read(
			await libraryCommand.run({}, contextOf(plainLibrary({ status: async () => given }))),
		);
		expect(text).toContain('1 file could not be read');
		expect(text).toContain('login.txt It is a login page, not an article.');
	});

	test('names a file once, and says how it is read again', async () => {
		const binary = { ...broken, name: 'bin.txt', reason: 'bin.txt is a binary file.' };
		const context = contextOf(plainLibrary({ status: async () => ({ ...status, broken: [binary] }) }));
		const text = await read(await libraryCommand.run({}, context));
		expect(text).toContain('• bin.txt is a binary file.');
		expect(text).toContain('Fix or delete a file, and it is read again by itself.');
	});

	test('says of the articles folder itself what is wrong, and speaks of no file', async () => {
		const away = { ...broken, name: './', reason: 'The articles folder /x cannot be opened.' };
		const context = contextOf(plainLibrary({ status: async () => ({ ...status, broken: [away] }) }));
		const text = await read(await libraryCommand.run({}, context));
		expect(text).toContain('The articles folder /x cannot be opened.');
		expect(text).not.toMatch(/\.\/|Fix or delete|could not be read/u);
	});

	test('without any article says how to add one', async () => {
		expect((await libraryCommand.run({}, contextOf(plainLibrary({})))).title).toBe('No articles yet');
	});
});

test('/help names every command and leads to the first ones', async () => {
	const card = await help.run({}, contextOf(plainLibrary({})));
	const text = await read(card);
	for (const name of ['article', 'quotes', 'topics', 'comments', 'library'])
		expect(text).toContain(`/${name}`);
	expect(card.actions?.flat().length).toBeGreaterThan(2);
});
