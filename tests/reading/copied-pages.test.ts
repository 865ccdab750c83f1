import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';

const text = [
	'The council of Ostermarsh voted on Tuesday to keep its only swimming pool open in winter, after a summer in which nobody could agree who should pay for the heating.',
	'Nine members voted for it and seven against, with the mayor, Tilda Brook, breaking what would have been a tie had one member not been ill.',
	'“A town by the sea where children cannot swim is a bad joke,” Brook said after the vote, and the hall laughed.',
	'The heating costs about four hundred crowns a day, which the town will raise with a small tax on the parking places along the harbour.',
	'Shopkeepers on the harbour said that they had not been asked, and that they would ask a court in the spring.',
].join('\n\n');
const headline = 'Ostermarsh keeps its pool open in winter, by two votes';
const [first = '', ...others] = text.split('\n\n');
const read = (...parts: readonly string[]) => readDump(parts.join('\n\n')).fields;
const menu = [
	...['Skip to content', 'Marsh Media', 'Home', 'News', 'U.S.', 'World', 'U.N.', 'Crime', 'Sport', 'Weather'],
	...['Puzzles with Ida Fenn', 'Watch TV', 'Sign in', 'Subscribe', 'Top', 'Comments', 'Follow us'],
].join('\n');

describe('a page that was copied whole', () => {
	it.each([
		['a menu with abbreviations', menu],
		[
			'a notice about cookies',
			`We and our 212 partners use cookies to show what you like.\n\nAccept all\n\nReject all\n\n${menu}`,
		],
		[
			'an offer of notices',
			`Would you like to hear from us when something happens?\n\nNot now\n\nYes, please\n\n${menu}`,
		],
		[
			'headlines of other articles',
			`${menu}\n\nPolitics / 5 h ago\nMinister denies that she bought the island\nWorld / 7 h ago\nWhat we know of the storm so far\nSport / 1 h ago\nRovers lose again, and say that they are glad`,
		],
		[
			'a menu in German',
			'Zum Inhalt springen\nStartseite\nPolitik\nWirtschaft\nSport\nWetter\nAnmelden\nAbonnieren',
		],
	])('has its headline and its text below %s', (_, above) => {
		const fields = read(above, `Marsh News\n${headline}`, 'By Orla Finch', '4 March 2031', text);
		expect(fields).toMatchObject({ headline, paragraphs: [first, ...others], comments: [] });
	});

	it.each([
		[
			'teasers',
			'Share or comment on this article\n\nMore from Marsh News\n\nGoat found on the roof of the customs house for the third time - and its owner says he has no ladder...\n\nIs YOUR street one of the five that will have no post in June?',
		],
		[
			'a list of what is read most',
			'VIEW\nCOMMENTS\nMOST READ\n1\nFOOTBALL\nRovers against Town: how to watch\n2\nCRIME\nMan who stole nine anchors says that he was lonely\nTerms of use\nPrivacy notice',
		],
		[
			'other articles with names and days',
			'More from Marsh News\n\nWhat made the bee film so popular?\n\nSven Harrow\n\nTuesday March 3, 2031\n\nThe film was made for four thousand and seen by half the county.\n\nWhy the night bus stops short\n\nIvo Brand\n\nMonday March 2, 2031\n\nThe first debate about the night bus was a mess from the start.\n\nAbout us',
		],
		[
			'a footer',
			'About us\nContact\nAdvertise with us\nTerms of use\nPrivacy policy\n© 2031 Marsh Media. All rights reserved.',
		],
	])('takes %s below the text for no paragraphs and no comments', (_, below) => {
		const fields = read(menu, `Marsh News\n${headline}`, 'By Orla Finch', '4 March 2031', text, below);
		expect(fields).toMatchObject({ headline, paragraphs: [first, ...others], comments: [] });
	});

	it('does not read a button "Comments" above the text as a thread', () => {
		const fields = read(
			headline,
			'By Orla Finch\n4 March 2031\nFacebook\nTwitter\nComments\nPrint\nEmail',
			text,
		);
		expect(fields).toMatchObject({ headline, paragraphs: [first, ...others], comments: [] });
	});
});

