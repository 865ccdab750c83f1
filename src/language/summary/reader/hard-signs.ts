import { keyOf } from '../key.ts';
import type { Read } from './read.ts';
import { createTold } from './told.ts';

/**
 * Tells whether a sentence is unclear behind those shown before it whatever its chance is: it has "another" or "instead"
 * and is not shown directly behind the one before it, is the first shown and an example of something, says "I" and names
 * nobody behind the first sentence of news or, as the first shown, in an essay, or says "the report" where neither the headline nor what is shown before has one.
 */
export function createHardSigns(read: Read) {
	const { all, named, kind, pack } = read;
	const isTold = createTold(read);
	const signs = all.map(({ text }, index) => ({
		needsFirst: pack.needsFirst?.(text) === true,
		isInstance: pack.isInstance?.(text) === true,
		isOfNobody: named[index]?.fully.size === 0 && pack.speaksAsI?.(text) === true,
		sources: (pack.sourcesIn?.(text) ?? []).map((noun) => keyOf(noun, pack)),
	}));
	const mayNotSayI = (index: number, before: readonly number[]): boolean =>
		kind === 'news' ? index > 0 : kind === 'essay' && before.length === 0;
	return (index: number, before: readonly number[]): boolean => {
		const own = signs[index];
		if (!own || before.includes(index - 1)) return false;
		return (
			own.needsFirst ||
			(before.length === 0 && own.isInstance) ||
			(own.isOfNobody && mayNotSayI(index, before)) ||
			own.sources.some((key) => !isTold(key, before))
		);
	};
}
