import { expect, it } from 'vitest';

let imported = 0;
/** As a process has it that has read nothing yet: a module is evaluated anew under each address. */
const fresh = (): Promise<typeof import('../../../src/language/retrieval/word-vectors.ts')> =>
	import(`../../../src/language/retrieval/word-vectors.ts?${imported++}`);
const sought = ['ferry', 'boat', 'the', 'winter', 'snow', 'zzyzx'];

it('are the same whether they are read at first use or before', async () => {
	const atOnce = (await fresh()).wordVectors();
	const later = await fresh();
	await later.prepareWordVectors();
	const prepared = later.wordVectors();
	expect(prepared).not.toBe(atOnce);
	for (const one of sought) {
		expect(prepared.numberOf(one)).toBe(atOnce.numberOf(one));
		for (const other of sought) {
			const [a, b] = [atOnce.numberOf(one), atOnce.numberOf(other)];
			expect(prepared.likeness(a, b)).toBe(atOnce.likeness(a, b));
		}
	}
	expect(atOnce.numberOf('ferry')).toBeGreaterThan(0);
	expect(atOnce.numberOf('zzyzx')).toBe(-1);
});

it('leave others many turns while they are prepared, and are not read again', async () => {
	const { prepareWordVectors, wordVectors } = await fresh();
	let turns = 0;
	let isDone = false;
	const count = () => {
		turns++;
		if (!isDone) setImmediate(count);
	};
	setImmediate(count);
	await prepareWordVectors();
	isDone = true;
	expect(turns).toBeGreaterThan(8);
	const prepared = wordVectors();
	await prepareWordVectors();
	expect(wordVectors()).toBe(prepared);
});
