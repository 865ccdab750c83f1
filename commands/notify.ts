import type { Card } from '../src/card.ts';
import { UserError } from '../src/errors.ts';
import { command } from './shared/context.ts';

export default command({
	name: 'notify',
	description: 'Turn pings of this server’s daily digest on or off for me',
	where: 'server',
	alwaysPrivate: true,
	options: {},
	async run(_, { place, digests }): Promise<Card> {
		if (place.server === null) throw new UserError('/notify works only in a server.');
		const { done, role } = await digests.togglePings(place.server.id, place.member.id);
		const on = done === 'given';
		return {
			eyebrow: 'Daily digest',
			title: on ? 'Pings are on' : 'Pings are off',
			tone: 'digest',
			blocks: [
				{
					kind: 'text',
					text: [
						on ? 'You now have the role ' : 'You no longer have the role ',
						{ mark: 'role', id: role },
						on ? ', which the digest pings.' : '.',
					],
				},
			],
			actions: [[{ label: on ? 'Turn pings off' : 'Turn pings on', command: 'notify', options: {} }]],
		};
	},
});
