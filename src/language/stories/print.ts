import type { Article } from '../../article.ts';
import { beginningOf } from '../beginning.ts';
import { foldedKey, wordForm, words } from '../fold.ts';
import { functionWords } from '../function-words.ts';
import { packFor } from '../packs.ts';

/** What an article is compared by when its story is looked for. */
export interface StoryPrint {
	/** How often each stem occurs at the beginning, the headline's twice. */
	readonly stems: ReadonlyMap<string, number>;
	/** A folded word of each stem. */
	readonly forms: ReadonlyMap<string, string>;
	/** Those of them that are written as names: with a capital wherever they occur. */
	readonly names: ReadonlySet<string>;
	/** What was said, folded: utterances of five words and more. */
	readonly said: ReadonlySet<string>;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** News says first what has happened: characters that are looked at, and words of them. */
const leading = { characters: 2_500, words: 400 };
const leastSaid = 5;
const withoutBlanks = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u;

type Compared = Pick<Article, 'headline' | 'deck' | 'paragraphs' | 'quotes' | 'language'>;

/** @param at when it was published or, where that is not known, added. */
export function storyPrint(
	{ headline, deck, paragraphs, quotes, language }: Compared,
	at: number,
): StoryPrint {
	const pack = packFor(language);
	const beginning = beginningOf(paragraphs, leading.characters).join('\n').slice(0, leading.characters);
	const stems = new Map<string, number>();
	const forms = new Map<string, string>();
	const stemOf = new Map<string, string>();
	const small = new Set<string>();
	const large = new Set<string>();
	const text = [headline, headline, deck ?? '', beginning].join('\n');
	for (const [form] of [...text.matchAll(wordForm)].slice(0, leading.words)) {
		for (const folded of tokensOf(form)) {
			if (
				functionWords.has(folded) ||
				(folded.length < 3 && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(folded))
			)
				continue;
			const stem = stemOf.get(folded) ?? pack.stem(folded);
			stemOf.set(folded, stem);
			stems.set(stem, (stems.get(stem) ?? 0) + 1);
			forms.set(stem, folded);
			(/^\p{Ll}/u.test(form) ? small : large).add(stem);
		}
	}
	return {
		stems,
		forms,
		names: large.difference(small),
		said: new Set(quotes.map(({ text: said }) => foldedKey(said)).filter(isLong)),
		at,
	};
}

/** Scripts that put no blanks between words are compared by pairs of characters. */
function tokensOf(form: string): readonly string[] {
	// Most words of English, for which the longer way gives the same.
	if (/^[A-Za-z0-9]+$/u.test(form)) return [form.toLowerCase()];
	if (!withoutBlanks.test(form)) return words(form);
	const characters = [...form];
	return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function isLong(said: string): boolean {
	return said.split(' ').length >= leastSaid;
}

/** Folded words by which articles on the same story may be found: names and numbers first, and what is said most. */
export function tellingWords({ stems, forms, names }: StoryPrint, limit: number): readonly string[] {
	const worth = (stem: string, count: number) =>
		Math.log(1 + count) * (names.has(stem) || /^\d/u.test(stem) ? 3 : 1) * Math.min(8, stem.length);
	return [...stems]
		.map(([stem, count]) => ({ stem, worth: worth(stem, count) }))
		.sort((one, other) => other.worth - one.worth)
		.slice(0, limit)
		.map(({ stem }) => forms.get(stem) ?? stem);
}
