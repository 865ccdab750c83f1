import type { Cache } from '../cache/cache.ts';
import type { Dated } from '../cache/dated.ts';
import type { AnswerKind } from '../cache/stores.ts';
import type { SeenView } from '../corrections/view.ts';
import { recorded } from './recorded.ts';

/** What an answer is made of, or who may see it, changed meanwhile. */
export class Changed extends Error {}

/** Times that an answer is worked out again; more changes than that while it is made are a fault. */
const mostTries = 3;

/** How answers to one server are kept in the cache. */
export interface KeptAnswers {
	/**
	 * An answer that is worked out again where it turns out not to be the one that its key names.
	 * @param ask throws `Changed` then; what it is given does so where others may share the answer now than before.
	 */
	unchanged<Answer>(ask: (isSame: () => void) => Promise<Answer>): Promise<Answer>;
	/**
	 * One that is kept as long as nothing changes of what it depends on, which is noted while it is worked out; where the
	 * store or a server's corrections do not say that, as long as nothing changes of what is seen.
	 * @param answer has to ask the view that it is given, and no other.
	 */
	ofSeen<Answer extends object>(
		kind: AnswerKind,
		asked: readonly unknown[],
		answer: (seen: SeenView) => Promise<Answer>,
	): Promise<Answer>;
}

export function keptAnswers(archive: SeenView, cache: Cache): KeptAnswers {
	const unchanged: KeptAnswers['unchanged'] = async (ask) => {
		for (let tries = 0; ; tries++) {
			// Asked for before any part of the key is.
			const audience = archive.audience();
			try {
				return await ask(() => {
					if (archive.audience() !== audience) throw new Changed();
				});
			} catch (error) {
				if (!(error instanceof Changed) || tries >= mostTries) throw error;
			}
		}
	};
	return {
		unchanged,
		ofSeen: <Answer extends object>(
			kind: AnswerKind,
			asked: readonly unknown[],
			answer: (seen: SeenView) => Promise<Answer>,
		) =>
			unchanged(async (isSame) => {
				const { watch } = archive;
				if (watch === undefined || archive.edition() !== '')
					return cache.remember(kind, `${archive.generation()} ${JSON.stringify(asked)}`, async () => {
						const found = await answer(archive);
						// Else what only one server sees would be given to all who see the shared shelf alone.
						isSame();
						return found;
					});
				const since = watch.now();
				const { found } = await cache.remember<Dated<Answer>>(
					kind,
					`seen ${archive.audience()} ${JSON.stringify(asked)}`,
					async () => {
						const { view, marks } = recorded(archive);
						const found = await answer(view);
						isSame();
						return { found, since, marks: marks() };
					},
					{ now: since, isCurrent: (kept) => watch.isUnchanged(kept.since, kept.marks) },
				);
				return found;
			}),
	};
}
