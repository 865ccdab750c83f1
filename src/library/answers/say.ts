import { bold, type Sentence } from '../../errors.ts';

/** So many near ones are named. */
export const mostNamed = 3;

/** "A, B or C", each in bold. */
export function oneOf(names: readonly string[]): Sentence {
	const set = [...new Set(names)].slice(0, mostNamed).map(bold);
	return set.flatMap((name, index): Sentence => {
		if (index === 0) return [name];
		return [index === set.length - 1 ? ' or ' : ', ', name];
	});
}
