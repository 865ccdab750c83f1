import type { Action, Card, MenuChoice, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import { place, saidText } from '../../src/cards/utterance.ts';
import { bold } from '../../src/errors.ts';
import type { Corrections, Corrigible } from '../../src/library/corrections/service.ts';
import type { Utterance } from '../../src/library/library.ts';
import { referenceTo } from '../../src/library/reference.ts';
import { menu, rows } from './controls.ts';
import { type ListItem, listPage } from './list.ts';
import { passageOf } from './ways.ts';

type Correction = NonNullable<Corrigible['correction']>;

const correctCommand = 'correct quote';
const all: Action = { label: 'All corrections', command: 'correct list', options: {} };
const onlyHere =
	'This changes what this server sees, and nothing elsewhere. It stays as long as the words stand in the article.';
/** Characters of a name in a sentence, and speakers in a menu beside the choice without a name. */
const most = { name: 80, speakers: 24 };

/** One quotation, what was corrected in it, and what can be. */
export function correctCard(
	{ utterance, correction, speakers }: Corrigible,
	title = 'Something wrong?',
): Card {
	const quotation = referenceTo(utterance);
	const who = utterance.speaker ?? utterance.role;
	const others = speakers.filter((name) => name !== utterance.speaker && name.length <= most.name);
	const choices: readonly MenuChoice[] = [
		...(utterance.speaker === null
			? []
			: [
					{
						label: 'It is not clear who said it',
						command: correctCommand,
						options: { quotation, unnamed: true },
					},
				]),
		...others
			.slice(0, most.speakers)
			.map((speaker) => ({ label: speaker, command: correctCommand, options: { quotation, speaker } })),
	];
	return {
		eyebrow: 'Corrections',
		title,
		tone: 'help',
		blocks: [
			{ kind: 'said', text: saidText(utterance.parts) },
			{ kind: 'text', text: ['As it was read: ', who === null ? 'nobody is named' : bold(who), '.'] },
			...(correction === null
				? []
				: [
						{
							kind: 'text',
							text: ['In this server: ', ...changeOf(correction), ', ', ...madeBy(correction), '.'],
						} as const,
					]),
			{
				kind: 'note',
				text: [
					onlyHere,
					' Another name can be typed: ',
					{ mark: 'command', name: correctCommand },
					' with ',
					{ mark: 'code', text: 'speaker' },
					'.',
				],
			},
			...menu('Who said it?', choices),
		],
		actions: rows(
			[
				...(correction?.change === 'hidden'
					? []
					: [
							{
								label: 'Hide it here',
								command: correctCommand,
								options: { quotation, hide: true },
								style: 'danger',
							} as const,
						]),
				...(correction === null ? [] : [undo(quotation)]),
				all,
			],
			[{ kind: 'rule' }],
		),
	};
}

const undo = (quotation: string): Action => ({
	label: 'Undo',
	command: correctCommand,
	options: { quotation, undo: true },
	style: 'primary',
});

/** A correction of words that are no longer there: their article is gone, or was changed. */
export function lostCard(correction: Correction): Card {
	const { article, key } = correction;
	return aboutLost(correction, 'This correction changes nothing any more', [undo(`=${article}:${key}`), all]);
}

/** One that was taken back when its words were no longer there. */
export const takenBackCard = (correction: Correction): Card => aboutLost(correction, 'Taken back', [all]);

function aboutLost(correction: Correction, title: string, actions: readonly Action[]): Card {
	return {
		eyebrow: 'Corrections',
		title,
		tone: 'help',
		blocks: [
			{ kind: 'text', text: [{ mark: 'emphasis', text: shortLine(correction.words, 200) }] },
			{ kind: 'text', text: ['As corrected: ', ...changeOf(correction), ', ', ...madeBy(correction), '.'] },
			{ kind: 'note', text: ['The article is gone, or no longer has these words.'] },
		],
		actions: rows(actions, [{ kind: 'rule' }]),
	};
}

/** Which of some quotations is wrong. */
export function whichCard(utterances: readonly Utterance[]): Card {
	const choices = utterances.map((utterance): MenuChoice => {
		const { name, words, paragraph } = passageOf(utterance);
		return {
			// Several are mostly by the same speaker.
			label: shortLine(words, 90),
			description: `${shortLine(name, most.name)} · ${place({ paragraph })}`,
			command: correctCommand,
			options: { quotation: referenceTo(utterance) },
		};
	});
	return {
		eyebrow: 'Corrections',
		title: 'Which one is wrong?',
		tone: 'help',
		blocks: [
			{ kind: 'text', text: ['Pick the quote whose speaker is wrong, or that should not be shown here.'] },
			...menu('Pick a quote…', choices),
		],
		actions: rows([all], [{ kind: 'rule' }]),
	};
}

/** All corrections of a server, a page of them; each can be taken back in the menu. */
export function correctionsCard(list: Awaited<ReturnType<Corrections['list']>>, page: number): Card {
	const items = list.map(({ correction, line }): ListItem => {
		const { article, key, words, was } = correction;
		const name = was === null ? 'nobody was named' : shortLine(was, most.name);
		return {
			text: [
				{ mark: 'emphasis', text: shortLine(words, 90) },
				` · ${name} → `,
				...changeOf(correction),
				' · ',
				...madeBy(correction),
				...(line === null ? [' · its article is gone'] : [' · ', ...headlineLink(line, 60)]),
			],
			choice: {
				label: shortLine(words, 90),
				description: line === null ? 'Undo it' : 'Undo or change it',
				command: correctCommand,
				options: { quotation: `=${article}:${key}` },
			},
		};
	});
	const shown = listPage(items, { page, placeholder: 'Undo or change…', room: 2_500 });
	return {
		eyebrow: 'Corrections',
		title: list.length === 0 ? 'Nothing is corrected in this server' : counted(list.length, 'correction'),
		tone: 'help',
		blocks:
			list.length === 0
				? [
						{
							kind: 'text',
							text: [
								'Where a quote has a wrong speaker, pick ',
								{ mark: 'strong', text: 'Something wrong?' },
								' in the menu under it.',
							],
						},
					]
				: shown.blocks,
		actions: rows(pageButtons('correct list', {}, page, shown.count), [{ kind: 'rule' }]),
	};
}

function changeOf({ change, speaker }: Correction): Text {
	if (change === 'hidden') return ['hidden'];
	return change === 'speaker' && speaker !== null ? [bold(speaker)] : ['without a name'];
}

function madeBy({ member, at }: Correction): Text {
	return [
		...(member === null ? [] : ['by ', { mark: 'member', id: member } as const, ' ']),
		{ mark: 'time', at: new Date(at).toISOString(), style: 'ago' },
	];
}
