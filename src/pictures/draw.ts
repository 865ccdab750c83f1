import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { fontsFor } from './fonts.ts';
import { firstLines, type Layout, type Line, layOut } from './lines.ts';
import type { PictureRequest, Piece, Theme } from './picture.ts';
import { beginnings, isRightToLeft, plainTokens, tokensOf } from './words.ts';

/** In pixels. */
const page = { width: 1200, margin: 88, bar: 14, least: 480 };
/** Of the words: the largest at which they take at most so much height. Only long ones make a picture that is as high as it is wide. */
const sizes = [76, 68, 60, 54, 48, 44, 40]
	.map((size) => ({ size, most: 430 }))
	.concat([38, 34].map((size) => ({ size, most: 860 })));
/** Longer texts are cut before anything is measured: nothing of them would fit. */
const longest = { words: 4_000, line: 300 };

const colours: Readonly<
	Record<Theme, { page: string; ink: string; soft: string; bar: string; rule: string }>
> = {
	light: { page: '#ffffff', ink: '#1f2023', soft: '#62666e', bar: '#b8860b', rule: '#dcdee2' },
	dark: { page: '#1e1f23', ink: '#f1f2f4', soft: '#a3a7b0', bar: '#d9a32b', rule: '#3a3c42' },
};

/** Lines of one kind with their look, one below the other. */
interface Stack {
	readonly lines: readonly Line[];
	readonly font: string;
	readonly size: number;
	/** From one line to the next, and in front of the first. */
	readonly step: number;
	readonly before: number;
	readonly rtl: boolean;
	readonly colour: 'ink' | 'soft';
}

/** Draws a quotation. @returns a PNG. */
export function draw(request: PictureRequest): Buffer {
	const { language, theme } = request;
	const probe = createCanvas(1, 1).getContext('2d');
	const line = (
		text: string,
		look: { weight: number; size: number; most: number; before: number; colour: 'ink' | 'soft' },
	): Stack => {
		const short = text.slice(0, longest.line).toWellFormed();
		const font = fontOf(short, language, look.weight);
		const lines = layOut(probe, plainTokens(short), font).lines(look.size, page.width - 2 * page.margin);
		const step = Math.round(look.size * 1.36);
		return { ...look, font, step, lines: firstLines(lines, look.most), rtl: isRightToLeft(short) };
	};
	const stacks = [
		wordsStack(probe, request),
		line(request.speaker, { weight: 700, size: 34, most: 2, before: 44, colour: 'ink' }),
		...(request.office === null
			? []
			: [line(request.office, { weight: 400, size: 27, most: 2, before: 4, colour: 'soft' })]),
	];
	const foot = [
		line(request.headline, { weight: 500, size: 24, most: 2, before: 30, colour: 'soft' }),
		{
			...line(request.source.map(apart).join(' · '), {
				weight: 400,
				size: 21,
				most: 1,
				before: 4,
				colour: 'soft',
			}),
			rtl: false,
		},
	];
	const footHeight = heightOf(foot);
	const height = Math.max(page.least, 2 * page.margin + heightOf(stacks) + 40 + footHeight);
	const canvas = createCanvas(page.width, height);
	const context = canvas.getContext('2d');
	const colour = colours[theme];
	context.fillStyle = colour.page;
	context.fillRect(0, 0, page.width, height);
	context.fillStyle = colour.bar;
	context.fillRect(stacks[0]?.rtl ? page.width - page.bar : 0, 0, page.bar, height);
	const right = stacks[0]?.rtl ?? false;
	put(context, stacks, page.margin - 12, { right, colour });
	const footTop = height - page.margin - footHeight + 16;
	context.fillStyle = colour.rule;
	context.fillRect(page.margin, footTop, page.width - 2 * page.margin, 2);
	put(context, foot, footTop, { right, colour });
	return canvas.toBuffer('image/png');
}

/** The words as large as they fit; where they fit at no size, as many whole sentences as do. */
function wordsStack(context: SKRSContext2D, { words, language }: PictureRequest): Stack {
	const bounded = withinLength(words);
	const text = bounded.map((piece) => piece.text).join(' ');
	const rtl = isRightToLeft(text);
	const font = fontOf(`${text}“”«»„「」[…]`, language, 500);
	const stepOf = (size: number) => Math.round(size * (rtl ? 1.62 : 1.36));
	const width = page.width - 2 * page.margin;
	const fitting = (layout: Layout, wanted: typeof sizes) => {
		for (const { size, most } of wanted) {
			const lines = layout.lines(size, width);
			if (lines.length * stepOf(size) <= most) return { lines, size };
		}
		return null;
	};
	const layout = (pieces: readonly Piece[]) => layOut(context, tokensOf(pieces, language), font);
	const smallest = sizes.slice(-1);
	const least = smallest[0]?.size ?? 0;
	const found =
		fitting(layout(bounded), bounded === words ? sizes : []) ??
		beginnings(bounded)
			.map((kind) => firstThat(kind, (pieces) => fitting(layout(pieces), smallest)))
			.find((one) => one !== null);
	const size = found?.size ?? least;
	const lines = found?.lines ?? [];
	return { lines, size, font, step: stepOf(size), before: 0, rtl, colour: 'ink' };
}

/** What the first of some gives, where each one behind it gives something, too: a few are tried, not all. */
function firstThat<Item, Result>(items: readonly Item[], from: (item: Item) => Result | null): Result | null {
	let low = 0;
	let high = items.length;
	let best: Result | null = null;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		const result = item === undefined ? null : from(item);
		if (result === null) low = middle + 1;
		else {
			best = result;
			high = middle;
		}
	}
	return best;
}

/** A part that is put in order by itself, whatever stands around it: Unicode's "isolate". */
const apart = (text: string) => `\u2068${text}\u2069`;

/** The same pieces, or fewer and shorter ones where they are hostile. */
function withinLength(words: readonly Piece[]): readonly Piece[] {
	let left = longest.words;
	if (words.reduce((sum, { text }) => sum + text.length, 0) <= left) return words;
	const kept: Piece[] = [];
	for (const piece of words) {
		if (left <= 0) break;
		kept.push({ ...piece, text: piece.text.slice(0, left).toWellFormed() });
		left -= piece.text.length;
	}
	return kept;
}

function fontOf(text: string, language: string | null, weight: number): string {
	return `${weight} SIZE ${fontsFor(text, language)}`;
}

const heightOf = (stacks: readonly Stack[]) =>
	stacks.reduce((sum, { before, lines, step }) => sum + before + lines.length * step, 0);

/** Draws lines below each other from `top` on. */
function put(
	context: SKRSContext2D,
	stacks: readonly Stack[],
	top: number,
	{ right, colour }: { readonly right: boolean; readonly colour: (typeof colours)[Theme] },
): void {
	let y = top;
	context.textBaseline = 'alphabetic';
	for (const { lines, font, size, step, before, rtl, colour: own } of stacks) {
		y += before;
		context.font = font.replace('SIZE', `${size}px`);
		context.direction = rtl ? 'rtl' : 'ltr';
		context.textAlign = rtl ? 'right' : 'left';
		for (const { stretches } of lines) {
			const width = stretches.reduce((sum, { text }) => sum + context.measureText(text).width, 0);
			const left = right ? page.width - page.margin - width : page.margin;
			let x = rtl ? left + width : left;
			for (const { text, said } of stretches) {
				context.fillStyle = said ? colour[own] : colour.soft;
				context.fillText(text, x, y + step * 0.74);
				x += context.measureText(text).width * (rtl ? -1 : 1);
			}
			y += step;
		}
	}
}
