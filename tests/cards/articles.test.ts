import { expect, test } from 'vitest';
import { articleItem } from '../../src/cards/articles.ts';
import { line } from '../commands/plain-library.ts';

const { headline } = line;

test('sets a headline off in a list: as a link, or in bold where its address is not known', () => {
	const url = 'https://courier.example/ferry';
	expect(articleItem({ ...line, url })[0]).toEqual({ mark: 'link', text: headline, url });
	expect(articleItem({ ...line, url: null })[0]).toEqual({ mark: 'strong', text: headline });
});
