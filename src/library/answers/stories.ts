import { setImmediate as otherWork } from 'node:timers/promises';
import { storiesAmong } from '../../language/stories/cluster.ts';
import { type StoryPrint, storyPrint, tellingWords } from '../../language/stories/print.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';
import type { Reading, Readings } from './readings.ts';

const most = {
	/** Articles that are put together at once. */
	articles: 40,
	/** Words by which others are looked for, articles that are found by them, and those that are compared. */
	words: 8,
	found: 30,
	candidates: 8,
};
/** No story goes on for longer. */
const longest = 4 * 86_400_000;
/** Articles that are read without a break: some milliseconds, after which other work gets a turn. */
const readAtOnce = 4;

/** By which an article is compared with others; without its time, which is not of its text. About 30 KB each. */
const comparedBy: Reading<Omit<StoryPrint, 'at'>> = { of: (article) => storyPrint(article, 0), most: 500 };

/** Articles of what is seen that tell the same story as one, the newest first. */
export async function answerAlsoIn(
	archive: ArticleView,
	readings: Readings,
	line: ArticleLine,
): Promise<readonly ArticleLine[]> {
	const print = await readings.get(comparedBy, archive, line);
	if (print === null) return [];
	const own = { ...print, at: Date.parse(line.at) };
	const found = await archive.articlesLike(tellingWords(own, most.words), most.found);
	const near = found
		.filter(({ id, at }) => id !== line.id && Math.abs(Date.parse(at) - own.at) <= longest)
		.slice(0, most.candidates);
	const candidates = await printsOf(archive, readings, near);
	const groups = storiesAmong([own, ...candidates.map(({ print }) => print)]);
	const group = groups.find((numbers) => numbers.includes(0)) ?? [];
	return group
		.flatMap((number) => candidates[number - 1]?.line ?? [])
		.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/**
 * Puts articles that tell the same story together.
 * @param ids of more than 40 the first ones are compared.
 * @returns the ids of each story with more than one article, in the order given.
 */
export async function answerStories(
	archive: ArticleView,
	readings: Readings,
	ids: readonly string[],
): Promise<readonly (readonly string[])[]> {
	const lines: ArticleLine[] = [];
	for (const id of ids.slice(0, most.articles)) {
		const line = await archive.line(id);
		if (line) lines.push(line);
	}
	const printed = await printsOf(archive, readings, lines);
	return storiesAmong(printed.map(({ print }) => print))
		.filter(({ length }) => length > 1)
		.map((group) => group.flatMap((number) => printed[number]?.line.id ?? []));
}

async function printsOf(
	archive: ArticleView,
	readings: Readings,
	lines: readonly ArticleLine[],
): Promise<readonly { readonly line: ArticleLine; readonly print: StoryPrint }[]> {
	const printed: { line: ArticleLine; print: StoryPrint }[] = [];
	for (const [index, line] of lines.entries()) {
		if (index % readAtOnce === readAtOnce - 1) await otherWork();
		const print = await readings.get(comparedBy, archive, line);
		if (print) printed.push({ line, print: { ...print, at: Date.parse(line.at) } });
	}
	return printed;
}
