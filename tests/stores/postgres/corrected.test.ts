import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/open-library.ts';
import { readReference, referenceTo } from '../../../src/library/reference.ts';
import { inventedRecord, saying } from '../../library/invented.ts';
import { quietLog } from '../../quiet-log.ts';
import { newDatabase } from './under-test.ts';

const server = '100000000000000001';

it('counts what a speaker said about a word besides what is shown, where a correction brings the speaker in', async () => {
	const { url, discard } = await newDatabase();
	const dataDir = join(tmpdir(), 'verbatim-none');
	const library = await openLibrary({
		...{ articles: dataDir, dataDir, storeUrl: url, cacheUrl: null, log: quietLog },
	});
	const said = (count: number, by: string) =>
		saying(...Array.from({ length: count }, (_, number) => ({ said: `Barge ${number} of ${by},`, by })));
	await library.archive.put([
		inventedRecord({ id: 'early', publishedAt: '2031-05-02T08:00:00Z', ...said(2, 'Cora Lund') }),
		inventedRecord({ id: 'late', publishedAt: '2031-05-03T08:00:00Z', ...said(130, 'Tom Orrin') }),
	]);
	const counted = async (of: string | null) => {
		const { groups, total } = await library.libraryOf(of).quotes({ about: 'barge' });
		return {
			total,
			groups: groups.map(({ speaker, count, utterances }) => [speaker, count, utterances.length]),
		};
	};
	expect(await counted(server)).toEqual({ total: 132, groups: [['Tom Orrin', 130, 120]] });
	const { groups } = await library.libraryOf(server).quotes({ about: 'barge' });
	const utterance = groups[0]?.utterances[0];
	const reference = utterance && readReference(referenceTo(utterance));
	if (!reference) throw new Error('Nothing was found.');
	const wanted = { change: 'speaker', speaker: 'Cora Lund' } as const;
	await library.correctionsOf(server).correct(reference, wanted, '300');
	expect(await counted(server)).toEqual({
		total: 132,
		groups: [
			['Tom Orrin', 129, 119],
			['Cora Lund', 3, 1],
		],
	});
	expect(await counted(null)).toEqual({ total: 132, groups: [['Tom Orrin', 130, 120]] });
	await library.close();
	await discard();
});
