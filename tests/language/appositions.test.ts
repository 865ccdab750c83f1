import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';

const speakers = (...paragraphs: string[]) => findQuotes(paragraphs, 'en').map(({ speaker }) => speaker);

describe('a name behind what somebody is', () => {
	it.each([
		['“It writes itself,” my first teacher, Hilda Orrin, used to say. She was wrong.', ['Hilda Orrin']],
		[
			'“We will,” said a spokesperson for the ministry, Gail Venn, “look into it.”',
			['Gail Venn', 'Gail Venn'],
		],
		['“It rings,” said a spokesman for the league in Halden, Tom Orrin.', ['Tom Orrin']],
		[
			'In a post on Tuesday night, the mayor, Jo Venn (Independent), wrote: “Both of you: enough.”',
			['Jo Venn'],
		],
	])('is the speaker’s: %s', (text, names) => {
		expect(speakers('The mill of Halden burned on Monday.', text)).toEqual(names);
	});
});
