import { words } from '../../fold.ts';

const address = /https?:\/\/\S+|pic\.twitter\.com\/\S+/gu;
const most = { characters: 2_000, words: 24 };

/** A loosely worded message as words: without addresses, tags taken apart. */
export function plainly(text: string): string {
	const start = text.slice(0, most.characters);
	// Most statements have no address, and looking for one costs more than all else here.
	const bare = start.includes('://') || start.includes('pic.') ? start.replace(address, ' ') : start;
	return bare.replace(/[#@]/gu, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** The words by which a store finds what is like a message: each once, without those of closed classes. */
export function likeWords(text: string, functionWords: ReadonlySet<string>): string[] {
	const all = [...new Set(words(plainly(text)))];
	const telling = all.filter((word) => !functionWords.has(word));
	return (telling.length > 0 ? telling : all).slice(0, most.words);
}
