// Loosely worded messages to known statements: a folder with claims.jsonl ({id, claim, title}) and queries.jsonl
// ({id, part, text, claims}).
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openArchive } from '../../src/app/open-archive.ts';
import type { Article } from '../../src/article.ts';
import { packFor } from '../../src/language/packs.ts';
import { type LikeCandidate, mostLike } from '../../src/language/retrieval/likeness/likeness.ts';
import { likeWords } from '../../src/language/retrieval/likeness/message.ts';
import { recordOf } from '../../src/sources/record.ts';

const claimLine = z.object({ id: z.string(), claim: z.string(), title: z.string() });
const queryLine = z.object({
	id: z.string(),
	part: z.string(),
	text: z.string(),
	claims: z.array(z.string()),
});

/** A message with the statements that were found for it. */
export interface ClaimList {
	readonly part: string;
	readonly text: string;
	/** Ids of the statements that it means. */
	readonly right: readonly string[];
	readonly candidates: readonly (LikeCandidate & { readonly id: string })[];
	readonly rarity: ReadonlyMap<string, number>;
}

/** What a library of all statements finds for each message, in the store's order. */
export async function claimLists(folder: string): Promise<ClaimList[]> {
	const read = (name: string) =>
		readFileSync(join(folder, name), 'utf8')
			.split('\n')
			.filter(Boolean)
			.map((line): unknown => JSON.parse(line));
	const claims = read('claims.jsonl').map((line) => claimLine.parse(line));
	const queries = read('queries.jsonl').map((line) => queryLine.parse(line));
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-claims-'));
	const archive = await openArchive(dataDir);
	for (let from = 0; from < claims.length; from += 1_000) {
		await archive.put(
			claims.slice(from, from + 1_000).map((claim, at) => recordOf(articleOf(claim, from + at))),
		);
	}
	const view = archive.seenBy(null);
	const { functionWords } = packFor('en').words;
	const lists: ClaimList[] = [];
	for (const { part, text, claims: right } of queries) {
		const { found, rarity } = await view.utterancesLike({
			words: likeWords(text, functionWords),
			limit: mostLike.found,
		});
		// Of statements that the folder holds twice the first is meant.
		const inOrder = found.map((one) => ({ ...one, number: Number(one.utterance.article.id.slice(6)) }));
		inOrder.sort((one, other) => one.number - other.number);
		const candidates = inOrder.map(({ utterance, shared, number }) => ({
			id: claims[number]?.id ?? '',
			text: utterance.parts.map((one) => one.text).join(' '),
			headline: utterance.article.headline,
			shared,
		}));
		lists.push({ part, text, right, candidates, rarity });
	}
	await archive.close();
	await rm(dataDir, { recursive: true });
	return lists;
}

/** A statement as an article: its headline, and what is said under it. */
function articleOf({ claim, title }: z.infer<typeof claimLine>, number: number): Article {
	const text = claim.replaceAll('"', "'");
	return {
		id: `claim-${number}`,
		revision: `claim-${number}`,
		source: { kind: 'json', name: `${number}.json`, sha256: number.toString(16).padStart(64, '0') },
		...{ url: null, site: null, language: 'en', deck: null, byline: [], publishedAt: null, updatedAt: null },
		...{ capturedAt: null, caption: null, credit: null, topics: [], related: [], comments: [] },
		headline: title || text.slice(0, 80),
		paragraphs: [title || text.slice(0, 80), `"${text}"`],
		quotes: [
			{
				...{ text, paragraph: 1, start: 0, end: text.length + 2, speaker: null, role: null },
				...{ confidence: null, mention: null, cue: null, kind: 'quote', group: 0 },
			},
		],
	};
}

/** Mean average precision at 5, in per cent. */
export function meanPrecision(
	lists: readonly ClaimList[],
	order: (list: ClaimList) => readonly number[],
): number {
	let sum = 0;
	for (const list of lists) {
		let right = 0;
		let precision = 0;
		for (const [rank, index] of order(list).slice(0, 5).entries()) {
			if (list.right.includes(list.candidates[index]?.id ?? '')) precision += ++right / (rank + 1);
		}
		sum += precision / Math.min(5, list.right.length);
	}
	return Math.round((1_000 * sum) / Math.max(1, lists.length)) / 10;
}
