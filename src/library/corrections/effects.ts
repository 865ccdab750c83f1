import { LRUCache } from 'lru-cache';
import { foldedKey } from '../../language/fold.ts';
import { joiningKey } from '../../language/speakers.ts';
import type { ArchivedUtterance, ArticleView } from '../../stores/articles.ts';
import type { Correction, CorrectionStore } from '../../stores/corrections.ts';
import { quotationKey } from '../reference.ts';

/** What a server's corrections change in what it sees now. */
export interface CorrectionEffects {
	/** All of them by article and key, also those whose words no longer stand. */
	readonly corrections: ReadonlyMap<string, Correction>;
	/** By the id of the article, those whose words stand. */
	readonly articles: ReadonlyMap<string, CorrectedArticle>;
}

/** One article as a server has corrected it. */
export interface CorrectedArticle {
	readonly changes: readonly Change[];
	/** How many utterances and speakers it has more, or less, than were read. */
	readonly quotes: number;
	readonly speakers: number;
}

/** A quotation as it was read, and as the server shows it; null where it hides it. */
export interface Change {
	readonly before: ArchivedUtterance;
	readonly after: ArchivedUtterance | null;
}

/** Gives what a server's corrections change; worked out again only for articles that changed. */
export type EffectsOf = (view: ArticleView, server: string) => Promise<CorrectionEffects>;

/** As many utterances of an article are looked through. */
const mostOfArticle = 5_000;
/** Servers whose corrections are kept ready. */
const mostServers = 500;

interface Kept {
	readonly at: string;
	readonly effects: Promise<CorrectionEffects>;
	readonly articles: ReadonlyMap<string, { readonly stamp: string; readonly corrected: CorrectedArticle }>;
}

export function correctionEffects(store: CorrectionStore): EffectsOf {
	const kept = new LRUCache<string, Kept>({ max: mostServers });
	return (view, server) => {
		const at = `${view.generation()} ${store.generation(server)}`;
		const known = kept.get(server);
		if (known?.at === at) return known.effects;
		const articles = new Map<string, { stamp: string; corrected: CorrectedArticle }>();
		const effects = workOut(view, store, server, known?.articles ?? new Map(), articles);
		kept.set(server, { at, effects, articles });
		effects.catch(() => kept.delete(server));
		return effects;
	};
}

async function workOut(
	view: ArticleView,
	store: CorrectionStore,
	server: string,
	known: Kept['articles'],
	found: Map<string, { stamp: string; corrected: CorrectedArticle }>,
): Promise<CorrectionEffects> {
	const all = await store.of(server);
	for (const [id, corrections] of Map.groupBy(all, ({ article }) => article)) {
		const line = await view.line(id);
		if (line === null) continue;
		const stamp = JSON.stringify([line.shelf, line.revision, line.changedAt, corrections]);
		const before = known.get(id);
		if (before?.stamp === stamp) {
			found.set(id, before);
			continue;
		}
		const { utterances } = await view.utterances({ article: id, limit: mostOfArticle });
		found.set(id, { stamp, corrected: changesIn(utterances, corrections) });
	}
	return {
		corrections: new Map(all.map((one) => [`${one.article}:${one.key}`, one])),
		articles: new Map([...found].map(([id, { corrected }]) => [id, corrected])),
	};
}

function changesIn(
	utterances: readonly ArchivedUtterance[],
	corrections: readonly Correction[],
): CorrectedArticle {
	const byKey = new Map(corrections.map((one) => [one.key, one]));
	const changes: Change[] = [];
	const keys = { before: new Set<string>(), after: new Set<string>() };
	let quotes = 0;
	for (const before of utterances) {
		const correction = byKey.get(quotationKey(before));
		const after = correction === undefined ? before : corrected(before, correction, utterances);
		if (correction !== undefined) changes.push({ before, after });
		if (after === null) quotes--;
		if (before.speakerKey !== null) keys.before.add(before.speakerKey);
		if (after !== null && after.speakerKey !== null) keys.after.add(after.speakerKey);
	}
	return { changes, quotes, speakers: keys.after.size - keys.before.size };
}

/**
 * A quotation as it was corrected; null where it is hidden.
 * @param others of its article: the new speaker's office is the one that the article gives, where it quotes them.
 */
export function corrected(
	utterance: ArchivedUtterance,
	{ change, speaker }: Correction,
	others: readonly ArchivedUtterance[] = [],
): ArchivedUtterance | null {
	if (change === 'hidden') return null;
	const was = utterance.speaker ?? utterance.role;
	if (change === 'unnamed' || speaker === null)
		return { ...utterance, speaker: null, speakerKey: null, role: null, corrected: { was } };
	const name = foldedKey(speaker);
	const same = others.filter((other) => other.speaker !== null && foldedKey(other.speaker) === name);
	return {
		...utterance,
		speaker,
		speakerKey: same[0]?.speakerKey ?? joiningKey(speaker, null, utterance.article.id),
		role: same.find(({ role }) => role !== null)?.role ?? null,
		corrected: { was },
	};
}
