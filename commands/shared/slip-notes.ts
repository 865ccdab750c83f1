import type { Block } from '../../src/card.ts';
import { bold, typed } from '../../src/errors.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';

/** "No speaker called evil; showing Emil Sand instead." Of a topic the same. */
export function nameNotes(corrected: QuoteAnswer['corrected']): readonly Block[] {
	return corrected.flatMap(({ typed: given, taken, of }): Block[] =>
		of === undefined
			? []
			: [{ kind: 'note', text: [`No ${of} called `, typed(given), '; showing ', bold(taken), ' instead.'] }],
	);
}

/** The same, and of words: "No quote has cesation; looked for cessation instead." `without` is how it begins. */
export function slipNotes(
	corrected: QuoteAnswer['corrected'],
	without: 'No quote has' | 'Nothing has',
): readonly Block[] {
	const ofWords = corrected
		.filter(({ of }) => of === undefined)
		.map(
			(slip): Block => ({
				kind: 'note',
				text: [`${without} `, typed(slip.typed), '; looked for ', bold(slip.taken), ' instead.'],
			}),
		);
	return [...nameNotes(corrected), ...ofWords];
}
