import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../packages/rehearsal/tests/page/browser.ts';
import { setUp } from '../packages/rehearsal/tests/page/fixture.ts';

/**
 * What the rehearsal's page weighs and how long it takes, as JSON: its bytes over the wire, from `npm start` to a
 * page in which one can type (the first start makes the archive, the second is warm), from Enter to the reply on
 * the screen with the real bot, and how smoothly 5,000 messages scroll.
 */
const rounds = 60;
const folder = await mkdtemp(join(tmpdir(), 'verbatim-page-'));
const browser = await launchBrowser();

/** Starts the real bot without a token, and measures until the page can be typed in. */
async function start<T>(use: (page: Page) => Promise<T>): Promise<{ ms: number; result: T }> {
	const begun = performance.now();
	const bot = spawn(process.execPath, ['src/main.ts'], {
		env: { ...process.env, DISCORD_TOKEN: '', DATA_DIR: folder, REHEARSAL_PORT: '0', LOG_LEVEL: 'silent' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const url = await new Promise<string>((resolve, reject) => {
		let printed = '';
		bot.stdout.on('data', (part: Buffer) => {
			printed += part;
			const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(printed) ?? [];
			if (found !== undefined) resolve(found);
		});
		bot.once('exit', () => reject(new Error('the bot has ended before it said where its page is')));
	});
	const page = await browser.newPage();
	await page.goto(url);
	await page.locator('textarea:focus').waitFor();
	const ms = performance.now() - begun;
	const result = await use(page);
	await page.close();
	bot.removeAllListeners('exit');
	await new Promise((resolve) => bot.once('exit', resolve) && bot.kill());
	return { ms, result };
}

/** From the press of Enter to the frame after the one in which the answer was put on the page, in ms. */
async function enterToReply(page: Page): Promise<number[]> {
	const times: number[] = [];
	await page.getByRole('button', { name: 'Verbatim' }).first().waitFor();
	for (let round = 0; round < rounds; round += 1) {
		await page.locator('textarea').fill('/quotes ');
		await page.locator('.tail:focus').waitFor();
		const before = await page.evaluate(
			() => [...document.querySelectorAll('.message')].at(-1)?.getAttribute('data-id') ?? '',
		);
		const watch = await page
			.evaluateHandle(() => {
				const seen = { pressed: 0 };
				addEventListener('keydown', () => (seen.pressed = performance.now()), { once: true, capture: true });
				return seen;
			})
			.catch(() => null);
		await page.keyboard.press('Enter');
		const shown = await page.waitForFunction(
			(known) => {
				const newest = [...document.querySelectorAll('.message')].at(-1)?.getAttribute('data-id');
				return newest === known ? null : performance.now();
			},
			before,
			{ polling: 'raf', timeout: 10_000 },
		);
		const at = await shown.jsonValue();
		const pressed = (await watch?.evaluate((seen) => seen.pressed)) ?? 0;
		if (at !== null && pressed > 0) times.push(at - pressed);
	}
	return times.sort((a, b) => a - b);
}

async function weight(page: Page): Promise<Record<string, number>> {
	const bytes: Record<string, number> = {};
	for (const path of ['/', '/page.js', '/page.css', '/page.svg']) {
		const response = await fetch(new URL(path, page.url()), {
			method: 'HEAD',
			headers: { 'accept-encoding': 'br' },
		});
		bytes[path] = Number(response.headers.get('content-length'));
	}
	return bytes;
}

/** Scrolls up through 5,000 messages, a wheel turn per frame, and gives the time of each frame in ms. */
async function scroll(): Promise<{ frames: number[]; shown: number }> {
	const fixture = await setUp({ schema: false });
	const { channels, members } = fixture.rehearsal.guild;
	for (let n = 1; n <= 5_000; n += 1) {
		const content = `Message ${n}: **words** that somebody wrote, with a [link](https://news.example/${n}).`;
		await fixture.rehearsal.post({ channelId: channels.general, memberId: members.member, content });
	}
	const page = await fixture.open();
	await page.locator('.message').last().waitFor();
	const frames = await page.evaluate(
		() =>
			new Promise<number[]>((resolve) => {
				const scroller = document.querySelector('.scroller');
				const taken: number[] = [];
				let before = performance.now();
				const turn = () => {
					const now = performance.now();
					taken.push(now - before);
					before = now;
					if (scroller === null || taken.length === 600) resolve(taken);
					else {
						scroller.scrollTop -= 240;
						requestAnimationFrame(turn);
					}
				};
				requestAnimationFrame(turn);
			}),
	);
	const shown = await page.locator('.message').count();
	await fixture.close();
	return { frames: frames.slice(1).sort((a, b) => a - b), shown };
}

const at = (sorted: readonly number[], share: number) =>
	Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1));

const first = await start(weight);
const warm = await start(enterToReply);
await browser.close();
const { frames, shown } = await scroll();
await rm(folder, { recursive: true });

const compressed = Object.values(first.result).reduce((sum, bytes) => sum + bytes, 0);
process.stdout.write(
	`${JSON.stringify(
		{
			weight: { bytes: compressed, files: first.result },
			startToUsable: { firstMs: Math.round(first.ms), warmMs: Math.round(warm.ms) },
			enterToReply: { rounds, p50Ms: at(warm.result, 0.5), p99Ms: at(warm.result, 0.99) },
			scrolling5000: {
				frames: frames.length,
				p50Ms: at(frames, 0.5),
				p95Ms: at(frames, 0.95),
				p99Ms: at(frames, 0.99),
				messagesInDocument: shown,
			},
		},
		null,
		'\t',
	)}\n`,
);
process.exit(0);
