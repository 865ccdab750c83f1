import type { Card, Text } from '../../src/card.ts';
import type { Additions } from '../../src/sources/additions/service.ts';

/** Who may add articles in a server. */
export function accessCard(
	{ who, role, mostDaily }: Awaited<ReturnType<Additions['rules']>>,
	isSet: boolean,
): Card {
	const allowed: Text =
		who === 'managers'
			? ['Those who manage the server']
			: who === 'role' && role !== null
				? ['Members with the role ', { mark: 'role', id: role }, ', and those who manage the server']
				: ['Members who may embed links in the channel, and those who manage the server'];
	return {
		eyebrow: 'Library',
		title: isSet ? 'Who may add articles is set' : 'Who may add articles',
		tone: 'help',
		blocks: [
			{ kind: 'text', text: [...allowed, ` may add articles, each member ${mostDaily} in a day. `] },
			{
				kind: 'note',
				text: [
					'What they add is seen in this server alone. ',
					{ mark: 'command', name: 'library list' },
					' names who added what.',
				],
			},
		],
	};
}
