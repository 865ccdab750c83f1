import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stores/archive.ts';
import { type ArchiveUnderTest, openForEach } from './under-test.ts';

/** What every count of questions to a language model does, whatever it is kept in. */
export function explanationsContract(name: string, prepare: () => Promise<ArchiveUnderTest>): void {
	describe(`a count of questions to a language model (${name})`, () => {
		let store: ArchiveUnderTest;
		let archive: Archive;
		openForEach(prepare, (opened, underTest) => {
			archive = opened;
			store = underTest;
		});

		it('lets everybody ask as often as they may in a day, and gives one back', async () => {
			const { explanations } = archive;
			expect(await explanations.spend('100', 2)).toBe(true);
			expect(await explanations.spend('100', 2)).toBe(true);
			expect(await explanations.spend('100', 2)).toBe(false);
			expect(await explanations.spend('member 5', 2)).toBe(true);
			await explanations.giveBack('100');
			expect(await explanations.spend('100', 2)).toBe(true);
			expect(await explanations.spend('100', 2)).toBe(false);
			expect(await explanations.spend('200', 0)).toBe(false);
			await explanations.giveBack('nobody');
		});

		it('counts together what several processes ask at once', async () => {
			const other = await store.open();
			const both = [archive.explanations, other.explanations];
			const allowed = await Promise.all(
				Array.from({ length: 20 }, (_, index) => both[index % 2]?.spend('100', 7)),
			);
			expect(allowed.filter(Boolean)).toHaveLength(7);
			await other.close();
		});
	});
}
