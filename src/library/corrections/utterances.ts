import type {
	ArchivedUtterance,
	ArticleView,
	FoundUtterances,
	UtteranceQuery,
} from '../../stores/articles.ts';
import { correctUtterance } from './correct.ts';
import type { Change, CorrectionEffects } from './effects.ts';
import { changesOf, readCount } from './speakers.ts';

/** As many of an article are asked for to see which of its corrected quotations are about something. */
const mostOfArticle = 5_000;

/** Utterances as a server sees them: those it hides are gone, the others are under the name that it gives them. */
export async function correctedUtterances(
	view: ArticleView,
	query: UtteranceQuery,
	effects: CorrectionEffects,
): Promise<FoundUtterances> {
	const changes = await thatFit(view, query, changesOf(effects, query.article));
	const wanted = query.speakers && new Set(query.speakers);
	const isWanted = (one: ArchivedUtterance | null) =>
		one !== null && (wanted === undefined || (one.speakerKey !== null && wanted.has(one.speakerKey)));
	const gone = changes.filter(({ before, after }) => isWanted(before) && !isWanted(after));
	const come = changes.filter(({ before, after }) => !isWanted(before) && isWanted(after));
	const room = gone.length > 0 || query.limit > 0 ? query.limit + gone.length : 0;
	const found = await view.utterances({ ...query, limit: room });
	const shown = (utterance: ArchivedUtterance) => {
		const one = correctUtterance(utterance, effects);
		return one !== null && isWanted(one) ? [one] : [];
	};
	const utterances = merged(
		found.utterances.flatMap(shown),
		come.flatMap(({ before }) => {
			const one = correctUtterance(before, effects);
			return one === null ? [] : [one];
		}),
	).slice(0, query.limit);
	return {
		utterances,
		counts: await correctedCounts(view, found.counts, query, changes, utterances),
		total: Math.max(0, found.total - gone.length + come.length),
		more: found.more,
		partly: found.partly.flatMap(({ utterance, words }) =>
			shown(utterance).map((one) => ({ utterance: one, words })),
		),
	};
}

/** The changes whose words, or the text around them, are about what is asked. */
async function thatFit(
	view: ArticleView,
	{ about }: UtteranceQuery,
	changes: readonly Change[],
): Promise<readonly Change[]> {
	if (about === undefined) return changes;
	const fit = await Promise.all(
		[...Map.groupBy(changes, ({ before }) => before.article.id)].map(async ([article, ofIt]) => {
			const { utterances } = await view.utterances({ article, about, limit: mostOfArticle });
			const there = new Set(utterances.map(({ parts }) => JSON.stringify(parts)));
			return ofIt.filter(({ before }) => there.has(JSON.stringify(before.parts)));
		}),
	);
	return fit.flat();
}

async function correctedCounts(
	view: ArticleView,
	read: FoundUtterances['counts'],
	{ article, about }: UtteranceQuery,
	changes: readonly Change[],
	shown: readonly ArchivedUtterance[],
): Promise<Map<string | null, number>> {
	const counts = new Map(read);
	const countOf = async (key: string) =>
		about === undefined
			? readCount(view, key)
			: (await view.utterances({ speakers: [key], about, limit: 1 })).total;
	// What was read of a speaker who was shown nowhere without the corrections was not counted.
	for (const { speakerKey: key } of shown) {
		if (!counts.has(key)) counts.set(key, key === null || article !== undefined ? 0 : await countOf(key));
	}
	const count = (one: ArchivedUtterance | null, by: 1 | -1) => {
		const before = one && counts.get(one.speakerKey);
		if (one && before !== undefined && before !== null) counts.set(one.speakerKey, before + by);
	};
	for (const { before, after } of changes) {
		count(before, -1);
		count(after, 1);
	}
	for (const [key, number] of counts) if (number <= 0) counts.delete(key);
	return counts;
}

/** Puts some into a list that has the newest article first, and within an article reading order. */
function merged(
	list: readonly ArchivedUtterance[],
	others: readonly ArchivedUtterance[],
): readonly ArchivedUtterance[] {
	const all = [...list];
	const moment = ({ article }: ArchivedUtterance) => Date.parse(article.at);
	for (const one of others) {
		const isBehind = (there: ArchivedUtterance) =>
			there.article.id === one.article.id ? there.paragraph > one.paragraph : moment(there) < moment(one);
		const last = all.findLastIndex(({ article }) => article.id === one.article.id);
		const at = all.findIndex(isBehind);
		all.splice(
			at === -1 || (last !== -1 && at > last + 1) ? (last === -1 ? all.length : last + 1) : at,
			0,
			one,
		);
	}
	return all;
}
