import { firstNames as german } from './de/first-names.ts';
import { englishNameGender } from './en/lexicon/lists.ts';
import { firstNames as spanish } from './es/first-names.ts';
import { firstNames as french } from './fr/first-names.ts';
import { firstNames as russian } from './ru/first-names.ts';

const others = [german, spanish, french, russian];

/** Whether a word, in lower case, is a first name in one of the languages whose speakers are read. */
export function isFirstName(lower: string): boolean {
	return englishNameGender(lower) !== null || others.some((names) => names.has(lower));
}
