import type { Action, MenuChoice } from '../../src/card.ts';
import type { Utterance } from '../../src/library/library.ts';
import { referenceTo } from '../../src/library/reference.ts';

const label = 'Something wrong?';

/** The way to correct who said one quotation, or to hide it. */
export function wrong(utterance: Utterance): Action {
	return { label, command: 'correct quote', options: { quotation: referenceTo(utterance) }, opens: 'new' };
}

/** The same for one of those on a page of quotations, the last choice of its menu. */
export function wrongOnPage(
	{
		speaker,
		about,
		article,
	}: { readonly speaker?: string; readonly about?: string; readonly article?: string },
	page: number,
): MenuChoice {
	return {
		label,
		description: 'Correct a speaker or hide a quote: for those who manage this server',
		command: 'correct quote',
		options: {
			...(speaker !== undefined && { by: speaker }),
			...(about !== undefined && { about }),
			...(article !== undefined && { article }),
			page,
		},
	};
}
