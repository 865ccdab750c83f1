import { german } from './de/pack.ts';
import { english } from './en/pack.ts';
import { spanish } from './es/pack.ts';
import { french } from './fr/pack.ts';
import type { LanguagePack } from './pack.ts';
import { plainPack } from './plain.ts';
import { russian } from './ru/pack.ts';

/** The languages whose speakers are read. docs/languages.md says how to add one. */
export const packs: readonly LanguagePack[] = [english, french, german, spanish, russian];

const byLanguage = new Map(packs.map((pack) => [pack.language, pack]));

/** The pack of a language, given as a BCP 47 tag; the general one where the language is unknown or has none. */
export function packFor(language: string | null): LanguagePack {
	const primary = language?.split('-', 1)[0]?.toLowerCase() ?? '';
	return byLanguage.get(primary) ?? plainPack;
}

/** Whether a language, given as a BCP 47 tag, is one in which speakers are read. */
export function readsSpeakers(language: string | null): boolean {
	const { speakers, cued } = packFor(language);
	return speakers !== null || cued !== null;
}
