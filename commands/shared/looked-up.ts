import type { LookUp } from '../../src/discussion/service.ts';
import type { Context } from './context.ts';

/** Counts what was looked up, where this is a thread about that article. Nothing waits for it. */
export function lookedUp(
	context: Pick<Context, 'place' | 'discussions'>,
	article: string | null | undefined,
	what: LookUp,
): void {
	const { place } = context;
	if (place.article === null || place.article !== article) return;
	void context.discussions.lookedUp(place.channel.id, what);
}
