import type { Mention, ParsedParagraph } from './mentions.ts';
import type { Name } from './names.ts';
import type { People } from './people.ts';
import type { Person } from './person.ts';
import type { Words } from './words.ts';

/** An article with its names joined into people and all its mentions. */
export interface ParsedNames {
	/** Of its language. */
	words: Words;
	parsedParagraphs: ParsedParagraph[];
	people: People;
	personOf: (name: Name) => Person | null;
}

/** The same with what its descriptions mean. */
export interface ParsedArticle extends ParsedNames {
	/** Who a source without a name means: the one that the article introduced so, or the body behind "it"; or null. */
	described: (mention: Mention) => Person | null;
}
