import { describe, expect, it } from 'vitest';
import { itemText, paragraphsOf, plainLine } from '../../../src/reading/feed/text.ts';

describe('the paragraphs of an item', () => {
	it('are divided by blocks and by two breaks, and hold what is inside a line', () => {
		expect(
			paragraphsOf(
				'<p>The <b>“Osprey”</b> was&nbsp;late.</p>\n<div>It was<br>full.<br><br>Nobody spoke.</div> <ul><li>One</li><li>Two</li></ul>',
			),
		).toEqual(['The “Osprey” was late.', 'It was full.', 'Nobody spoke.', 'One', 'Two']);
		// The ends of lines in the source are none on the page.
		expect(paragraphsOf('It was late\n<br>and full. <b></b><br>\n <br>Nobody spoke.')).toEqual([
			'It was late and full.',
			'Nobody spoke.',
		]);
		for (let time = 0; time < 4; time++) expect(paragraphsOf('a<br>'.repeat(60_000))).toHaveLength(1);
	});

	it('have no scripts, captions, tables or forms', () => {
		expect(
			paragraphsOf(
				'<figure><img><figcaption>The pier</figcaption></figure><script>x()</script><style>p{}</style><p>Text.</p><table><tr><td>1</td></tr></table><form>Subscribe</form>',
			),
		).toEqual(['Text.']);
	});

	it('are found in plain text and at any depth of nesting', () => {
		expect(paragraphsOf('One.\nStill one.\n\nTwo.')).toEqual(['One. Still one.', 'Two.']);
		expect(paragraphsOf(`${'<div>'.repeat(20_000)}Deep${'</div>'.repeat(20_000)}`)).toEqual(['Deep']);
	});

	it('show nothing that nobody sees', () => {
		expect(paragraphsOf('<p>\u202Eesrever\u0000</p><p> \u200B </p>')).toEqual(['esrever']);
		expect(plainLine('A &lt;b&gt;')).toBe('A <b>');
		expect(plainLine('<i> </i>')).toBeNull();
	});
});

describe('a text', () => {
	const sentence = 'The ferry left the harbour an hour late, and the mayor was on board. ';
	const long = (times: number, end = '') => `<p>${sentence.repeat(times)}${end}</p>`;
	const whole = (content: string | null, description: string | null) =>
		itemText({ content, description }).isWhole;

	it('is whole where it is long and does not go on elsewhere', () => {
		expect(whole(long(10), long(2))).toBe(true);
		expect(whole(null, long(30))).toBe(true);
		expect(whole(`${long(10)}<p>The post appeared first on Bell & Port.</p>`, null)).toBe(true);
	});

	it('is a beginning where it is short, or says that it goes on', () => {
		expect(whole(long(3), null)).toBe(false);
		expect(whole(null, long(10))).toBe(false);
		const ends = [
			'…',
			'[...]',
			'[&hellip;]',
			'<a href="x">Read more</a>',
			'Continue reading Ferry late →',
			'Weiterlesen',
			'Lire la suite',
		];
		for (const end of ends) {
			expect(whole(long(30, end), null), end).toBe(false);
			expect(whole(`${long(30)}<p>${end}</p><p>The post appeared first on Bell.</p>`, null), end).toBe(false);
		}
	});

	it('ends where its end is, however many dots are in it', () => {
		expect(whole(`${long(10)}<p>${'.'.repeat(280_000)}x</p>`, null)).toBe(true);
		expect(
			whole(`${long(9)}<p>Everybody could see the whole of it, and ${sentence.repeat(4)}</p>`, null),
		).toBe(true);
	});

	it('is taken from where more of it is', () => {
		const { paragraphs } = itemText({ content: '<p>Short.</p>', description: long(2) });
		expect(paragraphs[0]).toContain('The ferry left');
	});
});
