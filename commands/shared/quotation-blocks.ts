import type { Block, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { utteranceBlocks, whoIsUnclear } from '../../src/cards/utterance.ts';
import { bold } from '../../src/errors.ts';
import type { FoundUtterance } from '../../src/library/library.ts';
import { sourceOf } from './quotes-groups.ts';

const longestRole = 120;

/** A quotation alone: its words, then who said them, then where they stand. Large unless some of its words are bold. */
export function quotationBlocks(utterance: FoundUtterance, most: number): readonly Block[] {
	const { speaker, role, article, found } = utterance;
	const office = role === null ? null : shortLine(role, longestRole);
	const who: Text =
		speaker === null
			? [{ mark: 'strong', text: office ?? whoIsUnclear }]
			: [bold(speaker), ...(office === null ? [] : [`, ${office}`])];
	const shown = utteranceBlocks(
		utterance,
		{ most, large: found === undefined },
		{ before: [], after: [' · ', ...sourceOf(article)] },
	);
	const last = shown.length - 1;
	return [...shown.slice(0, last), { kind: 'text', text: who }, ...shown.slice(last)];
}
