import { expect, test } from 'vitest';
import { linksIn } from '../../commands/shared/links-in.ts';

test.for([
	['Look at https://example.org/a.', ['https://example.org/a']],
	['(https://example.org/a)', ['https://example.org/a']],
	['https://example.org/a_(ferry)', ['https://example.org/a_(ferry)']],
	[
		'[here](https://example.org/a), <https://example.org/b>!',
		['https://example.org/a', 'https://example.org/b'],
	],
	['**https://example.org/a** ||https://example.org/b||', ['https://example.org/a', 'https://example.org/b']],
	['https://example.org/a https://example.org/a', ['https://example.org/a']],
	['HTTP://example.org/a?b=c#d', ['HTTP://example.org/a?b=c#d']],
	['no link, and ftp://example.org/a is none', []],
] as const)('the links in a message are found: %s', ([text, links]) => {
	expect(linksIn(text)).toEqual(links);
});
