import { fold } from '../fold.ts';
import { isUnseen, looksLike } from './look-alikes.ts';

/** What a character is to a word. */
export type Letter =
	/** Part of a word; `folded` is what is compared, e.g. "e" for "É". */
	| { readonly is: 'letter' | 'digit'; readonly folded: string }
	/** A word of its own: a sign of money or per cent, a character of a script without spaces. */
	| { readonly is: 'word'; readonly folded: string }
	/** Inside a word as if it were not there: accents, zero-width characters, the marks of markdown. */
	| { readonly is: 'nothing' }
	| { readonly is: 'apostrophe' | 'point' | 'minus' | 'bracket' | 'stop' | 'ellipsis' | 'mark' | 'between' };

const nothing: Letter = { is: 'nothing' };
const between: Letter = { is: 'between' };
const scriptsWithoutSpaces =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const signs = new Map<string, Letter>();
const sign = (characters: string, letter: Letter) => {
	for (const character of characters) signs.set(character, letter);
};
sign("'’‘ʼ＇′´", { is: 'apostrophe' });
sign('.,', { is: 'point' });
sign('-−', { is: 'minus' });
sign('[]()［］（）', { is: 'bracket' });
sign('!?。！？؟।', { is: 'stop' });
sign('…⋯', { is: 'ellipsis' });
sign('"“”„‟«»＂「」『』', { is: 'mark' });
sign('*_~|`\\', nothing);
for (const character of '%$€£¥₽₴₹') sign(character, { is: 'word', folded: character });

const ascii: Letter[] = Array.from({ length: 128 }, (_, code) => read(String.fromCharCode(code)));
/** Of other characters, as they are met; a text of strangers may hold any. */
const met = new Map<number, Letter>();
const mostMet = 10_000;

/** What a character, given by its code point, is to a word. */
export function letterOf(code: number): Letter {
	if (code < 128) return ascii[code] ?? between;
	let letter = met.get(code);
	if (letter === undefined) {
		letter = read(String.fromCodePoint(code));
		if (met.size < mostMet) met.set(code, letter);
	}
	return letter;
}

function read(character: string): Letter {
	const known = signs.get(character);
	if (known) return known;
	if (isUnseen(character) || /\p{M}/u.test(character)) return nothing;
	const like = looksLike(character);
	if (like !== null) return { is: 'letter', folded: like };
	const folded = [...fold(character)].map((one) => looksLike(one) ?? one).join('');
	if (scriptsWithoutSpaces.test(character)) return { is: 'word', folded };
	if (/^\p{N}/u.test(folded)) return { is: 'digit', folded: folded.replace(/[^\p{N}\p{L}]/gu, '') };
	if (/^\p{L}/u.test(folded)) return { is: 'letter', folded };
	return between;
}
