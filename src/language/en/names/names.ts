import type { Name } from '../../names.ts';
import type { Paragraph } from '../../page.ts';
import { englishNameGender, firstNameGender, pastVerbs } from '../lexicon/lists.ts';
import { honours } from '../lexicon/titles.ts';
import { crowds, functionWords, particles } from '../lexicon/words.ts';
import { isWordyName } from './closed-class.ts';
import { headlineEnd, runEnd } from './end.ts';
import { kindOf } from './kind.ts';
import { isApostrophe, isInitial, isNamelike, isSuffix } from './namelike.ts';
import { genderShownBeside } from './shown-gender.ts';
import { afterTitles, isTitleAlone } from './titles.ts';

/** All names of a paragraph, in order, those inside quotations too. Linear. */
export function namesOf(paragraph: Paragraph): Name[] {
	const found: Name[] = [];
	const { tokens, inside } = paragraph;
	let at = 0;
	while (at < tokens.length) {
		const token = tokens[at];
		if (!token || !startsName(paragraph, at) || isOpeningWord(paragraph, at)) {
			at++;
			continue;
		}
		const after = paragraph.inTitle ? headlineEnd(tokens, at, runEnd(paragraph, at)) : runEnd(paragraph, at);
		const name = toName(paragraph, at, after);
		if (name) found.push(name);
		at = after;
	}
	return found;

	function startsName({ tokens }: Paragraph, at: number): boolean {
		const token = tokens[at];
		if (!token) return false;
		if (isNamelike(token))
			return !functionWords.has(token.lower) || isInitial(token) || isWordyName(paragraph, at);
		if (token.kind !== 'word' || !particles.has(token.lower)) return false;
		// "van der Berg": a name may begin with several.
		let beyond = at + 1;
		while (beyond - at < 3 && particles.has(tokens[beyond]?.text ?? '')) beyond++;
		const next = tokens[beyond];
		return (
			next !== undefined &&
			isNamelike(next) &&
			inside[at] === inside[beyond] &&
			!functionWords.has(next.lower)
		);
	}
}

/** "Ironically, …", "Chastened by …": an adverb or participle that only starts its sentence. */
function isOpeningWord({ tokens, sentence, inside }: Paragraph, at: number): boolean {
	const token = tokens[at];
	if (!token || (at > 0 && sentence[at - 1] === sentence[at] && inside[at - 1] === inside[at])) return false;
	const next = tokens[at + 1];
	if (!next || next.capital) return false;
	const { lower } = token;
	if (crowds.has(lower)) return true;
	if (lower.length > 5 && lower.endsWith('ly')) return firstNameGender(lower) === null;
	return lower.length > 4 && lower.endsWith('ed') && pastVerbs.has(lower);
}

function toName(paragraph: Paragraph, runFirst: number, runAfter: number): Name | null {
	const { tokens, inside, sentence } = paragraph;
	let after = runAfter;
	let end = after;
	while (end - 1 > runFirst && (isSuffix(tokens[end - 1]) || tokens[end - 1]?.text === ',')) end--;
	const { first, titled, gender: titleGender } = afterTitles(tokens, runFirst, end);
	while (after > first + 1 && tokens[after - 1]?.text === ',') after--;
	const words = tokens
		.slice(first, after)
		.filter((token, at) => token.text !== ',' && inside[first + at] === inside[first])
		.filter((token, at) => at === 0 || !honours.has(token.text))
		.map(({ text }) => (text.endsWith('-ji') ? text.replace(/(?<=\p{Ll})-ji$/u, '') : text))
		.reduce<string[]>((joined, text) => {
			if (isApostrophe(text) && joined.length > 0) joined.push(`${joined.pop()}’`);
			else joined.push(text);
			return joined;
		}, []);
	const lowers = words.map((word) => word.toLowerCase());
	const run = tokens.slice(runFirst, end).map((token) => token.lower);
	const before = tokens[runFirst - 1];
	if (words.length === 0 || isTitleAlone(lowers, before) || isTitleAlone(run, before)) return null;
	const starts =
		runFirst === 0 ||
		sentence[runFirst - 1] !== sentence[runFirst] ||
		inside[runFirst - 1] !== inside[runFirst];
	const kind = kindOf(words, lowers, titled, before);
	// A first name alone may be a surname: only those that English papers know best count.
	const given = (words.length > 1 ? firstNameGender : englishNameGender)(lowers[0] ?? '');
	const isSurname = words.filter((word) => !particles.has(word)).length === 1;
	const isSomebody = kind === 'person' || kind === 'unknown';
	const beside =
		titleGender === null && isSomebody ? genderShownBeside(paragraph, runFirst, after, isSurname) : null;
	// A list of people is read as a phrase about the first ("Ada Venn, her brother"): the first name knows better.
	const known = englishNameGender(lowers[0] ?? '');
	const isContradicted =
		words.length > 1 && beside !== null && (known === 'm' || known === 'f') && known !== beside;
	const shown = titleGender ?? (isContradicted ? null : beside);
	return {
		paragraph: paragraph.index,
		titleFirst: runFirst,
		first,
		after,
		words,
		kind,
		gender: shown ?? (given !== 'either' && kind !== 'body' ? given : null),
		genderShown: shown !== null,
		genderKnown: known === (shown ?? given),
		titled,
		inside: inside[first] ?? -1,
		starts: starts && first === runFirst,
	};
}
