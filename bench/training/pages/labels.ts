import type { Layout } from '../../../src/reading/html/blocks/layout.ts';

const shingle = 4;
const enough = 0.6;

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * Which blocks of a page are in the text that is right for it: those that are in it word for word, or of whose runs
 * of four words most are; a short one where it is a line of its own, or between two that are. Of a text that is on
 * the page more often than in the right text, those count that are among more of it.
 */
export function labelsOf({ blocks, boxes }: Layout, right: string): boolean[] {
	const gold = ` ${tokensOf(right).join(' ')} `;
	const lines = new Set(right.split('\n').map((line) => tokensOf(line).join(' ')));
	const goldTokens = tokensOf(right);
	const runs = new Set<string>();
	for (let at = 0; at + shingle <= goldTokens.length; at++)
		runs.add(goldTokens.slice(at, at + shingle).join(' '));
	const tokens = blocks.map(({ text }) => tokensOf(text));
	const labels = tokens.map((words): boolean | null => {
		if (words.length === 0) return null;
		const joined = words.join(' ');
		if (words.length >= shingle && gold.includes(` ${joined} `)) return true;
		if (words.length < shingle) return lines.has(joined) ? true : gold.includes(` ${joined} `) ? null : false;
		let known = 0;
		const all = words.length - shingle + 1;
		for (let at = 0; at < all; at++) if (runs.has(words.slice(at, at + shingle).join(' '))) known++;
		return words.length >= 8 && known / all >= enough;
	});
	const mass = new Float64Array(boxes.length);
	for (const [at, label] of labels.entries()) {
		if (!label) continue;
		for (let box = blocks[at]?.box ?? -1; box >= 0; box = boxes[box]?.parent ?? -1)
			mass[box] = (mass[box] ?? 0) + (blocks[at]?.text.length ?? 0);
	}
	const groups = new Map<string, number[]>();
	for (const [at, words] of tokens.entries()) {
		if (!labels[at]) continue;
		const key = words.join(' ');
		groups.set(key, [...(groups.get(key) ?? []), at]);
	}
	for (const [key, places] of groups) {
		if (places.length < 2) continue;
		const inGold = Math.max(1, gold.split(` ${key} `).length - 1);
		if (places.length <= inGold) continue;
		const near = (at: number) => {
			let sum = 0;
			for (let other = Math.max(0, at - 8); other <= at + 8; other++)
				if (other !== at && labels[other]) sum += blocks[other]?.text.length ?? 0;
			return sum + (mass[blocks[at]?.box ?? 0] ?? 0) / 4;
		};
		const ordered = [...places].sort((a, b) => near(b) - near(a));
		for (const at of ordered.slice(inGold)) labels[at] = false;
	}
	return labels.map((label, at) => {
		if (label !== null) return label;
		const side = (step: number) => {
			for (
				let other = at + step, seen = 0;
				seen < 4 && other >= 0 && other < labels.length;
				other += step, seen++
			) {
				if (labels[other] !== null) return labels[other] === true;
			}
			return false;
		};
		return side(-1) && side(1);
	});
}
