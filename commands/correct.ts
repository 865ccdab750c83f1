import type { Card } from '../src/card.ts';
import { boolean, hidden, string } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import type { Corrections, Wanted } from '../src/library/corrections/service.ts';
import { readReference } from '../src/library/reference.ts';
import { type Context, command } from './shared/context.ts';
import { correctCard, correctionsCard, lostCard, takenBackCard, whichCard } from './shared/correct-cards.ts';
import { defined } from './shared/defined.ts';
import { givenOrThread } from './shared/here.ts';
import { pageOption, speakerOption } from './shared/options.ts';
import { offerQuotations } from './shared/quotation-option.ts';
import { quotationsOnPage } from './shared/quotes-card.ts';

const quote = command({
	name: 'correct quote',
	description: 'Correct who said a quote, or hide it, in what this server sees',
	only: 'moderators',
	alwaysPrivate: true,
	options: {
		quotation: string<Context>({
			description: 'Which one: how it begins, or what it is about; pick one of those offered',
			suggest: (typed, context) =>
				offerQuotations(typed, context, defined({ article: givenOrThread(undefined, context.place) })),
		}),
		speaker: { ...speakerOption, description: 'Who really said it: a full name' },
		hide: boolean({ description: 'Do not show it in this server' }),
		unnamed: hidden.boolean('Show it without a name'),
		undo: hidden.boolean('Take the correction back'),
		by: hidden.string('The speaker of the list that it was picked in'),
		about: hidden.string('The words that this list is about'),
		article: hidden.string('The article of this list'),
		page: pageOption,
	},
	async run(given, context) {
		const corrections = correctionsHere(context);
		const { quotation, speaker, hide = false, unnamed = false, undo = false } = given;
		if (quotation === undefined) {
			const { by, about, article, page = 0 } = given;
			const asked = defined({ speaker: by, about, article });
			return whichCard(quotationsOnPage(await context.library.quotes(withoutAll(asked)), asked, page));
		}
		const reference = readReference(quotation);
		if (!reference)
			throw new UserError('Pick the quote from those that are offered while you type in quotation.');
		if (undo) {
			const before = await corrections.undo(reference);
			if (before === null)
				return correctCard(await corrections.find(reference), 'Nothing was corrected here');
			return whereThere(
				async () => correctCard(await corrections.find(reference), 'Taken back'),
				async () => takenBackCard(before),
			);
		}
		const wanted = wantedOf({ speaker, hide, unnamed });
		if (wanted === null)
			return whereThere(
				async () => correctCard(await corrections.find(reference)),
				async () => {
					const correction = await corrections.noted(reference);
					return correction && lostCard(correction);
				},
			);
		await corrections.correct(reference, wanted, context.place.member.id);
		return correctCard(await corrections.find(reference), 'Corrected in this server');
	},
});

const list = command({
	name: 'correct list',
	description: 'What was corrected in this server, by whom and when',
	only: 'moderators',
	alwaysPrivate: true,
	options: { page: pageOption },
	run: async ({ page = 0 }, context) => correctionsCard(await correctionsHere(context).list(), page),
});

/**
 * A card about a quotation, or another one where its words are no longer there: its article is gone, or was changed.
 * @throws UserError where there is no other one.
 */
async function whereThere(card: () => Promise<Card>, other: () => Promise<Card | null>): Promise<Card> {
	try {
		return await card();
	} catch (error) {
		const instead = error instanceof UserError ? await other() : null;
		if (instead === null) throw error;
		return instead;
	}
}

function correctionsHere({ corrections }: Context): Corrections {
	if (corrections === null) throw new UserError('Quotes are corrected in a server, for that server.');
	return corrections;
}

/** "all" is what the list was asked for, where it is of no single article. */
function withoutAll({ article, ...asked }: { speaker?: string; about?: string; article?: string }) {
	return article === undefined || article === 'all' ? asked : { ...asked, article };
}

function wantedOf({
	speaker,
	hide,
	unnamed,
}: {
	speaker: string | undefined;
	hide: boolean;
	unnamed: boolean;
}): Wanted | null {
	if (speaker !== undefined && hide)
		throw new UserError('Give a speaker or hide it: a quote that is hidden has no speaker to show.');
	if (hide) return { change: 'hidden' };
	if (speaker !== undefined) return { change: 'speaker', speaker };
	return unnamed ? { change: 'unnamed' } : null;
}

export default [quote, list];
