import { code, UserError } from '../../src/errors.ts';
import type { Place } from '../../src/place.ts';
import type { Context } from './context.ts';

/** The value of the option `article` for all articles, where leaving it out would mean the one of the thread. */
export const allArticles = { article: 'all' } as const;

/**
 * The article that is meant: the one that was given, else the one that this thread is about; undefined for none or all.
 * @throws UserError where the thread's article is gone.
 */
export async function articleHere(
	given: string | undefined,
	{ place, library }: Pick<Context, 'place' | 'library'>,
): Promise<string | undefined> {
	const id = givenOrThread(given, place);
	if (id === undefined || given !== undefined) return id;
	const [held] = await library.suggestArticles(id, 1);
	if (held?.id === id) return id;
	throw new UserError([
		'The article of this thread is no longer in the library. Pick another one with ',
		code('article'),
		'.',
	]);
}

/** The same while a member types, without checking whether it still exists. */
export function givenOrThread(given: unknown, { article }: Pick<Place, 'article'>): string | undefined {
	if (typeof given !== 'string') return article ?? undefined;
	return given.trim().toLowerCase() === allArticles.article ? undefined : given;
}
