import type { Card } from '../src/card.ts';
import { isTrouble } from '../src/digest/delivery.ts';
import { roleHint } from '../src/digest/set.ts';
import { UserError } from '../src/errors.ts';
import { command } from './shared/context.ts';

export default command({
	name: 'notify',
	description: 'Be pinged when this server’s daily digest comes, or no more',
	inDirectMessages: false,
	alwaysPrivate: true,
	options: {},
	async run(_, { place, digests }): Promise<Card> {
		if (place.server === null) throw new UserError('/notify works only in a server.');
		const server = place.server.id;
		const role = (await digests.store.settings(server))?.role ?? null;
		if (role === null)
			throw new UserError(
				'The digest of this server pings nobody. Those who manage it can set a role with /digest set.',
			);
		const hint = roleHint(server, role, digests.delivery());
		if (hint !== null) throw new UserError(`I cannot give you that role yet. ${hint}`);
		const done = await digests.delivery().toggleRole(server, place.member.id, role);
		if (typeof done !== 'string' && isTrouble(done)) {
			throw new UserError(
				'Discord did not let me give you that role. Please try again, or ask those who manage this server.',
			);
		}
		return {
			eyebrow: 'Daily digest',
			title: done === 'given' ? 'You are pinged from now on' : 'You are pinged no more',
			tone: 'digest',
			blocks: [
				{
					kind: 'text',
					text: [
						done === 'given' ? 'You have the role ' : 'You no longer have the role ',
						{ mark: 'role', id: role },
						done === 'given' ? ', which the digest pings.' : '.',
					],
				},
			],
			actions: [
				[{ label: done === 'given' ? 'Ping me no more' : 'Ping me again', command: 'notify', options: {} }],
			],
		};
	},
});
