import { UserError } from '../../errors.ts';
import type { ArticleView } from '../../stores/articles.ts';
import { saidIn } from '../../stores/articles.ts';
import type { Correction, CorrectionStore } from '../../stores/corrections.ts';
import { findQuotation } from '../answers/quotation.ts';
import type { ArticleLine, Utterance } from '../library.ts';
import type { Reference } from '../reference.ts';

/** What a manager wants a quotation to be shown as. */
export type Wanted =
	| { readonly change: 'hidden' | 'unnamed' }
	| { readonly change: 'speaker'; readonly speaker: string };

/** A quotation as it was read, and what the server has corrected in it. */
export interface Corrigible {
	readonly utterance: Utterance;
	readonly correction: Correction | null;
	/** Whom the article quotes, most quoted first. */
	readonly speakers: readonly string[];
}

/** The corrections of one server. */
export interface Corrections {
	/** The last made first, each with its article, where the server still sees it. */
	list(): Promise<readonly { readonly correction: Correction; readonly line: ArticleLine | null }[]>;
	/** @throws UserError where the article is gone, or no longer has these words. */
	find(reference: Reference): Promise<Corrigible>;
	/** What was corrected in a quotation, whether or not its words are still there. */
	noted(reference: Reference): Promise<Correction | null>;
	/**
	 * @param member the id of the one who corrects.
	 * @throws UserError as `find` does; for what is no name; where the server has too many corrections.
	 */
	correct(reference: Reference, wanted: Wanted, member: string): Promise<void>;
	/** @returns what was taken back, or null where nothing was corrected. */
	undo(reference: Reference): Promise<Correction | null>;
}

const longest = { name: 80, words: 200 };

/** @param view what the server sees, as it was read. */
export function openCorrections(store: CorrectionStore, view: ArticleView, server: string): Corrections {
	const noted = async ({ article, key }: Reference) =>
		(await store.of(server)).find((one) => one.article === article && one.key === key) ?? null;
	return {
		noted,
		list: async () =>
			Promise.all(
				(await store.of(server)).map(async (correction) => ({
					correction,
					line: await view.line(correction.article),
				})),
			),
		async find(reference) {
			const { speakerKey: _, ...utterance } = await findQuotation(view, reference);
			const speakers = (await view.speakersIn(reference.article)).map(({ speaker }) => speaker);
			return { utterance, correction: await noted(reference), speakers };
		},
		async correct(reference, wanted, member) {
			const utterance = await findQuotation(view, reference);
			const said = saidIn(utterance).map((text) => text.trim());
			const done = await store.put(server, {
				...reference,
				change: wanted.change,
				speaker: wanted.change === 'speaker' ? nameOf(wanted.speaker) : null,
				words: said.join(' … ').slice(0, longest.words).toWellFormed(),
				was: utterance.speaker ?? utterance.role,
				member,
			});
			if (done) return;
			throw new UserError(
				`This server has ${store.most} corrections, which is the most that are kept. Take one back in /correct list first.`,
			);
		},
		async undo(reference) {
			const before = await noted(reference);
			return (await store.remove(server, reference)) ? before : null;
		},
	};
}

/** @throws UserError for what is no name. */
function nameOf(typed: string): string {
	const name = typed.replace(/[\s\p{C}]+/gu, ' ').trim();
	if (name.length <= longest.name && /\p{L}/u.test(name) && !/["“”„«»]/u.test(name)) return name;
	throw new UserError(
		`A speaker is a name with letters and without quotation marks, at most ${longest.name} characters.`,
	);
}
