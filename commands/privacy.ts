import { hidden } from '../src/command.ts';
import { command } from './shared/context.ts';
import { forgetMeCard, forgottenMeCard, privacyCard } from './shared/privacy-cards.ts';

const show = command({
	name: 'privacy show',
	description: 'What I keep of a server and of you, why, for how long, and how to have it removed',
	alwaysPrivate: true,
	options: {},
	run: async (_, { privacy }) => privacyCard(privacy),
});

const forget = command({
	name: 'privacy forget',
	description: 'Remove what I keep of you: what you follow, and your name beside what you added or set',
	alwaysPrivate: true,
	options: { sure: hidden.boolean('Remove it') },
	run: async ({ sure = false }, { privacy, place }) =>
		sure ? forgottenMeCard(await privacy.forgetMember(place.member.id)) : forgetMeCard,
});

export default [show, forget];
