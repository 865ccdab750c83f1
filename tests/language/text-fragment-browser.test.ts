/// <reference lib="dom" />
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../packages/rehearsal/tests/page/browser.ts';
import { type Stretch, textFragments, withTextFragment } from '../../src/language/text-fragment.ts';

let browser: Browser;
let server: Server;
let page: Page;
let html = '';
let address: string;
beforeAll(async () => {
	browser = await launchBrowser();
	page = await browser.newPage({ viewport: { width: 640, height: 480 } });
	server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pier`;
});
afterAll(async () => {
	await browser.close();
	server.close();
});

/** A page with these texts as blocks that are far apart, between a menu and readers' comments. */
const pageOf = (texts: readonly string[]) => `<!doctype html><meta charset="utf-8"><style>
	body { margin: 0 40px; font: 22px/1.5 sans-serif; color: #000; background: #fff }
	p, h1 { margin: 0 0 1500px }
	::target-text { background: #f00; color: #000 }
</style><nav><a href="/">Home</a> <a href="/news">News</a></nav>
${texts.map((text, number) => `<${number === 0 ? 'h1' : 'p'} class="block">${text.replace(/&/gu, '&amp;')}</${number === 0 ? 'h1' : 'p'}>`).join('\n')}
<div>A reader wrote: ${texts.join(' ').replace(/&/gu, '&amp;')}</div>`;

/** Opens the page at a stretch of its texts: how much of its words, and of all else in view, the browser marks. */
async function marked(texts: readonly string[], { first, last, start, end }: Stretch, hash = '') {
	const plain = texts.map((text) => text.replace(/<[^>]+>/gu, ''));
	const directive = textFragments(plain)({ first, last, start, end });
	if (directive === null) throw new Error('There is no directive.');
	html = pageOf(texts);
	await page.goto('about:blank');
	await page.goto(withTextFragment(address + hash, directive));
	// The browser scrolls and marks some time after the page has loaded.
	return vi.waitFor(
		async () => {
			const found = await red(await boxesOf({ first, last, start, end }));
			expect(found.share).toBeGreaterThan(0.5);
			return found;
		},
		{ timeout: 10_000, interval: 50 },
	);
}

/** Where the words of a stretch are in the window, line by line. */
function boxesOf({ first, last, start, end }: Stretch): Promise<Box[]> {
	return page.evaluate(
		([first, last, start, end]) => {
			const at = (block: number, offset: number) => {
				const element = document.querySelectorAll('.block')[block];
				const walker = document.createTreeWalker(element as Element, NodeFilter.SHOW_TEXT);
				let left = offset;
				for (let node = walker.nextNode(); node; node = walker.nextNode()) {
					const { length } = node.textContent as string;
					if (left <= length) return { node, offset: left };
					left -= length;
				}
				throw new Error('The page is shorter.');
			};
			const range = document.createRange();
			const [from, to] = [at(first, start), at(last, end)];
			range.setStart(from.node, from.offset);
			range.setEnd(to.node, to.offset);
			return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
		},
		[first, last, start, end] as const,
	);
}

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** Of what is in view: whether any of these boxes is, the part of them that is red, and how much is red elsewhere. */
async function red(boxes: readonly Box[]) {
	const shot = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
	return page.evaluate(
		async ({ shot, boxes }) => {
			const image = new Image();
			image.src = shot;
			await image.decode();
			const { width, height } = image;
			const canvas = new OffscreenCanvas(width, height);
			const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, width, height);
			/** 2 in a box, 1 so near to one that it belongs to neither. */
			const kinds = new Uint8Array(width * height);
			for (const [slack, kind] of [
				[8, 1],
				[0, 2],
			] as const)
				for (const box of boxes) {
					const to = Math.min(width, Math.ceil(box.x + box.width + slack));
					for (
						let y = Math.max(0, Math.ceil(box.y - slack));
						y < Math.min(height, box.y + box.height + slack);
						y++
					)
						kinds.fill(kind, y * width + Math.max(0, Math.ceil(box.x - slack)), y * width + Math.max(0, to));
				}
			let inside = 0;
			let outside = 0;
			let area = 0;
			for (const [at, kind] of kinds.entries()) {
				const isRed =
					(data[4 * at] ?? 0) > 200 && (data[4 * at + 1] ?? 0) < 60 && (data[4 * at + 2] ?? 0) < 60;
				if (kind === 2) area++;
				if (isRed && kind === 2) inside++;
				if (isRed && kind === 0) outside++;
			}
			return { inView: area > 0, share: area === 0 ? 0 : inside / area, outside };
		},
		{ shot, boxes },
	);
}

const stretch = (texts: readonly string[], number: number, words: string): Stretch => {
	const start = (texts[number] ?? '').replace(/<[^>]+>/gu, '').indexOf(words);
	if (start === -1) throw new Error(`Text ${number} does not say "${words}".`);
	return { first: number, last: number, start, end: start + words.length };
};

const long =
	'The pier was built by the crews, and they were never paid for it in all those years, whatever the town says today about all those years';
const cases: readonly (readonly [name: string, texts: readonly string[], number: number, words: string])[] = [
	['words that stand once', ['Pier shut', '“We wait,” said Ada Venn.', 'Rain.'], 1, 'We wait'],
	[
		'words that the headline has too',
		['“We wait”, says Venn', 'Rain.', '“We wait,” said Ada Venn.'],
		2,
		'We wait',
	],
	[
		'one of three',
		['Pier', 'I said: “We wait.” Rain.', 'You said: “We wait.” Sun.', 'They said: “We wait.”'],
		2,
		'We wait',
	],
	[
		'hyphens, commas, ampersands',
		['Pier', 'Rain.', 'A “state-run, half-paid R&D site, 50% off - now” it is.'],
		2,
		'state-run, half-paid R&D site, 50% off - now',
	],
	['many words', ['The pier was shut', 'All those years.', `“${long},” said Ada Venn.`], 2, long],
	[
		'words in Russian',
		['Пирс', 'Дождь.', '«Мы не будем ждать ещё один год, пока город заплатит за этот пирс», — сказала Венн.'],
		2,
		'Мы не будем ждать ещё один год, пока город заплатит за этот пирс',
	],
	['words in Arabic', ['الرصيف', 'مطر.', 'قالت فين: «لن ننتظر أكثر من ذلك».'], 2, 'لن ننتظر أكثر من ذلك'],
	[
		'words in Japanese',
		['桟橋', '雨が降った。', '市長は「私たちはもう待ちません」と述べた。'],
		2,
		'私たちはもう待ちません',
	],
	[
		'words in Chinese',
		['码头', '下雨了。', '市长说：“我们不会再等待了，码头是我们的。”'],
		2,
		'我们不会再等待了，码头是我们的',
	],
	[
		'words with marks inside',
		['Pier', 'Rain.', '“We <em>really</em> will <a href="/x">not wait</a> any more,” said Venn.'],
		2,
		'We really will not wait any more',
	],
	[
		'words with a no-break space',
		['Pier', 'Rain.', '“We lost 20\u00a0000 euros,” said Venn.'],
		2,
		'We lost 20\u00a0000 euros',
	],
];

describe('in Chromium, the address of a quotation', { timeout: 60_000 }, () => {
	it.each(cases)('leads to %s and marks them alone', async (_, texts, number, words) => {
		const { inView, share, outside } = await marked(texts, stretch(texts, number, words));
		expect(inView).toBe(true);
		expect(share).toBeGreaterThan(0.5);
		expect(outside).toBe(0);
	});

	it('leads over paragraphs', async () => {
		const texts = [
			'Pier',
			'Rain.',
			'“The pier was built by the crews of this town.',
			'“But the quay is ours.”',
			'End.',
		];
		const end = texts[3]?.indexOf('.') ?? 0;
		const found = await marked(texts, { first: 2, last: 3, start: 1, end });
		expect(found.inView).toBe(true);
		expect(found.outside).toBe(0);
		expect(found.share).toBeGreaterThan(0.5);
	});

	it('keeps the fragment that the address has', async () => {
		const texts = ['Pier', 'Rain.', '“We wait,” said Ada Venn.'];
		const found = await marked(texts, stretch(texts, 2, 'We wait'), '#comments');
		expect(found).toMatchObject({ inView: true, outside: 0 });
		expect(await page.evaluate(() => location.hash)).toBe('#comments');
	});
});
