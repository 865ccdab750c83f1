import type { LookUp } from '../../src/discussion/service.ts';
import type { Context } from './context.ts';

/** Counts what was looked up, where this is a thread about that article. Nothing waits for it. */
export function lookedUp(
	{ place, discussions }: Pick<Context, 'place' | 'discussions'>,
	article: string | null | undefined,
	what: LookUp,
): void {
	if (place.article !== null && place.article === article) void discussions.lookedUp(place.channel.id, what);
}
