import type { Block, Card, Text } from '../../src/card.ts';
import { counted } from '../../src/cards/numbers.ts';
import {
	type ForgottenOfMember,
	type ForgottenOfServer,
	keptDays,
	type Privacy,
} from '../../src/removal/service.ts';
import { rows } from './controls.ts';

const mailto = 'mailto:';

/** Who runs the bot, as far as they say. */
function operator({ contact, page }: Pick<Privacy, 'contact' | 'page'>): readonly Block[] {
	const who: Text =
		contact === null
			? ['Whoever runs me has given no address: ask where you found me.']
			: contact.startsWith(mailto)
				? ['Whoever runs me can be reached at ', { mark: 'code', text: contact.slice(mailto.length) }, '.']
				: ['Whoever runs me can be reached at ', { mark: 'link', text: contact, url: contact }, '.'];
	const more: Text = page === null ? [] : [' ', { mark: 'link', text: 'Their page on privacy', url: page }];
	return [{ kind: 'text', text: [...who, ...more] }];
}

const ofServer: readonly Text[] = [
	['articles that members or feeds brought, with what they said before: until they are removed'],
	[
		'feeds, digest and its days so far (400 days), discussions with what was looked up, corrections: until removed',
	],
];
const ofMember: readonly Text[] = [
	['what you follow and in which server: until you stop it'],
	[
		'your id beside articles, feeds and corrections that you added, discussions you opened, and a digest you set',
	],
	['how often you added or asked for an explanation: a day, then counted anew'],
	['what you typed for a card with buttons, where it is long, without your id: 180 days after its last use'],
];

export function privacyCard(privacy: Pick<Privacy, 'contact' | 'page'>): Card {
	return {
		eyebrow: 'Privacy',
		title: 'What I keep, and how to remove it',
		tone: 'help',
		blocks: [
			{
				kind: 'text',
				text: [
					'I read a message only where you show it to me, and keep no messages, names or roles. All that I keep is there for the commands to work.',
				],
			},
			{ kind: 'heading', text: ['Of a server'] },
			{ kind: 'list', items: ofServer },
			{ kind: 'heading', text: ['Of you, by your id'] },
			{ kind: 'list', items: ofMember },
			{ kind: 'heading', text: ['How to remove it'] },
			{
				kind: 'text',
				text: [
					{ mark: 'command', name: 'privacy forget' },
					' removes what is yours, in all servers. ',
					{ mark: 'command', name: 'library forget' },
					` removes everything of a server, for those who manage it. A server that removes me is forgotten after ${keptDays} days.`,
				],
			},
			...operator(privacy),
		],
		actions: rows([
			{ label: 'Remove what is mine…', command: 'privacy forget', options: {}, style: 'danger' },
		]),
	};
}

export const forgetMeCard: Card = {
	eyebrow: 'Privacy',
	title: 'Remove what I keep of you?',
	tone: 'trouble',
	blocks: [
		{
			kind: 'text',
			text: [
				'What you follow is deleted, in all servers. Articles, feeds, corrections, discussions and digests that you added or set stay with the servers, without your name. A role that you chose for a digest is not pinged or given until somebody chooses it again. This cannot be undone.',
			],
		},
	],
	actions: rows([
		{ label: 'Remove', command: 'privacy forget', options: { sure: true }, style: 'danger' },
		{ label: 'Keep', command: 'privacy show', options: {} },
	]),
};

export function forgottenMeCard(forgotten: ForgottenOfMember): Card {
	const { follows, additions, corrections, feeds, discussions, digests } = forgotten;
	const nameless = listed([
		[additions, 'article'],
		[feeds, 'feed'],
		[corrections, 'correction'],
		[discussions, 'discussion'],
		[digests, 'digest'],
	]);
	return {
		eyebrow: 'Privacy',
		title: 'Removed',
		tone: 'help',
		blocks: [
			{
				kind: 'list',
				items: [
					[follows === 0 ? 'You followed nothing.' : `${counted(follows, 'follow')} deleted`],
					[nameless === '' ? 'Your name stood beside nothing.' : `Your name removed from ${nameless}`],
				],
			},
		],
	};
}

export const forgetServerCard: Card = {
	eyebrow: 'Library',
	title: 'Remove everything of this server?',
	tone: 'trouble',
	blocks: [
		{
			kind: 'text',
			text: [
				'The articles of this server with all that they said before, its feeds, the digest and its days so far, discussions, corrections, what members follow here, and who may add articles. Messages that I have posted stay. This cannot be undone.',
			],
		},
	],
	actions: rows([
		{ label: 'Remove everything', command: 'library forget', options: { sure: true }, style: 'danger' },
		{ label: 'Keep', command: 'library list', options: {} },
	]),
};

export function forgottenServerCard(forgotten: ForgottenOfServer): Card {
	const { articles, additions, feeds, digests, posts, discussions, corrections, follows } = forgotten;
	const all = listed([
		[articles, 'article'],
		[additions, 'note of who added what', 'notes of who added what'],
		[feeds, 'feed'],
		[digests, 'digest'],
		[posts, 'note of a posted digest', 'notes of posted digests'],
		[discussions, 'discussion'],
		[corrections, 'correction'],
		[follows, 'follow'],
	]);
	return {
		eyebrow: 'Library',
		title: 'Removed',
		tone: 'help',
		blocks: [{ kind: 'text', text: [all === '' ? 'I kept nothing of this server.' : `Deleted: ${all}.`] }],
	};
}

function listed(counts: readonly (readonly [count: number, one: string, many?: string])[]): string {
	return counts
		.filter(([count]) => count > 0)
		.map(([count, one, many]) => (count > 1 && many !== undefined ? `${count} ${many}` : counted(count, one)))
		.join(', ');
}
