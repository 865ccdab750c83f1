import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Token } from './words.ts';

/** Words on one line: stretches of what was said and what was not, in reading order. */
export interface Line {
	readonly stretches: readonly { readonly text: string; readonly said: boolean }[];
}

/** Widths are measured at this size, in pixels, and scaled: measuring costs most of the time. */
const measuredAt = 100;

/** Lays tokens out on lines of any size. */
export interface Layout {
	/** @param width and `size` of the letters in pixels. */
	lines(size: number, width: number): readonly Line[];
}

/** @param font as for a canvas, with `SIZE` for the size. */
export function layOut(context: SKRSContext2D, tokens: readonly Token[], font: string): Layout {
	context.font = font.replace('SIZE', `${measuredAt}px`);
	const widths = tokens.map(({ text }) => context.measureText(text).width / measuredAt);
	const blank = context.measureText('n n').width / measuredAt - context.measureText('nn').width / measuredAt;
	return {
		lines(size, width) {
			const lines: Token[][] = [];
			let used = 0;
			for (const [index, token] of tokens.entries()) {
				const own = (widths[index] ?? 0) * size;
				const gap = token.apart ? blank * size : 0;
				const line = lines.at(-1);
				if (line && used + gap + own <= width) {
					line.push(token);
					used += gap + own;
				} else {
					lines.push([token]);
					used = own;
				}
			}
			return lines.map(lineOf);
		},
	};
}

/** What is alike is one stretch, so that what is read the other way round is put in order as a whole. */
function lineOf(tokens: readonly Token[]): Line {
	const stretches: { text: string; said: boolean }[] = [];
	for (const [index, { text, said, apart }] of tokens.entries()) {
		const blank = apart && index > 0 ? ' ' : '';
		const last = stretches.at(-1);
		if (last?.said === said) last.text += blank + text;
		else stretches.push({ text: blank + text, said });
	}
	return { stretches };
}

/** The first lines, the last of them with "…" where there are more. */
export function firstLines(lines: readonly Line[], most: number): readonly Line[] {
	if (lines.length <= most) return lines;
	const kept = lines.slice(0, most);
	const last = kept.pop();
	return [...kept, { stretches: [...(last?.stretches ?? []), { text: '…', said: true }] }];
}
