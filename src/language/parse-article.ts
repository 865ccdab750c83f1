import type { Name } from './names.ts';
import type { SpeakerRules } from './pack.ts';
import { type Paragraph, readParagraphs } from './page.ts';
import type { ParsedArticle, ParsedNames } from './parsed-article.ts';
import { joinPeople } from './people.ts';
import type { Person } from './person.ts';
import { countPronouns } from './pronoun-votes.ts';
import { demoteWords } from './word-names.ts';
import type { Words } from './words.ts';

/** Reads an article as far as the finders of speakers need it. Linear. */
export function parseArticle(
	paragraphs: readonly string[],
	words: Words,
	speakers: SpeakerRules,
): ParsedArticle {
	const page = readParagraphs(paragraphs, words);
	const lines = repeatedLines(page);
	const names = speakers.settleNames(
		page,
		page.map((paragraph) => (lines.has(paragraph.text) ? [] : speakers.namesOf(paragraph))),
	);
	const people = joinPeople(names.flat(), words);
	const personOf = (name: Name): Person | null => people.of.get(name) ?? null;
	const parsedParagraphs = page.map((paragraph, index) => {
		const classes = speakers.classesOf(paragraph);
		const own = names[index] ?? [];
		const isAside = paragraph.spans.length === 0 && speakers.isCaption(paragraph.text);
		const mentions = isAside ? [] : speakers.mentionsOf(paragraph, classes, own, personOf);
		return { paragraph, classes, names: own, mentions, isAside };
	});
	demoteWords(people.all, parsedParagraphs, speakers.isCalling);
	countPronouns(people.all, parsedParagraphs);
	const parsedNames: ParsedNames = { words, parsedParagraphs, people, personOf };
	return { ...parsedNames, described: speakers.createDescribed(parsedNames) };
}

/** Lines of the page, such as "Story continues below", are there several times: nobody is named in them. */
function repeatedLines(page: readonly Paragraph[]): Set<string> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { text, spans } of page) {
		if (text.length > LINE || spans.length > 0) continue;
		if (seen.has(text)) repeated.add(text);
		seen.add(text);
	}
	return repeated;
}

const LINE = 100;
