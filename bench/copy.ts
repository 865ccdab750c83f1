import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser } from '../packages/rehearsal/tests/page/browser.ts';

// npm run --silent bench:copy -- CORPUS OUT
// Copies every page of CORPUS/html/*.html.gz as people do, in a Chromium without scripts and without network: whole,
// and from its h1 on. Writes OUT/dumps/ID-whole.txt and ID-headline.txt, and OUT/truth.jsonl with what an article
// extractor should find there, out of CORPUS/truth.jsonl or CORPUS/ground-truth.json: the form that
// `bench:copied` and `train:lines` read.

const line = z.object({
	id: z.string(),
	type: z.enum(['article', 'forum']),
	url: z.string(),
	title: z.string().nullable(),
	author: z.string().nullable(),
	text: z.string(),
});
type Truth = z.infer<typeof line>;

/** Selects the page from its first h1 of some length to the end: what a person who drags the mouse gets. */
const fromHeadline = `(() => {
	const all = [...document.querySelectorAll('h1')].filter((one) => one.innerText.trim() !== '');
	const h1 = all.find((one) => one.innerText.trim().split(/\\s+/).length > 3) ?? all[0];
	if (!h1) return null;
	const range = document.createRange();
	range.setStartBefore(h1);
	range.setEndAfter(document.body.lastChild);
	window.getSelection().removeAllRanges();
	window.getSelection().addRange(range);
	return window.getSelection().toString();
})()`;

const [corpus, out] = process.argv.slice(2);
if (!corpus || !out) {
	console.error('usage: npm run --silent bench:copy -- CORPUS OUT');
	process.exit(2);
}
mkdirSync(join(out, 'dumps'), { recursive: true });

const browser = await launchBrowser();
const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
const work = mkdtempSync(join(tmpdir(), 'copy-'));
const lines: string[] = [];
try {
	for (const truth of readTruth(corpus)) lines.push(...(await copy(truth)));
} finally {
	await browser.close();
	rmSync(work, { recursive: true });
}
writeFileSync(join(out, 'truth.jsonl'), `${lines.join('\n')}\n`);
console.log(JSON.stringify({ dumps: lines.length }));

/** The two dumps of a page, and their lines of truth; a page that Chromium cannot show in time has none. */
async function copy(truth: Truth): Promise<string[]> {
	const file = join(work, 'page.html');
	writeFileSync(file, gunzipSync(readFileSync(join(corpus ?? '', 'html', `${truth.id}.html.gz`))));
	const page = await context.newPage();
	try {
		await page.route('**', (route) =>
			route.request().url().startsWith('file:') ? route.continue() : route.abort(),
		);
		await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded', timeout: 20_000 });
		const { whole, headline, titles } = await textsOf(page);
		const accepted = [...new Set([truth.title, ...titles].filter((title) => title !== null && title !== ''))];
		return [
			...(whole.trim() === '' ? [] : [save(truth, 'whole', whole, accepted)]),
			...(headline === null || headline.trim() === '' ? [] : [save(truth, 'headline', headline, accepted)]),
		];
	} catch (error) {
		console.error(`${truth.id}: ${String(error).split('\n')[0]}`);
		return [];
	} finally {
		await page.close();
	}
}

function save(
	truth: Truth,
	copied: 'whole' | 'headline',
	text: string,
	headline: readonly unknown[],
): string {
	const id = `${truth.id}-${copied}`;
	writeFileSync(join(out ?? '', 'dumps', `${id}.txt`), text);
	const { type, url, author, text: body } = truth;
	return JSON.stringify({ id, copied, type, url, headline, byline: author ? [author] : null, text: body });
}

/** What a person gets who copies all, who copies from the h1 on, and how the page names itself. */
async function textsOf(page: Page): Promise<{ whole: string; headline: string | null; titles: string[] }> {
	const whole = z.string().parse(await page.evaluate('document.body.innerText'));
	const headline = z
		.string()
		.nullable()
		.parse(await page.evaluate(fromHeadline));
	const named = page.locator('meta[property="og:title"]').first();
	const title = (await named.count()) > 0 ? await named.getAttribute('content') : null;
	const tops = (await page.locator('h1').allInnerTexts()).filter((text) => text.trim() !== '');
	const titles = [title ?? '', ...(tops.length === 1 ? tops : [])];
	return { whole, headline, titles: titles.map((text) => text.replace(/\s+/g, ' ').trim()) };
}

function readTruth(folder: string): Truth[] {
	if (!readdirSync(folder).includes('ground-truth.json')) {
		const rows = readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n').filter(Boolean);
		return rows.map((row) => line.parse(JSON.parse(row)));
	}
	const pages = z
		.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }))
		.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')));
	return Object.entries(pages).map(([id, { articleBody, url }]) => ({
		...{ id, type: 'article' as const, url, title: null, author: null, text: articleBody },
	}));
}