describe('an article copied from its headline on', () => {
	it('has no button for its deck', () => {
		const fields = read(
			headline,
			'1 day ago',
			'Share\n\nSave\n\nAdd as preferred on Goggle',
			'Orla Finch',
			text,
		);
		expect(fields).toMatchObject({ headline, deck: null, paragraphs: [first, ...others] });
	});

	it('has a sentence once that the page shows twice', () => {
		const [, , said = ''] = text.split('\n\n');
		const fields = read(headline, 'By Orla Finch', text, said);
		expect(fields.paragraphs.filter((one) => one === said)).toHaveLength(1);
	});

	it('has no deck that continues its headline', () => {
		const deck = '…as shopkeepers on the harbour speak of a court in the spring';
		expect(read('Pool stays open', deck, 'Orla Finch', text)).toMatchObject({
			headline: 'Pool stays open',
			deck,
		});
	});

	it('keeps the items of a list that have no bullets and no full stops', () => {
		const items = [
			'Open the pool on every day on which the school is open, and on Saturdays',
			'Heat it to twenty-four degrees and not a degree more until the spring',
		];
		const fields = read(
			headline,
			'By Orla Finch\n4 March 2031',
			first,
			'The council agreed on two rules:',
			items.join('\n'),
			...others,
		);
		expect(fields.paragraphs).toEqual([first, 'The council agreed on two rules:', ...items, ...others]);
	});

	it('continues after a link to another article', () => {
		const fields = read(
			headline,
			'By Orla Finch\n4 March 2031',
			first,
			'Don’t miss: The kettle that boils in a minute',
			...others,
		);
		expect(fields.paragraphs).toEqual([first, ...others]);
		expect(fields.related).toEqual([{ headline: 'The kettle that boils in a minute', url: null }]);
	});

	it('keeps what a thing does, in a list under its name, also behind a link to another article', () => {
		const name = 'Marsh Pottery No. 4';
		const pot = [
			'Keeps its heat for four hours under the cosy that comes with it',
			'Pours without a drop on the cloth, which the others did not do',
		];
		const last = 'It is the heaviest one of the five, and the dearest, but our cook would not give it back.';
		const { paragraphs, related } = read(
			'The five best teapots for a big table',
			'By Orla Finch\n4 March 2031',
			'We poured four hundred cups of tea from nine pots and would buy five of them again.',
			'Don’t miss: The oven that sings when the bread is done',
			name,
			pot.join('\n'),
			last,
		);
		expect(paragraphs.slice(1).filter((one) => one !== name)).toEqual([...pot, last]);
		expect(related).toEqual([{ headline: 'The oven that sings when the bread is done', url: null }]);
	});

	it('keeps a list of such things under a heading of other articles that has none below it', () => {
		const lamp = [
			'Burns for eleven hours on one filling of the cheapest oil',
			'Three feet of soft cork, so that it stands on a wet deck',
			'Comes with a hook, a spare wick and a tin for the road',
			'A handle that stays cold, however long the lamp is lit',
		];
		const { paragraphs, related } = read(
			'The lamp of the year costs less than a loaf',
			'By Orla Finch\n4 March 2031',
			'The jury of the county fair has chosen its lamp of the year on Sunday, after a night on the marsh with forty of them.',
			'Don’t miss:',
			'Gull Point Lamp',
			lamp.join('\n'),
			'The jury did not agree on the second prize, which was therefore not given to anybody this year.',
		);
		expect(paragraphs).toEqual(expect.arrayContaining(lamp));
		expect(related.map((one) => one.headline)).not.toEqual(expect.arrayContaining([lamp[1]]));
	});

	it('leaves headlines of other articles under their heading', () => {
		const links = [
			'Man who stole nine anchors says that he was lonely',
			'What we know so far of the storm that is to come',
		];
		const fields = read(
			headline,
			'By Orla Finch\n4 March 2031',
			first,
			['Don’t miss', ...links].join('\n'),
			...others,
		);
		expect(fields.paragraphs).toEqual([first, ...others]);
		expect(fields.related.map((one) => one.headline)).toEqual(links);
	});

	it('keeps captions of further pictures out of its paragraphs', () => {
		const pictures = [
			'The pool of Ostermarsh on a morning in May (Picture: Ann Leigh/Coast Pictures)',
			'Members of the council wait for the count (Picture: Dag Holm/Coast Pictures)',
		];
		const fields = read(
			headline,
			'By Orla Finch',
			pictures[0] ?? '',
			first,
			others[0] ?? '',
			pictures[1] ?? '',
			...others.slice(1),
		);
		expect(fields).toMatchObject({
			caption: 'The pool of Ostermarsh on a morning in May',
			paragraphs: [first, ...others],
		});
	});
});

