import { fold, words } from '../../language/fold.ts';
import { topicsAndPhrases } from '../../language/key-phrases/topics.ts';
import type { ArticleView, KnownSpeaker, LibraryStatus } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';
import type { Months, QuotedSpeaker, SpeakersAnswer } from '../overview.ts';
import type { Reading, Readings } from './readings.ts';
import { joinedSpeakers, samePerson } from './same-speaker.ts';

/** Speakers that are listed, those of a page, and what each is quoted on. */
const most = { listed: 120, page: 6, topics: 3, phrases: 12, quotations: 2_000 };
/** How many more topics are fetched, since some may be the speaker's own name. */
const spare = 4;

/** The people who are quoted most, each under all of their names; `more` where there are others. */
async function peopleIn(archive: ArticleView) {
	const found = await archive.speakers(most.listed + 1);
	const same = await samePerson(
		archive,
		found.map(({ key }) => key),
	);
	return {
		people: joinedSpeakers(found.slice(0, most.listed), same),
		same,
		more: found.length > most.listed,
	};
}

/** What the library holds, with as many speakers as `speakersOfLibrary` has; of very many each name counts. */
export async function statusOfLibrary(archive: ArticleView): Promise<LibraryStatus> {
	const [status, { people, more }] = await Promise.all([archive.status(), peopleIn(archive)]);
	return more ? status : { ...status, speakers: people.length };
}

/** Who is quoted how much in the library, when, and in articles on what: one page. */
export async function speakersOfLibrary(archive: ArticleView, page: number): Promise<SpeakersAnswer> {
	const { people, same, more } = await peopleIn(archive);
	const shown = people.slice(page * most.page, (page + 1) * most.page);
	const speakers = await Promise.all(
		shown.map(async ({ key, speaker, role, quotes }): Promise<QuotedSpeaker> => {
			const all = same(key).map((one) => one.key);
			const keys = all.length === 0 ? [key] : all;
			const [{ articles, topics }, ...months] = await Promise.all([
				archive.quotedIn(keys, most.topics + spare),
				...keys.map((one) => archive.monthsOf('speaker', one)),
			]);
			const about = topics.filter((topic) => !isOwnName(topic, speaker)).slice(0, most.topics);
			return { speaker, role, quotes, articles, months: added(months), about, paragraphs: [] };
		}),
	);
	const { quotes } = await archive.status();
	return {
		...pagesOf(people.length, page),
		article: null,
		total: quotes,
		speakers,
		more,
	};
}

/** What an article is about, and its paragraphs folded, to find where. */
const phrasesAndText: Reading<{
	readonly phrases: readonly string[];
	readonly paragraphs: readonly string[];
}> = {
	of: (article) => ({
		phrases: topicsAndPhrases(article, most.phrases),
		paragraphs: article.paragraphs.map(fold),
	}),
	most: 500,
};

/** The same within one article: on what is said in its own phrases, and over time in paragraphs. */
export async function speakersOfArticle(
	archive: ArticleView,
	readings: Readings,
	line: ArticleLine,
	page: number,
): Promise<SpeakersAnswer> {
	const read = (await readings.get(phrasesAndText, archive, line)) ?? { phrases: [], paragraphs: [] };
	const people = await archive.speakersIn(line.id);
	const shown = people.slice(page * most.page, (page + 1) * most.page);
	const { utterances } = await archive.utterances({ article: line.id, limit: most.quotations });
	const by = Map.groupBy(utterances, ({ speakerKey }) => speakerKey);
	const speakers = await Promise.all(
		shown.map(async (one): Promise<QuotedSpeaker> => {
			const paragraphs = [...new Set((by.get(one.key) ?? []).map(({ paragraph }) => paragraph))];
			const { articles } = await archive.quotedIn([one.key], 0);
			const about = said(read, paragraphs, one).slice(0, most.topics);
			const { speaker, role, quotes } = one;
			return { speaker, role, quotes, articles, months: [], about, paragraphs };
		}),
	);
	return {
		...pagesOf(people.length, page),
		...{ article: line, total: line.counts.quotes, speakers, more: false },
	};
}

/** Phrases of the article that are in the paragraphs where somebody is quoted, without their own name. */
function said(
	{
		paragraphs: all,
		phrases,
	}: { readonly phrases: readonly string[]; readonly paragraphs: readonly string[] },
	paragraphs: readonly number[],
	{ speaker }: KnownSpeaker,
): string[] {
	const text = paragraphs.map((paragraph) => all[paragraph] ?? '').join('\n');
	return phrases.filter((phrase) => text.includes(fold(phrase)) && !isOwnName(phrase, speaker));
}

/** Whether a topic is a speaker's own name, a part of it, or has it within: it does not say what they spoke about. */
function isOwnName(topic: string, speaker: string): boolean {
	const [of, name] = [new Set(words(topic)), new Set(words(speaker))];
	return of.size > 0 && (of.isSubsetOf(name) || name.isSubsetOf(of));
}

function added(all: readonly Months[]): Months {
	const counts = new Map<string, number>();
	for (const { month, count } of all.flat()) counts.set(month, (counts.get(month) ?? 0) + count);
	return [...counts].sort(([a], [b]) => (a < b ? 1 : -1)).map(([month, count]) => ({ month, count }));
}

function pagesOf(
	people: number,
	page: number,
): { readonly page: number; readonly pages: number; readonly people: number } {
	return { page, pages: Math.max(1, Math.ceil(people / most.page)), people };
}
