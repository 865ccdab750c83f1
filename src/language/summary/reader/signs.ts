import type { Candidate } from '../sentences.ts';

/** How often a sentence has words of each class outside quotations and inside, which class opens it, and what stands first. */
export interface Signs {
	readonly outside: ReadonlyMap<string, number>;
	readonly inside: ReadonlyMap<string, number>;
	readonly opening: string | null;
	/** Words before the first of a class outside quotations, and capitals and words of open classes among them. */
	readonly before: ReadonlyMap<
		string,
		{ readonly words: number; readonly capitals: number; readonly open: number }
	>;
}

export function signsOf(
	{ tokens }: Candidate,
	classes: ReadonlyMap<string, string>,
	functionWords: ReadonlySet<string>,
): Signs {
	const outside = new Map<string, number>();
	const inside = new Map<string, number>();
	const before = new Map<string, { words: number; capitals: number; open: number }>();
	const so = { words: 0, capitals: 0, open: 0 };
	let opening: string | null = null;
	let isInside = false;
	for (const { text, lower, kind, capital } of tokens) {
		if (text === '"') isInside = !isInside;
		else if (text === '“') isInside = true;
		else if (text === '”') isInside = false;
		if (kind === 'mark') continue;
		const name = classes.get(lower);
		if (name !== undefined) {
			const counts = isInside ? inside : outside;
			counts.set(name, (counts.get(name) ?? 0) + 1);
			if (so.words === 0) opening = name;
			if (!isInside && !before.has(name)) before.set(name, { ...so });
		}
		so.words++;
		if (!functionWords.has(lower)) {
			so.open++;
			if (capital) so.capitals++;
		}
	}
	return { outside, inside, opening, before };
}
