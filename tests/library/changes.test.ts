import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import articleCommand from '../../commands/article.ts';
import quotesCommand from '../../commands/quotes.ts';
import { type OpenLibrary, openLibrary } from '../../src/app/open-library.ts';
import type { Card } from '../../src/card.ts';
import type { Library } from '../../src/library/library.ts';
import { contextOf } from '../commands/plain-library.ts';
import { read } from '../commands/reading.ts';
import { quietLog } from '../quiet-log.ts';

const paragraphs = [
	'The ferry of Port Ellery will run at night for three more winters, the council decided on Sunday.',
	'“Nobody swims home from the late shift, and nobody should have to,” said harbour master Ada Quillon.',
	'“The lamp burns for moths, and it always has,” said councillor Bruno Tessen.',
	'The council meets again in June.',
];
const written = (given: object) =>
	JSON.stringify({ headline: 'Port Ellery Keeps Its Night Ferry', paragraphs, ...given });

describe('an article whose file is changed', () => {
	let root: string;
	let open: OpenLibrary;
	let library: Library;
	const buttons = ({ actions = [] }: Card) => actions.flat().map(({ label }) => label);
	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'verbatim-changes-'));
		const file = join(root, 'ferry.json');
		await writeFile(file, written({ url: 'https://post.example/ferry' }));
		open = await openLibrary({ articles: root, dataDir: join(root, 'data'), cacheUrl: null, log: quietLog });
		await open.loaded;
		library = open.libraryOf(null);
		expect((await library.brief()).line.changedAt).toBeNull();
		await expect(library.change(undefined, 0)).rejects.toThrow('was not changed since it was added');
		expect(await library.quotes({ about: 'moths' })).toMatchObject({ total: 1, former: [] });
		const now = [
			paragraphs[0]?.replace('three more winters', 'five more winters') ?? '',
			paragraphs[1] ?? '',
			paragraphs[3] ?? '',
		];
		await writeFile(file, written({ url: 'https://post.example/ferry', paragraphs: now }));
		await vi.waitFor(async () => expect((await library.brief()).line.changedAt).not.toBeNull(), {
			timeout: 10_000,
		});
	});
	afterAll(async () => {
		await open.close();
		await rm(root, { recursive: true, force: true });
	});
	const context = () => contextOf(library);

	it('says in brief that it was, with a button that shows what', async () => {
		const card = await articleCommand.run({}, context());
		expect(await read(card)).toContain('Text changed');
		expect(buttons(card)).toContain('What changed');
	});

	it('shows what was changed, in the words of both texts', async () => {
		const shown = await read(await articleCommand.run({ change: 0 }, context()));
		expect(shown).toContain('What was changed');
		expect(shown).toMatch(/¶ 1 changed.*Before.*three.*Now.*five/su);
		expect(shown).toContain('for five more winters');
		expect(shown).toMatch(/¶ 3 removed.*The lamp burns for moths/su);
		expect(shown).not.toContain('meets again');
		await expect(articleCommand.run({ change: 1 }, context())).rejects.toThrow('no longer kept');
	});

	it('finds what was edited away by its words and its speaker, and says that it is gone and since when', async () => {
		const { line } = await library.brief();
		for (const asked of [
			{ about: 'moths' },
			{ speaker: 'Bruno Tessen' },
			{ speaker: 'tess', about: 'lamp' },
		]) {
			const { total, former } = await library.quotes(asked);
			expect(total).toBe(0);
			expect(former).toMatchObject([
				{ speaker: 'Bruno Tessen', paragraph: 2, until: line.changedAt, article: { id: line.id } },
			]);
			const shown = await read(await quotesCommand.run(asked, context()));
			expect(shown).toContain('The lamp burns for moths, and it always has');
			expect(shown).toContain('no longer in the article, changed');
		}
		await expect(library.quotes({ speaker: 'Nobody Atall' })).rejects.toThrow('No speaker called');
	});

	it('leads to it from the article’s quotes, which are only the current ones', async () => {
		const { line } = await library.brief();
		const card = await quotesCommand.run({ article: line.id }, context());
		const shown = await read(card);
		expect(shown).toContain('Nobody swims home');
		expect(shown).not.toContain('moths');
		expect(buttons(card)).toContain('1 quote edited away');
		const gone = await read(await quotesCommand.run({ article: line.id, former: true }, context()));
		expect(gone).toContain('The lamp burns for moths');
		expect(gone).not.toContain('Nobody swims home');
	});
});
