import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { UserError } from '../errors.ts';
import { type Grounded, ground } from '../language/grounding/check.ts';
import { packFor, packs } from '../language/packs.ts';
import type { ArticleLine, LibraryOf } from '../library/library.ts';
import type { Log } from '../logger.ts';
import type { ExplanationStore } from '../stores/explanations.ts';
import type { LanguageModel, ModelError } from './model.ts';
import { type Passage, passagesFor } from './passages.ts';
import { promptOf } from './prompt.ts';
import { type Ending, type Patience, written } from './written.ts';

/** What a model said of an article, as far as it could be checked. */
export interface Explanation {
	readonly article: ArticleLine;
	readonly question: string | null;
	/** Each with the paragraphs it rests on, counted from 0. */
	readonly sentences: readonly { readonly text: string; readonly paragraphs: readonly number[] }[];
	/** Sentences that failed the check and are not shown. */
	readonly dropped: number;
	/** How the model stopped; null while it still writes. */
	readonly ending: Ending | null;
	/** The model's name. */
	readonly by: string;
}

export interface Asked {
	/** As `Library.article` takes it. */
	readonly article: string | undefined;
	readonly question: string | null;
	/** BCP 47, of the member. */
	readonly locale: string;
	/** Null outside of a server. */
	readonly server: string | null;
	readonly member: string;
}

/** Lets a language model explain articles; what it writes is checked before anybody sees it. */
export interface Explainer {
	/**
	 * @param onProgress called with what is checked so far, while the model writes.
	 * @throws UserError as `Library.article` does; where the day's budget is used up; where the model gives nothing.
	 */
	explain(asked: Asked, onProgress?: (so: Explanation) => void): Promise<Explanation>;
}

/** Answers that are kept ready, and questions that are put to the model at once. */
const most = { kept: 500, atOnce: 4 };

export function openExplainer({
	model,
	libraryOf,
	store,
	daily,
	log,
	limits,
}: {
	readonly model: LanguageModel;
	readonly libraryOf: LibraryOf;
	readonly store: ExplanationStore;
	/** Questions that a server, or a member outside of one, may put to the model in a day. */
	readonly daily: number;
	readonly log: Log;
	/** How long a model is waited for; left out, a minute in all. */
	readonly limits?: Patience;
}): Explainer {
	const kept = new LRUCache<string, Grounded>({ max: most.kept });
	let running = 0;
	return {
		async explain({ article: wanted, question, locale, server, member }, onProgress) {
			const library = libraryOf(server);
			const { line, summary, mainSpeakers } = await library.brief(wanted);
			const article = await library.article(line.id);
			const language = languageFor(locale, article.language);
			const important = [...summary, ...mainSpeakers.map(({ telling }) => telling)];
			const passages = passagesFor(
				article,
				question,
				important.map(({ paragraph }) => paragraph),
			);
			if (passages.length === 0) throw new UserError('This article has no text that could be explained.');
			const of = (grounded: Grounded, ending: Ending | null): Explanation => ({
				...{ article: line, question, by: model.name, dropped: grounded.dropped, ending },
				sentences: grounded.sentences.map(({ text, rests }) => ({
					text,
					paragraphs: rests.flatMap((passage) => passages[passage]?.paragraph ?? []),
				})),
			});
			const key = keyOf(model.name, language, question, passages);
			const known = kept.get(key);
			if (known) return of(known, 'whole');
			if (running >= most.atOnce)
				throw new UserError('The language model is busy with other questions. Please try again in a minute.');
			const who = server ?? `member ${member}`;
			running++;
			try {
				if (!(await store.spend(who, daily))) throw new UserError(usedUp(server, daily));
				const prompt = promptOf(line.headline, passages, question, language, newMark());
				const options = { language, passagesIn: article.language };
				const check = (text: string) =>
					ground(
						text,
						passages.map((passage) => passage.text),
						options,
					);
				const { text, ending, error } = await written(
					model,
					prompt,
					(so) => onProgress?.(of(check(so), null)),
					limits,
				);
				if (error !== null) {
					const { reason, cause } = error;
					// Of a refusal it is the status alone; of anything else it may hold what the server sent.
					const status = reason === 'refused' && cause instanceof Error ? cause.message : undefined;
					log.warn({ reason, ending, status }, 'the language model gave no whole answer');
					if (text === '') await store.giveBack(who);
				}
				const grounded = check(text);
				if (grounded.sentences.length === 0 && error !== null) throw new UserError(notReached(error, ending));
				if (ending === 'whole') kept.set(key, grounded);
				return of(grounded, ending);
			} finally {
				running--;
			}
		},
	};
}

/**
 * The member's language where what a model writes in it can be checked, else the article's, else English. German is
 * written only of German articles: its nouns have capitals, as names do, and only the passages tell them apart.
 */
export function languageFor(locale: string, articleLanguage: string | null): string {
	const isKnown = (language: string) => packs.some((pack) => pack.language === language);
	const own = packFor(articleLanguage).language;
	const asked = packFor(locale).language;
	if (isKnown(asked) && (asked !== 'de' || own === 'de')) return asked;
	return isKnown(own) ? own : 'en';
}

function keyOf(
	model: string,
	language: string,
	question: string | null,
	passages: readonly Passage[],
): string {
	const asked = question?.toLowerCase().replace(/\s+/gu, ' ').trim() ?? null;
	return createHash('sha256')
		.update(JSON.stringify([model, language, asked, passages]))
		.digest('base64url');
}

/** A word that no passage can have, since nobody knows it before. */
const newMark = () => `data-${randomBytes(9).toString('hex')}`;

function usedUp(server: string | null, daily: number): string {
	const whose = server === null ? 'You have had' : 'This server has had';
	const all = daily === 1 ? 'the one explanation' : `the ${daily} explanations`;
	return `${whose} ${all} of today. Tomorrow there is more; everything else works as always.`;
}

function notReached({ reason }: ModelError, ending: Ending): string {
	const failed = { unreachable: 'cannot be reached', refused: 'refused', 'broken off': 'broke off' }[reason];
	const what = ending === 'stopped' ? 'took too long' : failed;
	return `The language model ${what}, so there is no explanation now. Everything else works; please try again later.`;
}
