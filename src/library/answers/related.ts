import { pairsOf } from '../../language/compare/pairs.ts';
import { comparedWords } from '../../language/compare/words.ts';
import { foldedKey } from '../../language/fold.ts';
import { keyPhrases } from '../../language/key-phrases/key-phrases.ts';
import { topicsOf } from '../../language/key-phrases/topics.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';
import type { RelatedArticles } from '../overview.ts';
import type { Reading, Readings } from './readings.ts';

const most = {
	/** Names, topics and phrases that are looked for. */
	topics: 6,
	speakers: 4,
	phrases: 4,
	/** Articles that are looked at for one of them: one that more have is common, and says little. */
	articles: 60,
	related: 6,
};
/** What two articles have to have in common: one thing that few others have, or several that more have. */
const least = 0.28;

/** What an article is about, by its topics and in phrases of its own. */
const topicsAndKeyPhrases: Reading<{
	readonly topics: readonly string[];
	readonly phrases: readonly string[];
}> = {
	of(article) {
		const { topics, are } = topicsOf(article);
		return { topics, phrases: are === 'phrases' ? topics : keyPhrases(article) };
	},
	most: 3_000,
};

/** Articles that have rare names, topics and phrases in common with one; none where that one has gone. */
export async function answerRelated(
	archive: ArticleView,
	readings: Readings,
	line: ArticleLine,
): Promise<RelatedArticles> {
	const about = await readings.get(topicsAndKeyPhrases, archive, line);
	if (about === null) return { articles: [] };
	const found = new Map<string, { line: ArticleLine; score: number; shared: string[] }>();
	const features = await featuresOf(archive, about, line);
	for (const { name, lines } of features.toSorted((a, b) => a.lines.length - b.lines.length)) {
		const weight = 1 / Math.log2(1 + Math.max(2, lines.length));
		for (const other of lines) {
			if (other.id === line.id) continue;
			const entry = found.get(other.id) ?? { line: other, score: 0, shared: [] };
			entry.score += weight;
			entry.shared.push(name);
			found.set(other.id, entry);
		}
	}
	const articles = [...found.values()]
		.filter(({ score }) => score >= least)
		.sort((a, b) => b.score - a.score || (a.line.at < b.line.at ? 1 : -1))
		.slice(0, most.related)
		.map(({ line: one, shared }) => ({ line: one, shared }));
	return { articles };
}

/** Each name, topic or phrase once, with the articles that have it. */
async function featuresOf(
	archive: ArticleView,
	{ topics, phrases }: { readonly topics: readonly string[]; readonly phrases: readonly string[] },
	{ id }: ArticleLine,
) {
	const speakers = (await archive.speakersIn(id)).slice(0, most.speakers);
	const names = [
		...topics.slice(0, most.topics),
		...speakers.map(({ speaker }) => speaker),
		...phrases.slice(0, most.phrases),
	];
	const once = [...new Map(names.map((name) => [foldedKey(name), name])).entries()].filter(
		([key]) => key !== '',
	);
	const isTopic = new Set(topics.map(foldedKey));
	const [tagged, written] = await Promise.all([
		Promise.all(once.map(([key]) => (isTopic.has(key) ? archive.linesByTopic(key, most.articles) : []))),
		archive.linesWithEach(
			once.map(([, name]) => pairsOf(comparedWords(name))),
			most.articles,
		),
	]);
	return once.map(([, name], index) => {
		const all = [...(tagged[index] ?? []), ...(written[index] ?? [])];
		return { name, lines: [...new Map(all.map((one) => [one.id, one])).values()] };
	});
}
