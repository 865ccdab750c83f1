import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/pictures/chart.ts';
import { writeName } from '../../src/pictures/written.ts';

const look = { size: 34, weight: 600, most: 372, colour: '#000000' };

/** The lines in which a name is written. */
function linesOf(name: string): string[] {
	const context = createCanvas(600, 200).getContext('2d');
	const lines: string[] = [];
	const write = context.fillText.bind(context);
	context.fillText = (text: string, x: number, y: number) => {
		lines.push(text);
		expect(context.measureText(text).width).toBeLessThanOrEqual(look.most);
		write(text, x, y);
	};
	writeName(context, name, 0, 100, look);
	return lines;
}

describe('a name in a chart', () => {
	test('is in one line where it fits, else in two, of which only what does not fit is cut', () => {
		expect(linesOf('Ada Venn')).toEqual(['Ada Venn']);
		expect(linesOf('Chief Officer Konstantinos of Sundmouth')).toEqual([
			'Chief Officer Konstantinos',
			'of Sundmouth',
		]);
		const [first = '', second = '', ...others] = linesOf(`Ada ${'Papadimitriou-'.repeat(6)}Venn of Arle`);
		expect([first, others]).toEqual(['Ada', []]);
		expect(second).toMatch(/^Papadimitriou-.*…$/u);
	});

	test('of one word without end is cut', () => {
		const [only = '', ...others] = linesOf('W'.repeat(5_000));
		expect(others).toEqual([]);
		expect(only).toMatch(/^W+…$/u);
	});
});

describe('a chart', () => {
	const rows = ['Ada Venn', 'Ilse Brandt'].map((name, at) => ({ name, counts: [3 - at, 1, 0] }));
	const drawn = (columns: readonly string[]) =>
		drawChart({ kind: 'chart', title: 'Quotes', columns, rows, theme: 'light' });

	test('of one column has bars that lie, the longer the more', async () => {
		const image = await loadImage(drawn(['quotes']));
		const context = createCanvas(image.width, image.height).getContext('2d');
		context.drawImage(image, 0, 0);
		/** Pixels of the bar in a row of the picture. */
		const long = (y: number) => {
			const { data } = context.getImageData(0, y, image.width, 1);
			return Array.from({ length: image.width }, (_, x) => data[4 * x] === 0xb8).filter(Boolean).length;
		};
		const [first, second] = [long(138), long(222)];
		expect(second).toBeGreaterThan(100);
		expect(first / second).toBeCloseTo(3 / 2, 1);
	});

	test('of several columns has room for labels of two lines', async () => {
		const [one, several] = await Promise.all(
			[['quotes'], ['Apr\n2031', 'May', 'Jun']].map((columns) => loadImage(drawn(columns))),
		);
		expect(several?.width).toBe(1_200);
		expect(several?.height).toBeGreaterThan(one?.height ?? Number.POSITIVE_INFINITY);
	});
});
