import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/app/open-library.ts';
import { quietLog } from '../quiet-log.ts';

describe('a library over an empty folder', () => {
	it('says how to fill it', async () => {
		const root = await mkdtemp(join(tmpdir(), 'verbatim-library-'));
		const open = await openLibrary({
			articles: root,
			dataDir: join(root, 'data'),
			cacheUrl: null,
			log: quietLog,
		});
		await expect(open.libraryOf(null).brief()).rejects.toThrow(/holds no article yet: add one with \/add/u);
		await expect(open.libraryOf(null).quotes({})).resolves.toMatchObject({
			article: null,
			groups: [],
			total: 0,
			partly: [],
		});
		await expect(open.libraryOf(null).topics()).resolves.toEqual({ topics: [], more: false });
		await expect(open.libraryOf(null).articlesOn('x')).rejects.toThrow(
			'no article in the library names its topics.',
		);
		await open.close();
		await rm(root, { recursive: true, force: true });
	});
});

describe('a library over the articles that ship', () => {
	it('holds them all at the first question, and says nothing that is not in them', async () => {
		const root = await mkdtemp(join(tmpdir(), 'verbatim-library-'));
		const open = await openLibrary({
			articles: 'data/articles',
			dataDir: root,
			cacheUrl: null,
			log: quietLog,
		});
		try {
			expect(await open.loaded).toMatchObject({ broken: 0 });
			const { articles: count, broken } = await open.libraryOf(null).status();
			expect(count).toBeGreaterThanOrEqual(6);
			expect(broken).toEqual([]);
			for (const { id } of await open.libraryOf(null).latest(100)) {
				const article = await open.libraryOf(null).article(id);
				const { groups, total } = await open.libraryOf(null).quotes({ article: id });
				expect(total).toBe((await open.libraryOf(null).brief(id)).line.counts.quotes);
				const utterances = groups.flatMap((group) => group.utterances);
				expect(utterances).toHaveLength(total);
				const text = article.paragraphs.join('\n').replaceAll('\u00a0', ' ');
				for (const { parts } of utterances) {
					for (const part of parts) if (part.kind === 'said') expect(text).toContain(part.text);
				}
			}
		} finally {
			await open.close();
			await rm(root, { recursive: true, force: true });
		}
	});
});
