import type { SKRSContext2D } from '@napi-rs/canvas';
import { fontsFor } from './fonts.ts';

/** How text of a chart is written: sizes in pixels, `most` the widest that it may be. */
export interface Look {
	readonly size: number;
	readonly weight: number;
	readonly most: number;
	readonly colour: string;
}

/** Characters that are measured at all. */
const mostLetters = 200;

/** Writes one line, cut with an ellipsis where it is too long. */
export function write(context: SKRSContext2D, text: string, x: number, y: number, look: Look): void {
	const line = prepare(context, text, look);
	context.fillText(cut(context, line, look.most), x, y);
}

/** Writes a name in one line, or in two of smaller letters, around a height in the middle; the second is cut. */
export function writeName(context: SKRSContext2D, text: string, x: number, middle: number, look: Look): void {
	const line = prepare(context, text, look);
	if (context.measureText(line).width <= look.most) {
		context.fillText(line, x, middle + look.size / 3);
		return;
	}
	const small = { ...look, size: Math.round(look.size * 0.82) };
	const words = prepare(context, text, small).split(' ');
	const fits = (count: number) => context.measureText(words.slice(0, count).join(' ')).width <= small.most;
	let count = 0;
	while (count < words.length && fits(count + 1)) count++;
	if (count === 0 || count === words.length) write(context, text, x, middle + small.size / 3, small);
	else {
		write(context, words.slice(0, count).join(' '), x, middle - small.size * 0.2, small);
		write(context, words.slice(count).join(' '), x, middle + small.size, small);
	}
}

function prepare(context: SKRSContext2D, text: string, { size, weight, colour }: Look): string {
	const line = text.slice(0, mostLetters).toWellFormed();
	context.font = `${weight} ${size}px ${fontsFor(`${line}…`, null)}`;
	context.fillStyle = colour;
	return line;
}

function cut(context: SKRSContext2D, line: string, most: number): string {
	// The whole line may fit where all but its last letter with an ellipsis do not.
	if (context.measureText(line).width <= most) return line;
	const letters = [...line];
	let low = 0;
	let high = letters.length;
	const shown = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (context.measureText(shown(middle)).width <= most) low = middle;
		else high = middle - 1;
	}
	return shown(low);
}
