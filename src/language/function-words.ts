import { packs } from './packs.ts';

/** Words of closed classes in any language: they say nothing about the subject of a text. */
export const functionWords: ReadonlySet<string> = new Set(
	packs.flatMap(({ words }) => [...words.functionWords]),
);
