import type { Quote } from '../../article.ts';
import type { Mention, ParsedParagraph, TokenClass } from '../mentions.ts';
import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import { isSomebody, type Person } from '../person.ts';

/** A quotation as far as it shows who a pronoun means. */
export type Attributed = Pick<Quote, 'paragraph'> &
	Partial<Pick<Quote, 'speaker' | 'mention' | 'confidence'>>;

/** The first pronoun of a sentence that has named nobody before it. UTF-16, half-open, in its paragraph. */
export interface Pronoun {
	readonly paragraph: number;
	readonly start: number;
	readonly end: number;
	/** The fullest name that the article gives whom it means; null where that is not sure. */
	readonly name: string | null;
	/** It tells whose something is: "her". */
	readonly owns: boolean;
	/** The sentence before it has somebody whom it may mean. */
	readonly hasBefore: boolean;
}

/** From this confidence on the speaker of a quotation is beyond doubt: higher than where a name is shown beside it. */
const leastConfidence = 0.94;
/** Sentences since somebody was named or meant, up to which a pronoun may mean the only one it can. */
const reach = 3;

/** What a sentence has shown of people. */
interface Before {
	readonly people: Set<Person>;
	/** Of these the ones that are no place's name: "in Arle". */
	readonly named: Set<Person>;
	/** Who acts or speaks in it, where that has a name. */
	subject: Person | null;
	/** Somebody acts or speaks in it who has no name: "the driver". */
	unnamed: boolean;
}

/**
 * The pronouns outside quotations before which their sentence names nobody, with whom they mean if that is beyond
 * doubt. That is the speaker of a quotation, where that is sure enough; for "he" and "she" else the one who acts in
 * the sentence before, if nobody else who is named there may be meant; else the only one of that gender so far.
 * Linear in the number of mentions, times that of people.
 */
export function openPronouns(article: ParsedArticle, quotes: readonly Attributed[]): Pronoun[] {
	const spoken = speakersByPlace(quotes);
	const byName = new Map(article.people.all.map((person) => [person.name, person]));
	const known = new Map<Person, number>();
	const found: Pronoun[] = [];
	let number = 0;
	let before = nobody();
	for (const parsed of article.parsedParagraphs) {
		const { paragraph, mentions } = parsed;
		const named = namedBySentence(parsed, article);
		const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence);
		const count = (paragraph.sentence.at(-1) ?? -1) + 1;
		for (let sentence = 0; sentence < count; sentence++, number++) {
			const here = nobody();
			for (const mention of bySentence.get(sentence) ?? []) {
				let { person } = mention;
				if (mention.kind === 'pronoun' && person === null) {
					const start = paragraph.tokens[mention.first]?.start ?? 0;
					const said = spoken.get(`${paragraph.index} ${start}`);
					if (said?.isSure) person = byName.get(said.speaker) ?? null;
					else if (mention.gender !== null && !isNamedLater(parsed, mention))
						person = surely(mention.gender, here, before, known, number);
					// Two ways to tell that do not agree tell nothing.
					if (said && person && person.name !== said.speaker) person = null;
					const isOpen =
						!here.unnamed &&
						![...here.named].some((one) => mention.gender === null || mayBe(one, mention.gender));
					if (isOpen && (mention.gender !== null || said?.isSure)) {
						const end = paragraph.tokens[mention.after - 1]?.end ?? 0;
						const name = person?.name ?? null;
						const hasBefore = before.named.size > 0 || before.unnamed;
						found.push({ paragraph: paragraph.index, start, end, name, owns: mention.owns, hasBefore });
					}
				}
				note(here, parsed, mention, person);
				if (person) known.set(person, number);
			}
			for (const person of named[sentence] ?? []) if (!known.has(person)) known.set(person, number);
			before = here;
		}
	}
	return found;
}

const nobody = (): Before => ({ people: new Set(), named: new Set(), subject: null, unnamed: false });

