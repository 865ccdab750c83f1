import { packs } from './packs.ts';

/** Words of closed classes in any language: they say nothing about the subject of a text. */
export const functionWords: ReadonlySet<string> = new Set(
	packs.flatMap(({ words }) => [...words.functionWords]),
);

/** Words of closed classes in one language that tell something in English: "war", "car", "die". */
const tellingInEnglish = new Set('face die war hat man son sin car ton pour den pendant han'.split(' '));

/** The words that say nothing whatever the language of what somebody typed, which a few words do not show. */
export const emptyWords: ReadonlySet<string> = functionWords.difference(tellingInEnglish);
