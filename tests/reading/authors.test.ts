import { describe, expect, it } from 'vitest';
import { readAuthorLine } from '../../src/reading/dump/authors/line.ts';
import { readDump } from '../../src/reading/dump/dump.ts';

describe('a line that names authors', () => {
	it.each([
		['By Mira Sandoval and Teo Brandt', ['Mira Sandoval', 'Teo Brandt']],
		['Von Mira Sandoval, Redakteurin für Häfen', ['Mira Sandoval']],
		['Von: MIRA SANDOVAL', ['Mira Sandoval']],
		['Ein Kommentar von Mira Sandoval', ['Mira Sandoval']],
		['Par Mira Sandoval, envoyée spéciale à Ostrand', ['Mira Sandoval']],
		['Por Mira Sandoval y Teo Brandt', ['Mira Sandoval', 'Teo Brandt']],
		['di Mira Sandoval', ['Mira Sandoval']],
		['Av Mira Sandoval og Teo Brandt', ['Mira Sandoval', 'Teo Brandt']],
		['Door Mira Sandoval', ['Mira Sandoval']],
		['Автор: Мира Сандова', ['Мира Сандова']],
		['Text: Mira Sandoval', ['Mira Sandoval']],
		['김서연 기자', ['김서연']],
		['byMira Sandoval', ['Mira Sandoval']],
		['Mira SandovalHarbour Writer', ['Mira Sandoval']],
		['By Mira Sandoval Political Correspondent', ['Mira Sandoval']],
		['By MIRA SANDOVAL FOR OSTRANDPOST.COM', ['Mira Sandoval']],
		['By Mira Sandoval | msandoval@post.example', ['Mira Sandoval']],
		['Mira Sandoval / OSTRANDPOST.COM / Sep 2, 2031, 17:07 UTC', ['Mira Sandoval']],
		['Mira Sandoval24.04.2031, 19:35 Uhr', ['Mira Sandoval']],
		['By Mira Sandoval - 11/19/31 06:56 AM EST', ['Mira Sandoval']],
		['5:45 AM PST 11/19/2031 by Mira Sandoval', ['Mira Sandoval']],
		['By MIRA SANDOVAL, TEO BRANDT and NILS ODE', ['Mira Sandoval', 'Teo Brandt', 'Nils Ode']],
		['Von Mira Sandoval und Teo Brandt, dpa', ['Mira Sandoval', 'Teo Brandt', 'dpa']],
		['von Mira Sandoval, RADIO OSTRAND', ['Mira Sandoval']],
		['By Mira Sandoval and Teo Brandt The Associated Press', ['Mira Sandoval', 'Teo Brandt']],
		['Mira Sandoval reports from Ostrand', ['Mira Sandoval']],
	])('"%s" is read', (line, names) => {
		expect(readAuthorLine(line)?.names).toEqual(names);
	});

	it.each([
		'Foto: Mira Sandoval',
		'(Mira Sandoval / AP)',
		'© Mira Sandoval',
		'Tram drivers ask for a second mirror',
		'Ostrand prepares to host the meeting of towns',
		'Published 3 hours ago',
		'Share this article',
	])('"%s" names nobody', (line) => {
		expect(readAuthorLine(line)).toBeNull();
	});
});

const paragraphs = [
	'The county library in Dunwick lends garden tools from April on, after a trial in which four hundred people took one home.',
	'Members keep a tool for ten days, and anything with a motor needs a short lesson first, the library said on Monday.',
	'“We lost one rake and gained three hundred readers,” said Olive Marsh, who runs the reading room.',
	'Two counties nearby have asked to see the figures before they decide whether to follow.',
].join('\n\n');
const page = (head: string, tail = '') => `${head}\n\n${paragraphs}\n${tail}`;
const fieldsOf = (text: string) => readDump(text).fields;

describe('the authors of a page', () => {
	it.each([
		['under the headline alone', 'Library lends tools after a trial\nMira Sandoval\n3 May 2031 10:14'],
		['below a word for it', 'Library lends tools after a trial\nvon\nMira Sandoval\n3. Mai 2031'],
		['beside the reading time', 'Library lends tools after a trial\nMira Sandoval 2 minutes read'],
	])('are found %s', (_, head) => {
		expect(fieldsOf(page(head)).byline).toEqual(['Mira Sandoval']);
	});

	it('may be on a line each', () => {
		const head = 'Library lends tools after a trial\nMira Sandoval\nTeo Brandt\n3. Mai 2031, 10:14 Uhr';
		expect(fieldsOf(page(head)).byline).toEqual(['Mira Sandoval', 'Teo Brandt']);
	});

	it('are not the people that the article is about', () => {
		const head = 'Library lends tools after a trial\nOlive Marsh\nShare\n3 May 2031';
		expect(fieldsOf(page(head)).byline).toEqual([]);
	});

	it('are not those of other articles below', () => {
		const tail = 'More from Dunwick\nSwans counted on the mill race\nBy Teo Brandt\n4 May 2031\n';
		expect(fieldsOf(page('Library lends tools after a trial\nBy Mira Sandoval', tail)).byline).toEqual([
			'Mira Sandoval',
		]);
	});

	it('stand beside a day, which is not one above the headline or in the text', () => {
		const under = 'Library lends tools after a trial\nMira Sandoval\n3 May 2031 10:14';
		expect(fieldsOf(page(under)).publishedOn).toBe('2031-05-03');
		expect(fieldsOf(page(`3 May 2031\n${under}`)).publishedOn).toBe('2031-05-03');
		expect(fieldsOf(page('3 May 2031\nLibrary lends tools after a trial'))).not.toHaveProperty('publishedOn');
		const text = page('Library lends tools after a trial').replace(
			'Two counties',
			'3 May 2031\n\nTwo counties',
		);
		expect(fieldsOf(text)).not.toHaveProperty('publishedOn');
	});

	it('bring the date in their line', () => {
		const one = fieldsOf(page('Library lends tools\nBy Mira Sandoval Updated Nov 13, 2031, 10:28am EST'));
		expect(one).toMatchObject({
			byline: ['Mira Sandoval'],
			publishedAt: null,
			updatedAt: '2031-11-13T10:28:00-05:00',
		});
		const other = fieldsOf(page('Library lends tools\nBy Mira Sandoval 2031-11-18T20:51:19Z Home & Garden'));
		expect(other).toMatchObject({ byline: ['Mira Sandoval'], publishedAt: '2031-11-18T20:51:19+00:00' });
		const changed = 'Library lends tools\nLast Updated on April 8, 2031 10:28 UTC by Mira Elena Sandoval';
		expect(fieldsOf(page(changed))).toMatchObject({
			publishedAt: null,
			updatedAt: '2031-04-08T10:28:00+00:00',
		});
		expect(fieldsOf(page(changed.replace(' 10:28 UTC', '')))).not.toHaveProperty('publishedOn');
	});
});
