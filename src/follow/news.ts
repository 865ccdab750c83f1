import { UserError } from '../errors.ts';
import { foldedKey, typedWords } from '../language/fold.ts';
import { samePerson, withTheirOtherNames } from '../library/answers/same-speaker.ts';
import type { ArticleLine, Library, Utterance } from '../library/library.ts';
import type { Follow } from '../stores/follows.ts';
import type { FollowContext } from './context.ts';

/** Articles that are looked at for one message, and names that are looked through for those of one person. */
const most = { articles: 40, names: 50 };

/** What is new of one thing that somebody follows. */
export interface News {
	readonly follow: Follow;
	/** What the speaker said, the latest article first; of a topic nothing. */
	readonly said: readonly Utterance[];
	/** The articles that have it, the last added first. */
	readonly articles: readonly ArticleLine[];
	/** Whether there may be more articles than these. */
	readonly more: boolean;
}

/** What arrived up to a number and is not told yet, or null. */
export async function newsOf(
	follow: Follow,
	upTo: number,
	{ store, seenBy, libraryOf }: Pick<FollowContext, 'store' | 'seenBy' | 'libraryOf'>,
): Promise<News | null> {
	const library = libraryOf(follow.server);
	const keys = follow.kind === 'topic' ? [follow.key] : await keysOf(follow, seenBy(follow.server));
	if (keys.length === 0) return null;
	const { covered: after } = follow;
	const found = await store.news({ follow, keys, after, upTo, limit: most.articles });
	const articles: ArticleLine[] = [];
	const said: Utterance[] = [];
	for (const { article } of found) {
		const line = await library.line(article);
		if (line === null) continue;
		const utterances = follow.kind === 'topic' ? [] : await saidIn(library, article, follow.subject);
		if (follow.kind === 'speaker' && utterances.length === 0) continue;
		articles.push(line);
		said.push(...utterances);
	}
	if (articles.length === 0) return null;
	return { follow, said, articles, more: found.length === most.articles };
}

/** The keys under which articles have a speaker: the name that is followed, and other names of the same person. */
async function keysOf(
	{ subject, key }: Follow,
	view: ReturnType<FollowContext['seenBy']>,
): Promise<string[]> {
	const like = await view.speakersByWords(typedWords(subject), 'all', most.names);
	const own = like.filter(({ speaker }) => foldedKey(speaker) === key).map((one) => one.key);
	return withTheirOtherNames(own, await samePerson(view, own));
}

/** As the library gives it, with everything that the server has corrected or hidden. */
async function saidIn(library: Library, article: string, speaker: string): Promise<readonly Utterance[]> {
	try {
		const { groups } = await library.quotes({ article, speaker });
		return groups.flatMap(({ utterances }) => utterances);
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}
