import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { type ArchiveUnderTest, openForEach } from './under-test.ts';

/** What every store of kept options does, whatever it is made of. */
export function keptContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a store of kept options (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
		});

		it('keeps a value under a short key, the same one for the same value', async () => {
			const key = await archive.keep('{"about":"ice cream"}');
			expect(key).toMatch(/^[\w-]{12}$/u);
			expect(await archive.keep('{"about":"ice cream"}')).toBe(key);
			expect(await archive.keep('{"about":"ice"}')).not.toBe(key);
			expect(await archive.find(key)).toBe('{"about":"ice cream"}');
			expect(await archive.find("'; DROP TABLE kept; --")).toBeNull();
			await expect(archive.keep('x'.repeat(8_001))).rejects.toThrow(RangeError);
		});

		it('finds what somebody else kept', async () => {
			const other = await store.open();
			const key = await other.keep('{"topic":"ferries"}');
			await other.close();
			expect(await archive.find(key)).toBe('{"topic":"ferries"}');
		});
	});
}
