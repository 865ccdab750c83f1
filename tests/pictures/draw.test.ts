import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/pictures/draw.ts';
import { fontsFor } from '../../src/pictures/fonts.ts';
import { quotationMarks } from '../../src/pictures/marks.ts';
import type { PictureRequest } from '../../src/pictures/picture.ts';
import { beginnings, isRightToLeft, tokensOf } from '../../src/pictures/words.ts';
import { codePoint } from '../any-text.ts';

const request: PictureRequest = {
	words: [{ text: 'We wait for the pier,', said: true }],
	speaker: 'Ada Venn',
	office: 'harbour master',
	headline: 'Pier of Port Ellery Shut',
	source: ['¶ 3', 'The Ellery Post'],
	language: 'en',
	theme: 'light',
};
const said = (text: string) => [{ text, said: true }];
const together = (words: PictureRequest['words'], language: string | null) =>
	tokensOf(words, language)
		.map(({ text, apart }) => (apart ? ` ${text}` : text))
		.join('');

/** The picture's size, and the colour of its corner. */
async function seen(png: Uint8Array) {
	const image = await loadImage(Buffer.from(png));
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	const [red = 0] = context.getImageData(image.width - 3, image.height - 3, 1, 1).data;
	return { width: image.width, height: image.height, isDark: red < 128 };
}

describe('a picture of a quotation', () => {
	test('is a PNG, light or dark, whose height follows the words', async () => {
		const light = await seen(draw(request));
		expect(light).toMatchObject({ width: 1200, isDark: false });
		expect((await seen(draw({ ...request, theme: 'dark' }))).isDark).toBe(true);
		const long = await seen(draw({ ...request, words: said('We wait for the pier. '.repeat(12)) }));
		expect(long.height).toBeGreaterThan(light.height);
	});

	test('of whatever anybody wrote is bounded, and never fails', { timeout: 60_000 }, async () => {
		const text = fc.string({ unit: codePoint, maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(text, text, text, fc.boolean(), async (words, speaker, headline, isSaid) => {
				const png = draw({ ...request, words: [{ text: words, said: isSaid }], speaker, headline });
				expect((await seen(png)).height).toBeLessThanOrEqual(1_500);
			}),
			{ numRuns: 15 },
		);
		for (const hostile of [
			'x'.repeat(20_000),
			'Word. '.repeat(8_000),
			'👩‍👩‍👧'.repeat(2_000),
			'\u0301'.repeat(5_000),
			'「'.repeat(3_000),
		]) {
			const png = draw({
				...request,
				words: said(hostile),
				speaker: hostile,
				office: hostile,
				headline: hostile,
			});
			expect((await seen(png)).height).toBeLessThanOrEqual(1_500);
			expect(png.length).toBeLessThan(4_000_000);
		}
	});

	test.each([
		['Latin', 'Žižek', 'en'],
		['Cyrillic', 'Мы ждём', 'ru'],
		['Greek', 'Περιμένουμε', 'el'],
		['Arabic', 'ننتظر', 'ar'],
		['Hebrew', 'נחכה', 'he'],
		['Japanese', '待ちません', 'ja'],
		['Chinese', '我们等待', 'zh'],
		['Korean', '기다리지', 'ko'],
		['emoji', '🎉🇫🇷', 'en'],
	])('has letters for %s, and not the box of a letter that a font lacks', (_, text, language) => {
		const inked = (shown: string, family: string) => {
			const context = createCanvas(200, 100).getContext('2d');
			context.font = `60px ${family}`;
			context.fillText(shown, 40, 70);
			return Buffer.from(context.getImageData(0, 0, 200, 100).data).toString('base64');
		};
		const family = fontsFor(text, language);
		const box = inked('\u{10fffd}', family);
		const blank = inked(' ', family);
		for (const letter of new Set(text.replace(/\s/gu, ''))) {
			expect(inked(letter, family)).not.toBe(box);
			expect(inked(letter, family)).not.toBe(blank);
		}
	});
});

describe('the words of a picture', () => {
	test('stand in the quotation marks of their language, with what stood between them outside', () => {
		const words = [
			{ text: 'We wait,', said: true },
			{ text: 'Venn said.', said: false },
			{ text: 'For ever.', said: true, open: true },
		];
		expect(together(words, 'en')).toBe('“We wait,” Venn said. “For ever.');
		expect(together(words.slice(0, 1), 'de-AT')).toBe('„We wait,“');
		expect(together(words.slice(0, 1), 'fr')).toBe('«\u202fWe wait,\u202f»');
		expect(together(said('待ちません'), 'ja')).toBe('「待ちません」');
		expect(quotationMarks('zh-TW')).toEqual(['「', '」']);
		expect(quotationMarks(null)).toEqual(['“', '”']);
		const fragment = [
			{ text: 'Venn called it', said: false },
			...said('a disgrace'),
			{ text: ', and left.', said: false },
		];
		expect(together(fragment, 'en')).toBe('Venn called it “a disgrace”, and left.');
	});

	test('are exactly those of the article, however they are put on lines', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
				const one = text.replace(/[^\S\u202f\u00a0]+/gu, ' ').trim();
				expect(together(said(text), 'en')).toBe(one === '' ? '“”' : `“${one}”`);
			}),
		);
	});

	test('that are too long end with a sentence, else with a word, and a mark outside of the marks', () => {
		const words = [
			{ text: 'One. Two. Three', said: true },
			{ text: 'he said.', said: false },
			...said('Four. Five.'),
		];
		const [bySentence = [], byWord = []] = beginnings(words);
		const shown = (list: readonly PictureRequest['words'][]) => list.map((one) => together(one, 'en'));
		expect(shown(bySentence)).toEqual([
			'“One. Two. Three” he said. “Four.” […]',
			'“One. Two.” […]',
			'“One.” […]',
		]);
		expect(shown(byWord).at(-1)).toBe('“One.” […]');
		const [, , anywhere = []] = beginnings(said('x'.repeat(120)));
		expect(shown(anywhere)).toEqual([`“${'x'.repeat(100)}” […]`, `“${'x'.repeat(50)}” […]`]);
	});

	test('of Arabic and Hebrew are read from right to left', () => {
		expect(isRightToLeft('لن ننتظر في New York')).toBe(true);
		expect(isRightToLeft('We said شكرا')).toBe(false);
	});
});
