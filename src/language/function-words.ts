import { packs } from './packs.ts';

/** Words of closed classes in any language: they say nothing of what a text is about. */
export const functionWords: ReadonlySet<string> = new Set(
	packs.flatMap(({ words }) => [...words.functionWords]),
);
