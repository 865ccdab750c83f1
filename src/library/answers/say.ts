import { bold, type Sentence } from '../../errors.ts';

/** How many near ones are named. */
export const mostNamed = 3;

/** "Perhaps A or B?", each in bold, where something is near what was typed; else `otherwise`. */
export function perhaps(near: readonly string[], otherwise: Sentence): Sentence {
	return near.length > 0 ? ['Perhaps ', ...oneOf(near), '?'] : otherwise;
}

/** "A, B, C", each in bold. */
export function listed(names: readonly string[]): Sentence {
	return names.flatMap((name, index): Sentence => (index === 0 ? [bold(name)] : [', ', bold(name)]));
}

/** "A, B or C", each in bold. */
function oneOf(names: readonly string[]): Sentence {
	const set = [...new Set(names)].slice(0, mostNamed).map(bold);
	return set.flatMap((name, index): Sentence => {
		if (index === 0) return [name];
		return [index === set.length - 1 ? ' or ' : ', ', name];
	});
}
