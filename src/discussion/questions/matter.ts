import type { LanguagePack } from '../../language/pack.ts';
import { saidIn, type Utterance } from '../../library/library.ts';

/** Utterances that are looked at, and what each may take: neither a scrap nor a speech. */
const most = { utterances: 150, characters: 420 };
const shortest = 25;

/** Something said, with what it is about. */
export interface Statement {
	readonly utterance: Utterance;
	readonly speaker: string;
	readonly text: string;
	/** Content words, one form for all endings, with the forms that are written. */
	readonly matter: ReadonlyMap<string, readonly string[]>;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu;

/** The content words of a text, each with how it is written. Numbers and names of speakers say nothing of the subject. */
export function matterOf(
	text: string,
	{ contentWords }: LanguagePack,
	unsaid: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, readonly string[]> {
	const matter = new Map<string, string[]>();
	for (const [written] of text.matchAll(word)) {
		const [stem] = contentWords(written);
		if (stem === undefined || stem.length < 3 || /^\p{N}/u.test(stem) || unsaid.has(stem)) continue;
		const forms = matter.get(stem) ?? [];
		matter.set(stem, forms);
		if (!forms.includes(written)) forms.push(written);
	}
	return matter;
}

/** The whole statements of named speakers. */
export function statementsOf(utterances: readonly Utterance[], pack: LanguagePack): readonly Statement[] {
	const unsaid = new Set(utterances.flatMap(({ speaker }) => pack.contentWords(speaker ?? '')));
	return utterances.slice(0, most.utterances).flatMap((utterance): Statement[] => {
		const { speaker, kind } = utterance;
		const text = saidIn(utterance).join(' ');
		const isFit = text.length >= shortest && text.length <= most.characters;
		if (speaker === null || kind !== 'quote' || !isFit) return [];
		return [{ utterance, speaker, text, matter: matterOf(text, pack, unsaid) }];
	});
}
