// The time of a check in a large library of invented articles.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openArchive } from '../../src/app/open-archive.ts';
import { createChecker } from '../../src/discussion/check.ts';
import { generator } from '../../src/language/random.ts';
import { unsummarised } from '../../src/sources/record.ts';
import { fillArchive } from '../invented.ts';
import { posted } from './posted.ts';

/** Utterances in an invented article. */
const quotesEach = 6;
const checks = 600;

/** @param keptDir an archive of such articles, which is filled where it is empty; else one is made and removed. */
export async function timeAtScale(quotations: number, keptDir?: string) {
	const dataDir = keptDir ?? (await mkdtemp(join(tmpdir(), 'verbatim-check-')));
	const count = async () => {
		const archive = await openArchive(dataDir);
		const { articles, quotes } = await archive.seenBy(null).status();
		await archive.close();
		return { articles, quotes };
	};
	if ((await count()).articles === 0)
		await fillArchive(dataDir, Math.ceil(quotations / quotesEach), 0, unsummarised);
	const { articles, quotes } = await count();
	const archive = await openArchive(dataDir);
	const view = archive.seenBy(null);
	const random = generator(7);
	const took: number[] = [];
	const busy = process.cpuUsage();
	let found = 0;
	for (let run = 0; run < checks; run++) {
		const text = posted(run, articles, random);
		const began = performance.now();
		// A new one each time, so that no article is at hand.
		const checked = await createChecker().check(view, { text, speaker: null }, { article: null, articles });
		took.push(performance.now() - began);
		if (checked.verdict !== 'not found') found++;
	}
	const { user, system } = process.cpuUsage(busy);
	await archive.close();
	if (keptDir === undefined) await rm(dataDir, { recursive: true });
	took.sort((a, b) => a - b);
	const at = (part: number) => Number((took[Math.floor(part * (took.length - 1))] ?? 0).toFixed(2));
	return {
		quotations: quotes,
		articles,
		found: Number((found / checks).toFixed(3)),
		ms: { p50: at(0.5), p99: at(0.99), processor: Number(((user + system) / 1000 / checks).toFixed(2)) },
	};
}
