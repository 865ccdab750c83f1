import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArchiveUnderTest } from './under-test.ts';

/** What every store of threads does, whatever it is made of. */
export function threadsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of threads (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		beforeEach(async () => {
			store = await prepare();
			archive = await store.open();
		});
		afterEach(async () => {
			await archive.close();
			await store.discard();
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
