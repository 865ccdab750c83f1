import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { fontsFor } from './fonts.ts';
import type { ChartRequest, Theme } from './picture.ts';

/** In pixels; names to the left of the bars. */
const page = { width: 1200, margin: 56, names: 400, row: 132, head: 96, foot: 64, bar: 76 };
/** Rows and columns that fit, and characters of a name that are measured at all. */
const most = { rows: 6, columns: 8, letters: 200 };

const colours: Readonly<
	Record<Theme, { page: string; ink: string; soft: string; bar: string; rule: string }>
> = {
	light: { page: '#ffffff', ink: '#1f2023', soft: '#62666e', bar: '#b8860b', rule: '#dcdee2' },
	dark: { page: '#1e1f23', ink: '#f1f2f4', soft: '#a3a7b0', bar: '#d9a32b', rule: '#3a3c42' },
};

/** Draws counts as bars: a row each, with its columns side by side on one scale. @returns a PNG. */
export function drawChart({ title, columns, rows, theme }: ChartRequest): Buffer {
	const shown = rows.slice(0, most.rows);
	const labels = columns.slice(-most.columns);
	const height = page.head + shown.length * page.row + page.foot;
	const canvas = createCanvas(page.width, height);
	const context = canvas.getContext('2d');
	const colour = colours[theme];
	context.fillStyle = colour.page;
	context.fillRect(0, 0, page.width, height);
	const left = page.margin + page.names;
	const step = (page.width - page.margin - left) / Math.max(1, labels.length);
	const highest = Math.max(1, ...shown.flatMap(({ counts }) => counts.slice(-most.columns)));
	context.textAlign = 'left';
	write(context, title, page.margin, 64, {
		size: 36,
		weight: 700,
		most: page.width - 2 * page.margin,
		colour: colour.ink,
	});
	for (const [index, { name, counts }] of shown.entries()) {
		const bottom = page.head + (index + 1) * page.row - 12;
		context.textAlign = 'left';
		write(context, name, page.margin, bottom - 28, {
			size: 34,
			weight: 600,
			most: page.names - 28,
			colour: colour.ink,
		});
		context.fillStyle = colour.rule;
		context.fillRect(left, bottom, page.width - page.margin - left, 2);
		for (const [column, count] of counts.slice(-most.columns).entries()) {
			if (count <= 0) continue;
			const tall = Math.max(4, (page.bar * count) / highest);
			const middle = left + (column + 0.5) * step;
			const wide = Math.min(90, step * 0.6);
			context.fillStyle = colour.bar;
			context.fillRect(middle - wide / 2, bottom - tall, wide, tall);
			context.textAlign = 'center';
			write(context, String(count), middle, bottom - tall - 8, {
				size: 28,
				weight: 500,
				most: step,
				colour: colour.ink,
			});
		}
	}
	context.textAlign = 'center';
	for (const [column, label] of labels.entries()) {
		const middle = left + (column + 0.5) * step;
		write(context, label, middle, height - 24, {
			size: 26,
			weight: 400,
			most: step - 8,
			colour: colour.soft,
		});
	}
	return canvas.toBuffer('image/png');
}

/** One line, cut with an ellipsis where it is too long. */
function write(
	context: SKRSContext2D,
	text: string,
	x: number,
	y: number,
	look: { readonly size: number; readonly weight: number; readonly most: number; readonly colour: string },
): void {
	const line = text.slice(0, most.letters).toWellFormed();
	context.font = `${look.weight} ${look.size}px ${fontsFor(`${line}…`, null)}`;
	context.fillStyle = look.colour;
	const letters = [...line];
	let low = 0;
	let high = letters.length;
	const width = (count: number) =>
		context.measureText(letters.slice(0, count).join('') + (count < letters.length ? '…' : '')).width;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (width(middle) <= look.most) low = middle;
		else high = middle - 1;
	}
	context.fillText(letters.slice(0, low).join('') + (low < letters.length ? '…' : ''), x, y);
}
