import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { LiveEvent, ShownMessage, Snapshot } from '../../api.ts';
import { edited, withoutReactions, withReaction, withVote } from './counts.ts';
import type { Place, World } from './world.ts';

/** What has changed, for those who draw it. */
export type Change =
	| { readonly kind: 'places' | 'commands' | 'faults' | 'requests' | 'presence' }
	/** Changes that are easier to reload than to apply. */
	| { readonly kind: 'stale' }
	| { readonly kind: 'typing'; readonly placeId: string }
	| {
			readonly kind: 'message';
			readonly what: 'new' | 'changed' | 'gone';
			readonly placeId: string;
			readonly ids: readonly string[];
	  };

type Data = Readonly<Record<string, unknown>>;

/** How many requests the drawer keeps. */
const keptRequests = 500;

/** Applies an event to the world. Null where nothing that is shown has changed. */
export function apply(world: World, event: LiveEvent): Change | null {
	if (event.type === 'request') {
		world.requests.push(event.request);
		if (world.requests.length > keptRequests) world.requests.shift();
		return { kind: 'requests' };
	}
	if (event.visibleTo !== null && event.visibleTo !== world.memberId) return null;
	const data = event.data as Data;
	switch (event.event) {
		case 'MESSAGE_CREATE':
		case 'MESSAGE_UPDATE':
			return message(world, event.data as ShownMessage, event.event === 'MESSAGE_CREATE');
		case 'MESSAGE_DELETE':
			return gone(world, String(data.channel_id), [String(data.id)]);
		case 'MESSAGE_DELETE_BULK':
			return gone(world, String(data.channel_id), data.ids as string[]);
		case 'CHANNEL_CREATE':
		case 'CHANNEL_UPDATE':
		case 'THREAD_CREATE':
		case 'THREAD_UPDATE':
			world.places.set(String(data.id), { ...world.places.get(String(data.id)), ...data } as Place);
			if (event.event.endsWith('CREATE')) world.complete.add(String(data.id));
			return { kind: 'places' };
		case 'CHANNEL_DELETE':
		case 'THREAD_DELETE':
			world.places.delete(String(data.id));
			return { kind: 'places' };
		case 'TYPING_START':
			return typing(world, String(data.channel_id), String(data.user_id));
		case 'PRESENCE_UPDATE':
			if ((data.user as { id: string }).id !== world.bot.id) return null;
			world.botOnline = data.status !== 'offline';
			return { kind: 'presence' };
		case 'COMMANDS_UPDATE':
			world.commands.splice(0, Number.POSITIVE_INFINITY, ...(data.commands as APIApplicationCommand[]));
			return { kind: 'commands' };
		case 'ACCOUNT_UPDATE':
			world.account = event.data as Snapshot['member'];
			return { kind: 'commands' };
		case 'FAULTS_UPDATE':
			world.faults = event.data as Snapshot['faults'];
			return { kind: 'faults' };
		default:
			if (/^MESSAGE_(REACTION|POLL)/u.test(event.event)) return counted(world, event.event, data);
			return event.event.startsWith('GUILD_') ? { kind: 'stale' } : null;
	}
}

function message(world: World, message: ShownMessage, isNew: boolean): Change {
	const placeId = message.channel_id;
	const list = world.messages.get(placeId) ?? [];
	world.messages.set(placeId, list);
	world.typing.get(placeId)?.delete(message.author.id);
	const at = list.findIndex(({ id }) => id === message.id);
	const known = list[at];
	if (known !== undefined) list[at] = edited(known, message);
	else if (isNew) list.push(message);
	return {
		kind: 'message',
		what: known === undefined ? 'new' : 'changed',
		placeId,
		ids: [message.id],
	};
}

function counted(world: World, event: string, data: Data): Change | null {
	const placeId = String(data.channel_id);
	const list = world.messages.get(placeId) ?? [];
	const at = list.findIndex(({ id }) => id === data.message_id);
	const message = list[at];
	if (message === undefined) return null;
	const isMine = data.user_id === world.memberId;
	const by = event.endsWith('_ADD') ? 1 : -1;
	const emoji = (data.emoji ?? null) as Parameters<typeof withoutReactions>[1];
	if (event.startsWith('MESSAGE_POLL')) list[at] = withVote(message, Number(data.answer_id), by, isMine);
	else if (/_(ALL|EMOJI)$/u.test(event)) list[at] = withoutReactions(message, emoji);
	else if (emoji !== null) list[at] = withReaction(message, emoji, by, isMine);
	return { kind: 'message', what: 'changed', placeId, ids: [message.id] };
}

function gone(world: World, placeId: string, ids: readonly string[]): Change {
	const left = (world.messages.get(placeId) ?? []).filter(({ id }) => !ids.includes(id));
	world.messages.set(placeId, left);
	return { kind: 'message', what: 'gone', placeId, ids };
}

/** Discord's clients show somebody as typing for ten seconds. */
const typingFor = 10_000;

function typing(world: World, placeId: string, userId: string): Change | null {
	if (userId === world.memberId) return null;
	const typists = world.typing.get(placeId) ?? new Map<string, number>();
	world.typing.set(placeId, typists.set(userId, Date.now() + typingFor));
	return { kind: 'typing', placeId };
}
