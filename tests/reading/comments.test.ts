import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';
import { toLines } from '../../src/reading/dump/lines.ts';
import { chooseThread } from '../../src/reading/dump/thread.ts';

const head = 'Mill to heat with river water in two years\nBy Mira Sandoval\n4 March 2031\n';
const paragraphs = [
	'The Dunwick mill stops burning coal in two years, its owner said on Monday, and heats its rooms with the river.',
	'The change costs nine million and is paid for by the price of paper, which rises by a tenth this year.',
	'“It is the only way to be here in ten years,” said Olive Marsh, who runs the mill.',
];
const commentsOf = (below: string) =>
	readDump(`${head}\n${paragraphs.join('\n\n')}\n\n${below}`).fields.comments.map(({ author, text }) => [
		author,
		text,
	]);
const none: unknown[] = [];

describe('comments that nobody wrote', () => {
	it.each([
		[
			'a button above the most read',
			'VIEW\nCOMMENTS\nMOST READ\n\n1\n\nROWING\n\nRovers against Town: how to watch tonight\n\n2\n\nCRIME\n\nMan who stole nine anchors says that he was lonely',
		],
		[
			'a form',
			'Comments\nYou must be logged in to join the discussion or read more comments.\nCreate an AccountSign in\n\nWe want a lively but civil forum. Please keep comments relevant.\nTrending\nA tram for the hill',
		],
		[
			'a form for a name',
			'Leave a Comment\nName *\nEmail *\nWebsite\nKeep up to date\nOur magazine brings the news of the mills every week, and it is free.',
		],
		[
			'nobody so far',
			'0 Kommentare\nOlive\n3 May 2031, 10:14\nA name and a time below a heading that counts none.',
		],
		[
			'the newest articles of others',
			'More from Dunwick\nWhat made the bee film popular?\nSven Harrow\nTuesday March 3, 2031\nThe film was made for four thousand and was seen by half the county.\nThe sea wall is no quarrel about stones\nGreta Moss\nMonday March 2, 2031\nCouncil leaders have spent a year on the wall and laid no stone.',
		],
		[
			'a ticker',
			'Newest\nHarbour\n2 hours ago\nSeals were counted for the first time in ten years.\nSport\n3 hours ago\nRovers hold their coach for another year.\nCulture\n5 hours ago\nThe bee film wins a prize in the capital.',
		],
		[
			'a count that is a link',
			'267 Kommentare\nJetzt aktuell\nBootshaus\nvor 28 Minuten\nDie Stadt bewilligt ein Bootshaus am Ufer.',
		],
		[
			'an audio player',
			'1.0x\n00:00\n00:00\nThis recording is read by a machine. Mistakes may occur.\nReport',
		],
		[
			'a list of the best',
			'Comments: 37\nOn this page\nQuick Comparison\n#1. Kettle: Best All-in-One Boiler\n#2. Samovar: Best for Beginners\n#3. Urn: Best Budget Boiler\nHow To Choose',
		],
		[
			'posts of one section',
			'Read on\nBlog KYB/AML\nFebruary 27, 2031\nThe problem of the mills\nChecking a mill is deceptively complex in this county.\nReport\nBlog KYB/AML\nFebruary 24, 2031\nHow to know a mill\nIn a county as well run as this one, mills hide in plain sight.\nReport',
		],
		[
			'rules in a menu',
			'Community Guidelines\nPark\nMore\nAll 300 communities on\nPark\nFanposts\nFanshots\nSections\nStories\nSchedule',
		],
	])('are not read out of %s', (_, below) => {
		expect(commentsOf(below)).toEqual(none);
	});

	it('do not hold the article below a button "Comments"', () => {
		const text = `${head}Facebook\nTwitter\nComments\nPrint\nEmail\n\n${paragraphs.join('\n\n')}`;
		expect(readDump(text).fields).toMatchObject({ comments: [], paragraphs });
	});
});

