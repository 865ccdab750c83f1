import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';

const pack = packFor('en');

describe('a sentence points at what was told', () => {
	test.each([
		'Ostwick sells its ferries in those towns.',
		'Ostwick bakes its bread beside those hallowed ovens.',
		'In that case, Ostwick pays for the pier.',
		'Anna Brandt has followed that advice since May, and with that pier she is done.',
		'Anna Brandt never made such a mistake.',
		'Ostwick did this.',
		'Anna Brandt will pay for that, too.',
		'Most boats of Ostwick are of the second kind.',
		'Anna Brandt was twelve at the time.',
		'To date, that figure is just shy of what Ostwick paid.',
		'Anna Brandt decided then that Ostwick needs a pier.',
		'When Anna Brandt left Ostwick later that fall, nobody waved.',
		'Anna Brandt won the Ostwick Open in 2029 and lost in that Cup.',
		'Anna Brandt has not promised to remove them.',
		'Anna Brandt may believe all this is good for Ostwick.',
	])('%s', (text) => {
		expect(pack.pointsAtTold?.(text)).toBe(true);
	});
});

describe('a sentence points at nothing', () => {
	test.each([
		'Ostwick helps those affected by the storm, and those who lost a boat.',
		'Ostwick said that people came in boats such as ferries.',
		'Anna Brandt says that this is the year of Ostwick.',
		'Anna Brandt said: “In that case I did this.”',
		'Captains say that they will sail to Ostwick.',
		'Anna Brandt paid for the pier, then left, in a boat that her father had built.',
		'Anna Brandt and Tomas Renn will sell their boat.',
		'Anna Brandt led Ostwick at the time of the storm.',
	])('%s', (text) => {
		expect(pack.pointsAtTold?.(text)).toBe(false);
	});
});

describe('a sentence opens with what somebody is and not with who', () => {
	test.each([
		'The Norwegian boss had been out of work since May.',
		'The 48-year-old Norwegian was fined in Ostwick.',
		'The former teacher said that Ostwick needs a pier.',
		'The woman, who lives in Arle, was fined.',
		'The driver’s boat sank off Ostwick.',
	])('%s', (text) => {
		expect(pack.opensUnnamed?.(text)).toBe(true);
	});

	test.each([
		'The driver, Anna Brandt, was fined in Ostwick.',
		'The driver of the night bus was fined in Ostwick.',
		'The teacher Anna Brandt was fined in Ostwick.',
		'The president was in Ostwick on Monday.',
		'The Norwegian government paid for the pier.',
		'The Norwegian town of Ostwick has a pier.',
	])('not: %s', (text) => {
		expect(pack.opensUnnamed?.(text)).toBe(false);
	});
});

test.each([
	['It would seem that Ostwick needs no pier.', false],
	['It is clear that Ostwick needs no pier.', false],
	['It’s time for Ostwick to build a pier.', false],
	['It’s been a big year for the piers of Ostwick.', false],
	['It’s worth seeing for all who like piers.', true],
	['Among the hundreds trapped in Ostwick was a bishop.', true],
	['The other two boats of Ostwick sank.', true],
	['It is made of wood and iron.', true],
	['To win New Harrow, which votes first, she would need Ostwick.', true],
	['To win New Harrow, Anna Brandt would need Ostwick.', false],
	['Brandt thought that voters would thank her for the pier.', false],
	['Voters thought that she was right.', true],
	['Seven years later, Ostwick built a pier.', true],
	['Weeks later, Ostwick built a pier.', true],
	['Days after the vote of May, Ostwick built a pier.', false],
	['It seems.', true],
	['Especially when Ostwick has no pier.', true],
	['The second type of ferry sails on Monday.', true],
	['The proceeds will be paid to Ostwick.', true],
	['For when Ostwick wakes, the ferry has left.', true],
	['My talk was about the pier of Ostwick.', true],
])('leans on an earlier one or not: %s', (text, leans) => {
	expect(pack.leansOnBefore(text)).toBe(leans);
});

test.each([
	'Here’s what the bakers of Ostwick had to say about the pier.',
	'Let’s start with the pier of Ostwick, which won the prize.',
	'We hope that you had as much fun on the pier of Ostwick.',
	'The pier has 37 planks, as you can see in the plan shown below.',
	'Friday: Ostwick Ferries reports what it has earned.',
	'WATCH BELOW: Ferries sail from the pier of Ostwick again.',
	'You can also get the ferry table of Ostwick here.',
	'Warning: This story of Ostwick contains a shipwreck.',
	'Now you can hear the news of Ostwick each morning.',
	'Pier News A ferry is shown near Ostwick on Monday.',
	'Anna Brandt is seen during the regatta of Ostwick in 2029.',
])('is of the page: %s', (line) => {
	expect(pack.isPageLine(line)).toBe(true);
});

test.each([
	['“It is done,” Anna Brandt said.', true],
	['“That is the pier,” Anna Brandt said.', true],
	['“Ostwick needs a pier,” Anna Brandt said, and it does.', false],
])('has a pronoun in what it quotes: %s', (text, points) => {
	expect(pack.pointsInTalk?.(text)).toBe(points);
});
