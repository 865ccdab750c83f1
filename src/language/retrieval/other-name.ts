import { fold } from '../fold.ts';
import { packFor } from '../packs.ts';
import type { Collection } from './collection.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';
import type { TextWord } from './text-words.ts';
import { wordVectors } from './word-vectors.ts';

/** How near two words come in meaning where one may stand for the other: "American" and "European". */
const alike = 0.4;

/**
 * Whether a passage has another name where a question has one that the texts never have there: "the *European* Parliament"
 * where the American one is asked for. A title ("Mayor Marsh") is no other name.
 * @param told the stems of what stands in and near the passage.
 */
export function hasOtherName(
	{ terms, stems }: Question,
	passage: Passage,
	collection: Collection,
	told: ReadonlySet<string>,
): boolean {
	const { text, paragraph, words } = passage;
	const { language = null, paragraphs = [] } = collection.texts[text] ?? {};
	const { likeness, numberOf } = wordVectors();
	const formOf = ({ start, end }: TextWord) => fold(paragraphs[paragraph]?.slice(start, end) ?? '');
	const isTitle = (word: TextWord) => packFor(language).speakers?.isCalling(formOf(word)) === true;
	return terms.some((name, at) => {
		const next = terms[at + 1];
		if (!name.isName || name.initials !== '' || told.has(name.stem) || !next?.joined || !next.isName)
			return false;
		const isOther = (word: TextWord | undefined) =>
			word?.capital === true &&
			!stems.has(word.stem) &&
			!isTitle(word) &&
			likeness(numberOf(name.form), numberOf(formOf(word))) > alike;
		const isThere = words.some(
			({ stem, capital }, place) => stem === next.stem && capital && isOther(words[place - 1]),
		);
		return isThere && !areBeside(name.stem, next.stem, collection);
	});
}

/** Whether two words stand side by side anywhere, in a text or a headline. */
function areBeside(one: string, other: string, { postings, passages, titles }: Collection): boolean {
	if (titles.some((title) => title.has(one) && title.has(other))) return true;
	return (postings.get(one) ?? []).some((number) =>
		passages[number]?.words.some(({ stem }, at, words) => stem === other && words[at - 1]?.stem === one),
	);
}
