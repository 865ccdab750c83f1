import type { ParsedParagraph } from './mentions.ts';
import type { Name } from './names.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';
import type { Words } from './words.ts';

/** An article with its names joined into people and all its mentions. */
export interface ParsedArticle {
	/** Of its language. */
	words: Words;
	parsedParagraphs: ParsedParagraph[];
	people: People;
	personOf: (name: Name) => Person | null;
}
