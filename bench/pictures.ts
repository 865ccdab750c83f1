import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../packages/rehearsal/tests/page/browser.ts';

/** Takes the README's pictures of the rehearsal's page again, on an article that ships: `npm run pictures`. */
const folder = await mkdtemp(join(tmpdir(), 'verbatim-pictures-'));
await mkdir('docs/images', { recursive: true });
const bot = spawn(process.execPath, ['src/main.ts'], {
	env: { ...process.env, DISCORD_TOKEN: '', DATA_DIR: folder, REHEARSAL_PORT: '0', LOG_LEVEL: 'silent' },
	stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((resolve) => {
	bot.stdout.on('data', (part: Buffer) => {
		const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(String(part)) ?? [];
		if (found !== undefined) resolve(found);
	});
});
const browser = await launchBrowser();

const dark = await browser.newPage({ viewport: { width: 1180, height: 1280 }, colorScheme: 'dark' });
await dark.goto(url);
await dark.locator('textarea:focus').waitFor();
// The articles are read in the first seconds.
await dark.waitForTimeout(4_000);
await dark.locator('textarea').fill('/article article:Port Harrow');
await dark.getByRole('option').first().waitFor();
for (const key of ['Enter', 'Enter']) await dark.keyboard.press(key);
await dark.locator('.container').waitFor();
await dark.locator('.origin').last().scrollIntoViewIfNeeded();
await dark.waitForTimeout(300);
await dark.screenshot({ path: 'docs/images/article.png' });

const light = await browser.newPage({ viewport: { width: 1180, height: 1340 }, colorScheme: 'light' });
await light.goto(url);
await light.locator('textarea:focus').waitFor();
await light.locator('textarea').fill('/quotes article:Port Harrow');
await light.getByRole('option').first().waitFor();
for (const key of ['Enter', 'Enter']) await light.keyboard.press(key);
await light.locator('.container').nth(1).waitFor();
await light.keyboard.type('/quotes speaker:bar');
await light.getByRole('option').nth(1).waitFor();
await light.waitForTimeout(300);
await light.screenshot({ path: 'docs/images/quotes.png' });

const check = await browser.newPage({ viewport: { width: 1180, height: 760 }, colorScheme: 'dark' });
await check.goto(url);
await check.locator('textarea:focus').waitFor();
await check
	.locator('textarea')
	.fill(
		'/check quote:Gideon Price said: “I have bought five pumps in six years. I have bought a boat. I did come into football to own a boat.”',
	);
await check.keyboard.press('Enter');
await check.locator('.container').nth(2).waitFor();
await check.locator('.origin').last().scrollIntoViewIfNeeded();
await check.waitForTimeout(300);
await check.screenshot({ path: 'docs/images/check.png' });

const quote = await browser.newPage({ viewport: { width: 1180, height: 1080 }, colorScheme: 'dark' });
await quote.goto(url);
await quote.locator('textarea:focus').waitFor();
await quote.locator('textarea').fill('/quote about:Tonight we stopped talking');
await quote.keyboard.press('Enter');
await quote.getByRole('button', { name: 'Picture' }).last().waitFor();
await quote.locator('textarea').fill('/quote about:Tonight we stopped talking');
await quote.keyboard.press('Enter');
await quote.getByRole('button', { name: 'Picture' }).nth(1).click();
await quote.locator('img.picture').last().waitFor();
await quote.locator('textarea').fill('');
await quote.waitForTimeout(800);
await quote.getByRole('button', { name: 'As text' }).scrollIntoViewIfNeeded();
await quote.waitForTimeout(300);
await quote.screenshot({ path: 'docs/images/quote.png' });

await browser.close();
await new Promise((resolve) => bot.once('exit', resolve) && bot.kill());
await rm(folder, { recursive: true });
