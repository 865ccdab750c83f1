import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { ChartRequest, Theme } from './picture.ts';
import { write, writeName } from './written.ts';

/** In pixels; names to the left of the bars. */
const page = { width: 1200, margin: 56, names: 400, head: 96 };
/** Bars of several columns stand in their row; those of one lie in it. */
const standing = { row: 132, foot: 92, bar: 76 };
const lying = { row: 84, foot: 28, bar: 44, number: 110 };
/** Rows and columns that fit. */
const most = { rows: 6, columns: 8 };
const left = page.margin + page.names;
const room = page.width - page.margin - left;

const colours = {
	light: { page: '#ffffff', ink: '#1f2023', soft: '#62666e', bar: '#b8860b', rule: '#dcdee2' },
	dark: { page: '#1e1f23', ink: '#f1f2f4', soft: '#a3a7b0', bar: '#d9a32b', rule: '#3a3c42' },
} satisfies Readonly<Record<Theme, unknown>>;
type Colours = (typeof colours)[Theme];
type Rows = ChartRequest['rows'];

/** Draws counts as bars on one scale: a row each, with its columns side by side. @returns a PNG. */
export function drawChart({ title, columns, rows, theme }: ChartRequest): Buffer {
	const labels = columns.slice(-most.columns);
	const shown = rows
		.slice(0, most.rows)
		.map(({ name, counts }) => ({ name, counts: counts.slice(-most.columns) }));
	const form = labels.length > 1 ? standing : lying;
	const height = page.head + shown.length * form.row + form.foot;
	const canvas = createCanvas(page.width, height);
	const context = canvas.getContext('2d');
	const colour = colours[theme];
	context.fillStyle = colour.page;
	context.fillRect(0, 0, page.width, height);
	const heading = { size: 36, weight: 700, most: page.width - 2 * page.margin, colour: colour.ink };
	write(context, title, page.margin, 64, heading);
	for (const [index, { name }] of shown.entries()) {
		const middle = page.head + (index + 0.5) * form.row + (form === standing ? 20 : 0);
		const look = { size: 34, weight: 600, most: page.names - 28, colour: colour.ink };
		writeName(context, name, page.margin, middle, look);
	}
	const highest = Math.max(1, ...shown.flatMap(({ counts }) => counts));
	if (form === standing) drawStanding(context, labels, shown, highest, height, colour);
	else drawLying(context, shown, highest, colour);
	return canvas.toBuffer('image/png');
}

function drawStanding(
	context: SKRSContext2D,
	labels: readonly string[],
	rows: Rows,
	highest: number,
	height: number,
	colour: Colours,
): void {
	const step = room / labels.length;
	const wide = Math.min(90, step * 0.6);
	const middleOf = (column: number) => left + (column + 0.5) * step;
	context.textAlign = 'center';
	for (const [index, { counts }] of rows.entries()) {
		const bottom = page.head + (index + 1) * standing.row - 12;
		context.fillStyle = colour.rule;
		context.fillRect(left, bottom, room, 2);
		for (const [column, count] of counts.entries()) {
			if (count <= 0) continue;
			const tall = Math.max(4, (standing.bar * count) / highest);
			context.fillStyle = colour.bar;
			context.fillRect(middleOf(column) - wide / 2, bottom - tall, wide, tall);
			const look = { size: 28, weight: 500, most: step, colour: colour.ink };
			write(context, String(count), middleOf(column), bottom - tall - 8, look);
		}
	}
	for (const [column, label] of labels.entries()) {
		for (const [line, text] of label.split('\n').slice(0, 2).entries()) {
			const look = { size: 26, weight: 400, most: step - 8, colour: colour.soft };
			write(context, text, middleOf(column), height - standing.foot + 38 + line * 32, look);
		}
	}
}

function drawLying(context: SKRSContext2D, rows: Rows, highest: number, colour: Colours): void {
	for (const [index, { counts }] of rows.entries()) {
		const [count = 0] = counts;
		const middle = page.head + (index + 0.5) * lying.row;
		const long = count <= 0 ? 0 : Math.max(4, ((room - lying.number) * count) / highest);
		context.fillStyle = colour.bar;
		context.fillRect(left, middle - lying.bar / 2, long, lying.bar);
		const look = { size: 30, weight: 500, most: lying.number - 16, colour: colour.ink };
		write(context, String(count), left + long + 16, middle + 10, look);
	}
}
