import type { InteractionInput, ShownMessage } from '../api.ts';
import { MessageFlag, MessageKind } from './kinds.ts';
import { member } from './world/names.ts';
import type { World } from './world/world.ts';

/** What only this member's client shows: that the bot did not answer, under the command that was used. */
export function failureNotice(
	world: World,
	placeId: string,
	input: InteractionInput,
	problem: string,
): ShownMessage {
	const user = member(world, null, world.memberId)?.user ?? world.bot;
	const newest = world.messages.get(placeId)?.at(-1)?.id ?? placeId;
	const name = 'name' in input ? input.name : '';
	const now = new Date().toISOString();
	const notice = {
		id: String(BigInt(newest) + 1n),
		channel_id: placeId,
		author: world.bot,
		content: problem,
		timestamp: now,
		edited_timestamp: null,
		type: MessageKind.command,
		flags: MessageFlag.ephemeral,
		attachments: [],
		embeds: [],
		components: [],
		mentions: [],
		mention_roles: [],
		mention_everyone: false,
		pinned: false,
		tts: false,
		...(name === '' ? {} : { interaction: { id: '0', type: 2, name, user } }),
		rehearsal: { visibleTo: world.memberId, pings: { everyone: false, users: [], roles: [] } },
	};
	return notice as unknown as ShownMessage;
}
