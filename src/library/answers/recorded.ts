import type { SeenView } from '../corrections/view.ts';

/** What is seen of the archive, and what the answers of it depended on so far. */
export interface Recorded {
	readonly view: SeenView;
	/** Marks, as the store gives them; null where any change of what is seen may change an answer. */
	marks(): readonly number[] | null;
}

/** An answer that depends on more than this is worked out anew after every change. */
const mostMarks = 300;

/** These say how things are and ask nothing. */
const states: ReadonlySet<string> = new Set<keyof SeenView>([
	...(['generation', 'generationOf', 'audience', 'edition', 'watch'] as const),
]);

/**
 * A view that notes what is asked of it.
 * @param archive whose store can say what its answers depend on.
 */
export function recorded(archive: SeenView): Recorded {
	let all: Set<number> | null = new Set();
	const note = (marks: readonly number[] | null) => {
		for (const mark of marks ?? []) all?.add(mark);
		if (marks === null || (all?.size ?? 0) > mostMarks) all = null;
	};
	const view = new Proxy(archive, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function' || typeof name !== 'string' || states.has(name)) return value;
			return async (...given: unknown[]) => {
				const answer: unknown = await value.apply(target, given);
				note(archive.watch?.dependsOn(name, given, answer) ?? null);
				return answer;
			};
		},
	});
	return { view, marks: () => (all === null ? null : [...all]) };
}
