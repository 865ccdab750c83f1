import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';

const speakers = (...paragraphs: string[]) => findQuotes(paragraphs, 'en').map(({ speaker }) => speaker);

const family =
	'Mayor Inga Dahl and her son, Nils Dahl, who steers the ferry, sat at opposite ends of the hall.';

describe('a surname that two people of an article have', () => {
	it('is shown alone where nothing tells which of them is meant', () => {
		expect(
			speakers(
				family,
				'“Nobody takes that boat,” Dahl said.',
				'“I take it every day,” Nils Dahl replied.',
				'“You are paid to take it,” Dahl shot back.',
			),
		).toEqual(['Dahl', 'Nils Dahl', 'Dahl']);
	});

	it('means the one who was named in full just before, in the same paragraph', () => {
		expect(speakers(family, 'Nils Dahl did not wait. “I take it every day,” Dahl said.')).toEqual([
			'Nils Dahl',
		]);
	});

	it('means the only one whom the article has named by then', () => {
		expect(
			speakers(
				'Inga Dahl has been the mayor for nine years.',
				'“Nobody takes that boat,” Dahl said.',
				'Her sister Karen Dahl disagrees.',
				'“I take it every day,” Dahl said.',
			),
		).toEqual(['Inga Dahl', 'Dahl']);
	});

	it('means the one that the pronoun of the question shows', () => {
		expect(
			speakers(
				'“It is a protest,” said Inga Dahl, who led the march.',
				'“I lost to a boat,” said Peter Dahl, the outgoing mayor and her brother.',
				'Asked whether she was sorry, Dahl shrugged. “Not at all,” she said.',
			),
		).toEqual(['Inga Dahl', 'Peter Dahl', 'Inga Dahl']);
	});

	it('means the one that the pronoun of the question shows, also with words before it', () => {
		expect(
			speakers(
				'Marcus and Marta van der Berg inherited the mill on Monday.',
				'“It is a home,” said Marta van der Berg.',
				'“It is a hotel,” said Marcus van der Berg.',
				'Van der Berg, who has run two hotels in the town, has ordered the beds. “Forty of them,” he said.',
				'In a post, the mayor, Jo Venn, wrote: “Both of you: enough.”',
				'Asked if he would sell his half, van der Berg said no. “Not for a million crowns,” he said.',
			).at(-1),
		).toBe('Marcus van der Berg');
	});

	it('means the one that says something of herself', () => {
		expect(
			speakers(
				family,
				'Dahl said that she would take the chair herself: “I have asked for a date by Monday.”',
			),
		).toEqual(['Inga Dahl']);
	});

	it('means neither father nor son where both have all their names', () => {
		expect(
			speakers(
				'Tom Quill, 61, the founder of the yard, died in January. His son, Tom Quill Jr, said that he was “sad and very proud of him”.',
				'“He would have come with a welding torch himself,” Quill added.',
				'“We will go on,” said Quill Jr.',
			),
		).toEqual(['Tom Quill Jr', 'Quill', 'Tom Quill Jr']);
	});
});

describe('“she”', () => {
	it.each([
		'Robin Dahl, the outgoing mayor and her brother',
		'Robin Dahl, 52, the dancer’s husband',
		'Her father, Robin Dahl',
	])('is never somebody whom the article calls a man: %s', (man) => {
		expect(
			speakers(
				'“It is a protest,” said Inga Venn, who led the march.',
				`${man}, lost the vote by nine. He left the hall at noon.`,
				'“It was not a close race at all,” she said.',
			).at(-1),
		).not.toBe('Robin Dahl');
	});

	it('may be the first of a list with a brother in it', () => {
		expect(
			speakers(
				'Ada Venn, her brother, and a neighbour ran the mill.',
				'“It was never a close race,” she said.',
			),
		).toEqual(['Ada Venn']);
	});
});