function note(
	here: Before,
	{ paragraph, classes }: ParsedParagraph,
	mention: Mention,
	person: Person | null,
) {
	const { kind, first, after } = mention;
	const acts =
		mention.syntacticRole === 'subject' ||
		(mention.cue !== null && mention.side !== 'object') ||
		(kind === 'name' && opens(paragraph, classes, mention));
	if (person && isSomebody(person)) {
		here.people.add(person);
		const before = classes[(mention.name?.titleFirst ?? first) - 1];
		if (person.kind === 'person' || before !== 'I') here.named.add(person);
		if (acts && here.subject === null) here.subject = person;
	} else if (person === null && (mention.gender !== null || classes.slice(first, after).includes('H'))) {
		here.unnamed ||= acts || mention.gender !== null;
	}
}

/** Whether a name has no more before it in its sentence than its titles: "Harbour master Thomas Renn". */
function opens({ sentence }: Paragraph, classes: readonly TokenClass[], { first, name }: Mention): boolean {
	let at = name?.titleFirst ?? first;
	while (at > 0 && sentence[at - 1] === sentence[first] && 'xHN'.includes(classes[at - 1] ?? '')) at--;
	return at === 0 || sentence[at - 1] !== sentence[first];
}

/** Whether a name may be of somebody of a gender, and whether it is known to be. */
const mayBe = (person: Person, gender: Gender): boolean =>
	isSomebody(person) && (person.gender === null || person.gender === gender);
const isOf = (person: Person, gender: Gender): boolean =>
	person.kind === 'person' && person.gender === gender;

function surely(
	gender: Gender,
	here: Before,
	before: Before,
	known: ReadonlyMap<Person, number>,
	sentence: number,
): Person | null {
	for (const { people, subject, unnamed } of [here, before]) {
		if (unnamed) return null;
		const [only, other] = [...people].filter((person) => mayBe(person, gender));
		if (other) return null;
		if (only) return isOf(only, gender) && only === subject ? only : onlyOne(gender, known, sentence, only);
	}
	return onlyOne(gender, known, sentence, null);
}

/** The only one so far of a gender, if named or meant not long ago. */
function onlyOne(
	gender: Gender,
	known: ReadonlyMap<Person, number>,
	sentence: number,
	near: Person | null,
): Person | null {
	const [only, other] = [...known].filter(([person]) => mayBe(person, gender));
	if (!only || other || (near && near !== only[0])) return null;
	return isOf(only[0], gender) && sentence - only[1] <= reach ? only[0] : null;
}

/**
 * Whether a sentence names behind a pronoun whom it may mean. A pronoun that does not open its sentence often means the
 * one who follows ("Upon hearing that she had won, Venn left"); one that does not where that one acts ("He said that
 * Venn left" is of two people).
 */
function isNamedLater(
	{ paragraph, mentions }: ParsedParagraph,
	{ sentence, first, gender }: Mention,
): boolean {
	const before = paragraph.tokens.slice(0, first).filter((_, at) => paragraph.sentence[at] === sentence);
	const opens = before.every(({ kind }) => kind === 'mark');
	return mentions.some(
		(one) =>
			one.sentence === sentence &&
			one.first > first &&
			one.kind === 'name' &&
			one.person !== null &&
			(opens
				? one.person.kind === 'person' && one.syntacticRole === 'subject'
				: gender !== null && mayBe(one.person, gender)),
	);
}

/** The people that each sentence of a paragraph names, inside quotations too. */
function namedBySentence({ paragraph, names }: ParsedParagraph, { personOf }: ParsedArticle): Person[][] {
	const found: Person[][] = [];
	for (const name of names) {
		const sentence = paragraph.sentence[name.first] ?? 0;
		const person = personOf(name);
		if (person) found[sentence] = [...(found[sentence] ?? []), person];
	}
	return found;
}

interface Said {
	readonly speaker: string;
	readonly isSure: boolean;
}

function speakersByPlace(quotes: readonly Attributed[]): Map<string, Said> {
	const found = new Map<string, Said>();
	for (const { speaker, mention, confidence } of quotes) {
		if (speaker && mention)
			found.set(`${mention.paragraph} ${mention.start}`, {
				speaker,
				isSure: (confidence ?? 0) >= leastConfidence,
			});
	}
	return found;
}
