import type { Block } from '../../src/card.ts';
import { bold, typed } from '../../src/errors.ts';
import type { QuoteAnswer } from '../../src/library/library.ts';

/** "No speaker called evil; showing Emil Sand instead." */
export function nameNotes(corrected: QuoteAnswer['corrected']): readonly Block[] {
	return corrected
		.filter(({ of }) => of === 'speaker')
		.map((slip) => ({
			kind: 'note',
			text: ['No speaker called ', typed(slip.typed), '; showing ', bold(slip.taken), ' instead.'],
		}));
}
