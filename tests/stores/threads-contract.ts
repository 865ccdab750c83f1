import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { type ArchiveUnderTest, openForEach } from './under-test.ts';

/** What every store of threads does, whatever it is made of. */
export function threadsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of threads (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
		});

		it('knows which article a thread is about, whoever noted it', async () => {
			await archive.threads.put('100200300400500600', 'harbour');
			await archive.threads.put('100200300400500600', 'ferry');
			const other = await store.open();
			expect(await other.threads.articleOf('100200300400500600')).toBe('ferry');
			expect(await other.threads.articleOf('100200300400500601')).toBeNull();
			await other.close();
		});
	});
}