describe('a thread', () => {
	it.each([
		[
			'"says:"',
			'3 responses to “Mill to heat”\nAnna says:\nMarch 5, 2031 at 6:34 am\nAt last it earns its keep.\n\nBob says:\nMarch 5, 2031 at 6:44 am\nSo do we.',
			[
				['Anna', 'At last it earns its keep.'],
				['Bob', 'So do we.'],
			],
		],
		[
			'"sagt:"',
			'2 Kommentare\nAnna sagt:\n5. März 2031 um 10:17 Uhr\nEndlich lohnt sich der Fluss.\nAntworten\nWarum nicht gleich so? sagt:\n5. März 2031 um 11:12 Uhr\nDas frage ich auch.\nAntworten',
			[
				['Anna', 'Endlich lohnt sich der Fluss.'],
				['Warum nicht gleich so?', 'Das frage ich auch.'],
			],
		],
		[
			'a moment between name and "said"',
			'Comments\nAnna on March 5, 2031 at 4:47 pm said:\n\nWill it last?\n\nBob (Millwatch) on March 6, 2031 at 5:23 pm said:\n\nWe shall see in May.\n\nComments are closed.',
			[
				['Anna', 'Will it last?'],
				['Bob (Millwatch)', 'We shall see in May.'],
			],
		],
		[
			'"ago at"',
			'[ 167 comments ]\nTop Rated Comments\n(View all)\n\nDantonio\n2 days ago at 07:52 am\nAt last it earns its keep.\nRating: 36 Votes\nKim B\n2 days ago at 07:47 am\nThose boilers were older than my aunt.\nRating: 25 Votes\nlena...\n2 days ago at 08:12 am\nTold you so in May.\nRating: 12 Votes',
			[
				['Dantonio', 'At last it earns its keep.'],
				['Kim B', 'Those boilers were older than my aunt.'],
				['lena...', 'Told you so in May.'],
			],
		],
		[
			'name and moment in one line',
			'1 comment\nDagny Oake March 7, 2031 - 1:01 pm\n\nMine was dropped off a pier, and it still shuts.\n\nReply\nLeave a Comment',
			[['Dagny Oake', 'Mine was dropped off a pier, and it still shuts.']],
		],
		[
			'"thoughts on"',
			'2 thoughts on “Mill to heat”\n\nAnna Berg\nMaking it live was the scary part for me.\n\nOlive Marsh\nYes! We all have our own part of that.\nComments are closed.\nLearn More',
			[
				['Anna Berg', 'Making it live was the scary part for me.'],
				['Olive Marsh', 'Yes! We all have our own part of that.'],
			],
		],
		[
			'"says" without a colon',
			'2 Comments\nCindy says\nMarch 5, 2031 at 6:34 am\nMy boiler is a hundred years old.\nReply\nOlive says\nMarch 5, 2031 at 6:44 am\nSo is mine!\nReply',
			[
				['Cindy', 'My boiler is a hundred years old.'],
				['Olive', 'So is mine!'],
			],
		],
		[
			'a teaser with a date above its heading',
			'Top Ten Mills of 2030\nJanuary 16, 2031\n2 Comments\nEmily Davids on March 8, 2031 2:01 am\n\nYou spelled river wrong 🙃\n\nReply\nadmin on March 8, 2031 12:23 pm\n\nThanks for the catch!\n\nReply\nLeave A Reply',
			[
				['Emily Davids', 'You spelled river wrong 🙃'],
				['admin', 'Thanks for the catch!'],
			],
		],
		[
			'a French heading',
			'3 commentaires\nS’ABONNER\nMapper\nle 22/11/2031 à 09:47\nComme d’habitude avec les moulins, l’eau reste froide.\nspoup\nle 22/11/2031 à 09:24\nIl ne reste qu’à attendre.\nola\nle 22/11/2031 à 09:18\nEt le papier ?\nLire les 3 commentaires\nPublicité\nÀ lire aussi\nUn phare sans gardien',
			[
				['Mapper', 'Comme d’habitude avec les moulins, l’eau reste froide.'],
				['spoup', 'Il ne reste qu’à attendre.'],
				['ola', 'Et le papier ?'],
			],
		],
		[
			'initials for a picture, and a button between name and time',
			'3 Kommentare\nNeueste / Älteste\nDie Kommentarfunktion unter diesem Artikel ist geschlossen.\nEinloggen\nKommentar melden\nAK\nAnker Klaus\nLink kopieren\n29.04.2031, 11:14 Uhr\nDer Fluss ist leider in weiten Teilen zu warm, und das sieht man ihm an.\nIn der Mühle würde es auch so laufen, jedenfalls denke ich das seit Jahren.\nAnker Klaus antworten\n6G\n663534 (Profil gelöscht)\nLink kopieren\n02.05.2031, 19:04 Uhr\n@Anker Klaus:\nIch denke doch, dass es wenige gibt, denen das nichts bedeutet.\n663534 (Profil gelöscht) antworten\nBM\nBrise Marie\nLink kopieren\n03.05.2031, 09:00 Uhr\nDas war schon im letzten Jahr so, und niemand hat etwas gesagt.\nBrise Marie antworten\nmeistkommentiert\nEin Hafen zieht um',
			[
				[
					'Anker Klaus',
					'Der Fluss ist leider in weiten Teilen zu warm, und das sieht man ihm an.\nIn der Mühle würde es auch so laufen, jedenfalls denke ich das seit Jahren.',
				],
				['663534 (Profil gelöscht)', 'Ich denke doch, dass es wenige gibt, denen das nichts bedeutet.'],
				['Brise Marie', 'Das war schon im letzten Jahr so, und niemand hat etwas gesagt.'],
			],
		],
	])('is read where it is set with %s', (_, below, comments) => {
		expect(commentsOf(below)).toEqual(comments);
	});

	it('ends above the teasers below it', () => {
		const below =
			'2 Kommentare\nAnna sagt:\n5. März 2031 um 10:17 Uhr\nEndlich.\nAntworten\nBob sagt:\n5. März 2031 um 11:12 Uhr\nSo ist es.\nAntworten\nÜber uns\nKolumne von Bianca Kast - 24.03.2031\nWas wäre, wenn der Fluss sich erwärmt?';
		expect(commentsOf(below)).toEqual([
			['Anna', 'Endlich.'],
			['Bob', 'So ist es.'],
		]);
	});

	it('is one where as many names as its heading says stand over text, however it reads', () => {
		const said = [
			'Your article says what my own family has said about the mill for thirty years, and nobody ever wrote it down before.',
			'In the winter of the flood the owner let us dry our clothes next to the boiler, and the whole street came to sit there.',
			'I worked in the paper hall for nine years, and the heat of that boiler is the one thing that I do not miss about it.',
			'What nobody says is that the river is low in August, so that the pumps will stand still in the weeks of the fair.',
			'The price of paper has gone up in each of the last four years, and the reasons that were given were never the same.',
		];
		const names = ['Anna Berg', 'Olive Marsh', 'Tom Reed', 'Gaye', 'Ivo Brand'];
		const thread = names.map((name, at) => `${name}\n${said[at]}\n${said[(at + 2) % 5]}`).join('\n\n\n');
		const heading = '5 thoughts on “Mill to heat with river water”';
		const page = toLines([head, ...paragraphs, heading, thread].join('\n\n')).lines;
		const lines = page.map((line) => ({ ...line, marks: [] }));
		const readsLikeText = {
			...{ headline: 0, headlineSure: 1, isGuess: false },
			...{ body: new Float32Array(lines.length).fill(0.9), paragraphs: new Uint8Array(lines.length).fill(1) },
		};
		const start = chooseThread(lines, readsLikeText);
		expect(lines[start?.at ?? 0]?.text).toBe(heading);
	});

	it('says whom an address with a colon answers', () => {
		const below =
			'2 Kommentare\nAnna Berg\n5. März 2031 um 10:17 Uhr\nEndlich.\nAntworten\nBob\n5. März 2031 um 11:12 Uhr\n@Anna Berg:\nSo ist es.\nAntworten';
		const { comments } = readDump(`${head}\n${paragraphs.join('\n\n')}\n\n${below}`).fields;
		expect(comments.map(({ replyTo }) => replyTo)).toEqual([null, 'Anna Berg']);
	});
});
