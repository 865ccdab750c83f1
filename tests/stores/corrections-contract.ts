import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { type ArchiveUnderTest, openForEach } from './under-test.ts';

const hidden = {
	article: 'harbour',
	key: 'AAAAAAAAAAA',
	change: 'hidden',
	speaker: null,
	words: 'We were promised boats',
	was: 'Ada Quillon',
	member: '300',
} as const;
const renamed = { ...hidden, key: 'BBBBBBBBBBB', change: 'speaker', speaker: 'Bruno Quillon' } as const;

/** What every store of corrections does, whatever it is made of. */
export function correctionsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of corrections (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
		});
		const keys = async (server: string) => (await archive.corrections.of(server)).map(({ key }) => key);

		it('keeps what a server corrected, with who and when, and shows it to no other', async () => {
			const before = Date.now();
			expect(await archive.corrections.put('100', hidden)).toBe(true);
			expect(await archive.corrections.put('100', renamed)).toBe(true);
			expect(await archive.corrections.of('200')).toEqual([]);
			const other = await store.open();
			const found = await other.corrections.of('100');
			expect(found).toHaveLength(2);
			expect(found.find(({ key }) => key === renamed.key)).toMatchObject(renamed);
			for (const { at } of found) expect(at).toBeGreaterThanOrEqual(before - 1_000);
			await other.close();
		});

		it('keeps one correction of a quotation, the last', async () => {
			await archive.corrections.put('100', hidden);
			await archive.corrections.put('100', { ...hidden, change: 'unnamed' });
			expect(await archive.corrections.of('100')).toMatchObject([{ change: 'unnamed' }]);
		});

		it('takes back one, and says whether there was one', async () => {
			await archive.corrections.put('100', hidden);
			await archive.corrections.put('100', renamed);
			expect(await archive.corrections.remove('200', hidden)).toBe(false);
			expect(await archive.corrections.remove('100', hidden)).toBe(true);
			expect(await archive.corrections.remove('100', hidden)).toBe(false);
			expect(await keys('100')).toEqual([renamed.key]);
		});

		it('has a generation that grows with each change of a server alone', async () => {
			const { corrections } = archive;
			expect(corrections.generation('100')).toBe(0);
			await corrections.put('100', hidden);
			const first = corrections.generation('100');
			expect(first).toBeGreaterThan(0);
			await corrections.put('100', hidden);
			const second = corrections.generation('100');
			expect(second).toBeGreaterThan(first);
			await corrections.remove('100', hidden);
			expect(corrections.generation('100')).toBeGreaterThan(second);
			expect(corrections.generation('200')).toBe(0);
		});

		it('keeps a bounded number of a server, of which each can still be changed', async () => {
			const { corrections } = archive;
			const numbered = (index: number) => ({ ...hidden, key: String(index).padStart(11, '0') });
			for (let index = 0; index < corrections.most; index++)
				expect(await corrections.put('100', numbered(index))).toBe(true);
			expect(await corrections.put('100', numbered(corrections.most))).toBe(false);
			expect(await corrections.put('100', { ...numbered(3), change: 'unnamed' })).toBe(true);
			expect(await corrections.put('200', hidden)).toBe(true);
			expect(await keys('100')).toHaveLength(corrections.most);
		});
	});
}
