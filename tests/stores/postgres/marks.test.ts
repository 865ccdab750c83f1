import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../src/sources/record.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { markOf, marksOf, readMarks, writtenMarks } from '../../../src/stores/postgres/marks.ts';
import { inventedRecord, saying } from '../../library/invented.ts';
import { emptyArchive } from './under-test.ts';

const ferry = (id: string) =>
	inventedRecord({ id, topics: ['Ferries'], ...saying({ said: 'The ferries sail,', by: 'Ada M. Quillon' }) });

describe('the marks of an article', () => {
	it('are what it may be found by: words of the text by their stems, names by how they begin', () => {
		const marks = marksOf(ferry('one'), []);
		const found = [
			markOf.article('one'),
			...[markOf.name('q'), markOf.name('quill'), markOf.name('quillon'), markOf.name('ada')],
			...[markOf.said('ferry'), markOf.text('sailing'), markOf.topic('ferries')],
			markOf.family('ada quillon'),
		];
		expect(found.filter((mark) => !marks.has(mark))).toEqual([]);
		for (const other of [markOf.article('two'), markOf.name('quilt'), markOf.said('bread')])
			expect(marks.has(other)).toBe(false);
	});

	it('come back from a notice as they were', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat({ max: 2 ** 22 - 1 })), (marks) => {
				expect(readMarks(writtenMarks(new Set(marks)))).toEqual(new Set(marks));
			}),
		);
	});
});

describe('what an archive says of an answer', () => {
	it('is that it holds until something comes that it depends on, and never beyond another change', async () => {
		const url = await emptyArchive();
		const archive = await openPostgresArchive(url, recordOf);
		await archive.put(['one', 'two', 'three', 'four', 'five'].map(ferry));
		const { watch } = archive.seenBy(null);
		if (watch === undefined) throw new Error('The archive does not say.');
		const marks = [markOf.topic('bread')];
		const files = archive.sources({ shelf: null, kind: 'folder' });
		const state = { name: 'seven.txt', size: 1, modified: 1, sha256: 'a', reader: 'reader' };
		await files.put([ferry('seven')], state);
		let since = watch.now();
		const holds = () => [marks, [markOf.topic('ferries')], null].map((one) => watch.isUnchanged(since, one));
		expect(holds()).toEqual([true, true, true]);
		await archive.put([ferry('six')]);
		expect(holds()).toEqual([true, false, false]);
		// One that is there already gets another text.
		await archive.put([inventedRecord({ id: 'six', paragraphs: ['No boat sails.'] })]);
		expect(holds()).toEqual([false, false, false]);
		since = watch.now();
		await files.remove('seven.txt');
		expect(holds()).toEqual([false, false, false]);
		since = watch.now();
		await archive.put([ferry('mine')], '100');
		expect(holds()).toEqual([true, true, true]);
		expect(archive.seenBy('100').watch?.isUnchanged(since, marks)).toBe(false);
		// Another process knows of nothing that came before it.
		const other = await openPostgresArchive(url, recordOf);
		expect(other.seenBy(null).watch?.isUnchanged(since, marks)).toBe(true);
		expect(other.seenBy(null).watch?.isUnchanged('0:1', marks)).toBe(false);
		// With more articles than a power of two, words are rarer than before.
		since = watch.now();
		for (const id of ['eight', 'nine']) await archive.put([ferry(id)]);
		expect(holds()).toEqual([true, false, false]);
		await archive.put([ferry('ten')]);
		expect(holds()).toEqual([false, false, false]);
		await Promise.all([archive.close(), other.close()]);
	});
});
