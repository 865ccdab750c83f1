// npm run --silent bench:check -- QUOTES.jsonl [--seed 1] [--each 2000] [--claims FOLDER] [--scale 100000,1000000] [--misses FILE]
// Posted quotes made out of a corpus of quotations, with half of its articles left out of the library, and what a check
// says of them; prints one JSON object. With --claims also how often the statement that a loosely worded message means
// is among the first (mean average precision at 5), and with --scale the time of a check in large libraries.
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openArchive } from '../src/app/open-archive.ts';
import { createChecker } from '../src/discussion/check.ts';
import type { CheckedQuote } from '../src/discussion/checked.ts';
import { postedQuotes } from '../src/discussion/posted.ts';
import { packFor } from '../src/language/packs.ts';
import { rankByLikeness } from '../src/language/retrieval/likeness/likeness.ts';
import { recordOf } from '../src/sources/record.ts';
import { buildCases, type Case } from './check/cases.ts';
import { claimLists, meanPrecision } from './check/claims.ts';
import { readQuoteCorpus } from './check/corpus.ts';
import { timeAtScale } from './check/scale.ts';
import { hasMarks, isCopy, isFound, isMarked, isStitched } from './check/score.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		seed: { type: 'string', default: '1' },
		each: { type: 'string', default: '2000' },
		misses: { type: 'string' },
		claims: { type: 'string' },
		scale: { type: 'string' },
		archive: { type: 'string' },
	},
});
const [path] = positionals;
if (path === undefined) {
	console.error(
		'usage: npm run --silent bench:check -- QUOTES.jsonl [--seed N] [--each N] [--claims FOLDER] [--scale N,N]',
	);
	process.exit(2);
}

const corpus = readQuoteCorpus(path);
const cases = buildCases(corpus, Number(values.seed), Number(values.each));
const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-check-'));
const archive = await openArchive(dataDir);
await archive.put(cases.held.map(({ article }) => recordOf(article)));
const view = archive.seenBy(null);
const checker = createChecker();
const took: number[] = [];

const ask = async (text: string, speaker: string | null): Promise<CheckedQuote> => {
	const began = performance.now();
	const checked = await checker.check(
		view,
		{ text, speaker },
		{ article: null, articles: cases.held.length },
	);
	took.push(performance.now() - began);
	return checked;
};
/** As a whole message: the name has to be read out of it. */
const askMessage = async ({ text, speaker }: Case): Promise<CheckedQuote> => {
	const plain = text.replace(/["“”]/gu, "'");
	const [quote] = postedQuotes(`${speaker} said: “${plain}”`).quotes;
	return ask(quote?.text ?? text, quote?.speaker ?? null);
};

async function share(
	name: string,
	some: readonly Case[],
	check: (one: Case) => Promise<CheckedQuote>,
	isRight: (checked: CheckedQuote, one: Case) => boolean,
) {
	let right = 0;
	for (const one of some) {
		const checked = await check(one);
		if (isRight(checked, one)) right++;
		else if (values.misses !== undefined) {
			const pieces = checked.pieces.map(({ place, posted, edits }) => ({
				paragraph: place.paragraph,
				kind: place.kind,
				speaker: place.speaker,
				posted: posted.text,
				edits,
			}));
			appendFileSync(values.misses, `${JSON.stringify({ name, one, verdict: checked.verdict, pieces })}\n`);
		}
	}
	return { percent: Math.round((10_000 * right) / Math.max(1, some.length)) / 100, of: some.length };
}

const paragraphs = new Map(cases.held.map(({ article }) => [article.id, article.paragraphs]));
const plain = (one: Case) => ask(one.text, null);
const figures = {
	articles: { held: cases.held.length, leftOut: corpus.length - cases.held.length },
	copies: await share('copies', cases.copies, plain, isCopy),
	edited: await share('edited', cases.edited, plain, isMarked),
	numbersAndNegations: await share('weighty', cases.weighty, plain, (checked, one) =>
		hasMarks(checked, one.marked),
	),
	stitched: await share('stitched', cases.stitched, plain, (checked, one) =>
		isStitched(checked, one, paragraphs.get(one.article) ?? []),
	),
	wrongSpeaker: await share(
		'speaker',
		cases.wrongSpeaker,
		askMessage,
		({ verdict, isByAnother }) => verdict === 'said by somebody else' && isByAnother,
	),
	fragments: await share('fragments', cases.fragments, plain, isFound),
	calledFoundAnyway: await share('absent', cases.absent, plain, (checked) => !isFound(checked)).then(
		({ percent, of }) => ({ percent: Math.round(100 * (100 - percent)) / 100, of }),
	),
	ms: quantiles(took),
	...(values.claims !== undefined && { claims: await claimFigures(values.claims) }),
	...(values.scale !== undefined && { scale: await timesAtScale(values.scale) }),
};
process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
await archive.close();
await rm(dataDir, { recursive: true });

/** For each part the mean average precision at 5. */
async function claimFigures(folder: string) {
	const { functionWords } = packFor('en').words;
	const parts = Map.groupBy(await claimLists(folder), ({ part }) => part);
	return Object.fromEntries(
		[...parts].map(([part, lists]) => [
			part,
			{
				messages: lists.length,
				'map@5': meanPrecision(lists, ({ text, candidates, rarity }) =>
					rankByLikeness(text, candidates, rarity, functionWords),
				),
			},
		]),
	);
}

/** One after another: each fills the machine. */
async function timesAtScale(sizes: string) {
	const times: Awaited<ReturnType<typeof timeAtScale>>[] = [];
	for (const size of sizes.split(',')) times.push(await timeAtScale(Number(size), values.archive));
	return times;
}

function quantiles(times: readonly number[]) {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (part: number) => Math.round(100 * (sorted[Math.floor(part * (sorted.length - 1))] ?? 0)) / 100;
	return { p50: at(0.5), p99: at(0.99) };
}