describe('messages that the text shows', () => {
	it('keep who wrote them, each time', () => {
		const by = '— Olive Marsh (@olivemarsh) March 4, 2031';
		const shown = [
			'The Dunwick mill stops burning coal in two years, its owner said on Monday, and heats its rooms with the river.',
			'I have lived next to this chimney for thirty years and cannot wait to see the hills again. #mill',
			...[by, 'Others asked who is to pay, and were not all kind about it.'],
			'Nine million for a warm office. My own roof leaks, and nobody asks the river about that.',
			...[
				by,
				'The change is paid for by the price of paper, which rises by a tenth this year, the mill said.',
			],
		];
		const { paragraphs } = read('Mill to heat with river water', 'By Mira Sandoval', ...shown);
		expect(paragraphs).toEqual(shown);
	});
});

describe('how sure the reader is', () => {
	it('is said of every line', () => {
		const { accounting, sure } = readDump([menu, headline, text].join('\n\n'));
		expect(accounting.every(({ line }) => (sure.get(line) ?? -1) >= 0 && (sure.get(line) ?? 2) <= 1)).toBe(
			true,
		);
	});

	it.each(readdirSync('data/articles'))('is enough for the article that ships as %s', (name) => {
		expect(readDump(readFileSync(`data/articles/${name}`, 'utf8')).unsure).toEqual([]);
	});

	it('is enough for an article as most are, and not for a page that is hardly one', () => {
		expect(readDump([headline, 'By Orla Finch', '4 March 2031', text].join('\n\n')).unsure).toEqual([]);
		const list = ['Kettles', 'Steel, 2 l', 'Copper, 3 l.', 'Lamps', 'Oil, green', 'Tin, red.'].join('\n');
		expect(readDump(list).unsure).not.toEqual([]);
	});

	const talk = [
		'Four questions for the man who winds the town clock',
		'Q&A by Nell Asher',
		'Pellbrook Magazine',
		'2 March 2031, 10:00 GMT',
		'Ivo Grell climbs the tower of Pellbrook twice a week.',
		'Q: How does one become a winder?',
		'A: By marriage. Her father had the key.',
		'Q: What is the worst of it?',
		'A: The pigeons.',
		'Nell Asher: And the best?',
		'Ivo Grell: The view of the fish market.',
		'Nell Asher: On holiday?',
		'Ivo Grell: I listen for bells.',
	];

	it('is enough for an interview in short turns, and not for lines whose labels do not come back', () => {
		const { fields, unsure } = readDump(talk.join('\n\n'));
		expect(unsure).toEqual([]);
		expect(fields.paragraphs).toEqual(talk.slice(4));
		const sheet = [
			...talk.slice(0, 5),
			...[
				'Height: 2 m',
				'Weight: 40 kg',
				'Colour: oak or ash',
				'Made in: Pellbrook',
				'Sold by: Grell',
				'Price: 90',
			],
		];
		expect(readDump(sheet.join('\n\n')).unsure).toContain('paragraphs');
	});
});
