import type { Mention, TokenClass } from '../mentions.ts';
import type { Person } from '../person.ts';

/** Gives "who" and the phrases in apposition to a name the person of that name. */
export function linkAppositions(mentions: readonly Mention[], classes: readonly TokenClass[]): void {
	for (const [index, mention] of mentions.entries()) {
		const before = mentions[index - 1];
		const after = mentions[index + 1];
		if (mention.kind === 'name') continue;
		const follows =
			before?.kind === 'name' && classes[before.after] === ',' && before.after + 1 === mention.first;
		if (mention.head === 'who' && before?.kind === 'name' && mention.first - before.after < 2)
			mention.person = whoOf(mentions, index, classes);
		if (mention.kind !== 'nominal') continue;
		const behind = mention.side === 'before' ? namedBehind(mentions, index, classes) : null;
		// "Orrin, the mayor, said" and "the mayor, Orrin, said".
		if (follows && before.person?.kind !== 'body' && !'BSVW'.includes(classes[mention.after] ?? '$'))
			mention.person = before.person;
		else if (
			after?.kind === 'name' &&
			classes[mention.after] === ',' &&
			(after.name?.titleFirst ?? 0) === mention.after + 1 &&
			(',QSV$'.includes(classes[after.after] ?? '$') ||
				(mention.side === 'before' && classes[after.after] === '.'))
		) {
			mention.person = after.person;
		} else if (behind) {
			const { cue, cueAt, side, key } = mention;
			Object.assign(behind, { cue, cueAt, side, key });
			mention.person = behind.person;
		} else if (mention.cue !== null && mention.side !== 'object') {
			// "The host, board member Ada Venn, said": the last name before the second comma.
			const named = mentions
				.slice(index + 1, index + REACH)
				.find(
					(one) =>
						one.kind === 'name' &&
						one.cueAt === mention.cueAt &&
						one.first < one.cueAt &&
						(isPosted(mention, one, classes) ||
							(',('.includes(classes[one.after] ?? '.') &&
								classes[(one.name?.titleFirst ?? one.first) - 1] !== 'I' &&
								classes.slice(mention.after, one.first).includes(','))),
				);
			if (named) mention.person = named.person;
		}
	}
}

/** "…," said a spokesman for the league, Ada Venn, "…": the name between commas behind what somebody speaks for. */
function namedBehind(
	mentions: readonly Mention[],
	index: number,
	classes: readonly TokenClass[],
): Mention | null {
	const office = mentions[index];
	if (!office || classes[office.after] !== 'I') return null;
	const name = mentions.slice(index + 1, index + REACH).find(({ first }) => classes[first - 1] === ',');
	if (name?.kind !== 'name' || name.sentence !== office.sentence || !name.person) return null;
	const opens = name.name?.titleFirst ?? name.first;
	const isPhrase = classes.slice(office.after, opens - 1).every((kind) => 'IDxHN0O'.includes(kind));
	const isNamed = isPhrase && ',.Q$'.includes(classes[name.after] ?? '$') && name.person.kind !== 'place';
	return isNamed ? name : null;
}

/** "Norway's envoy to Peru Ada Venn has said": the name follows the place that the office is for. */
const isPosted = (office: Mention, { name, first }: Mention, classes: readonly TokenClass[]): boolean =>
	name?.titleFirst === office.after + 1 && name.titleFirst < first && classes[office.after] === 'I';

/**
 * Whom "who" means behind a name: its person; behind a body the person who is in it ("Venn, an expert at Halden
 * University who …"), named before with a comma.
 */
function whoOf(mentions: readonly Mention[], index: number, classes: readonly TokenClass[]): Person | null {
	const own = mentions[index - 1];
	if (!own?.person || !'IDO'.includes(classes[(own.name?.titleFirst ?? own.first) - 1] ?? '.'))
		return own?.person ?? null;
	const head = mentions
		.slice(Math.max(0, index - REACH), index - 1)
		.findLast(
			({ kind, person, sentence, after }) =>
				kind === 'name' && person?.kind === 'person' && sentence === own.sentence && classes[after] === ',',
		);
	return own.person.kind === 'person' ? own.person : (head?.person ?? null);
}

const REACH = 6;
