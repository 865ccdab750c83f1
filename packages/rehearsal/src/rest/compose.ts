import type { APIEmbed, APIMessage, APIPoll, APIUser } from 'discord-api-types/v10';
import type { ShownMessage } from '../api.ts';
import { MessageFlag, MessageType } from '../constants.ts';
import { refusal, refuseProblems } from '../errors.ts';
import type { RawComponent } from '../rules/components.ts';
import { walk } from '../rules/components.ts';
import { type AllowedMentions, checkAllowedMentions, pingsOf } from '../rules/mentions.ts';
import { checkMessage, type Draft, hasFlag, isComponentsV2, isEmpty } from '../rules/message.ts';
import { checkPoll, type RawPoll } from '../rules/poll.ts';
import { at } from '../rules/problem.ts';
import type { Channel, IncomingFile } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { type KeptAttachment, storeFiles } from './attachments.ts';
import { numbered } from './numbering.ts';
import { newPoll } from './polls.ts';

/** The body of all requests that make or edit a message, as far as they agree. */
export interface MessageBody {
	readonly content?: string | null;
	readonly embeds?: readonly APIEmbed[] | null;
	readonly components?: readonly RawComponent[] | null;
	readonly flags?: number | string | null;
	readonly tts?: boolean | null;
	readonly attachments?: readonly KeptAttachment[] | null;
	readonly allowed_mentions?: AllowedMentions | null;
	readonly poll?: RawPoll | null;
	readonly sticker_ids?: readonly string[] | null;
}

interface Place {
	readonly channel: Channel;
	readonly author: APIUser;
	/** Where the message is in the body: "" or "data". */
	readonly path: string;
	/** The only member who sees it. */
	readonly visibleTo?: string | null;
	readonly type?: number;
	/** Flags that the place sets, and those of the body that it accepts. */
	readonly flags?: number;
	readonly heeds?: number;
	readonly repliedTo?: ShownMessage | null;
	/** Further fields of the message. */
	readonly extra?: Partial<APIMessage>;
}

const everyFlag = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.IsComponentsV2;

/**
 * Makes a message from a request, by all of Discord's rules; nothing is sent or kept yet.
 * @throws ApiError 50006 where it is empty, 50035 where it breaks a rule
 */
export function compose(
	world: World,
	body: MessageBody,
	files: readonly IncomingFile[],
	place: Place,
): ShownMessage {
	const { channel, author, path, type = MessageType.Default, repliedTo = null, visibleTo = null } = place;
	const asked = Number(body.flags ?? 0) & (place.heeds ?? everyFlag);
	const flags = asked | (place.flags ?? 0);
	const id = world.id();
	const draft: Draft = {
		content: body.content ?? '',
		embeds: body.embeds ?? [],
		components: body.components ?? [],
		hasPoll: body.poll != null,
		hasStickers: (body.sticker_ids?.length ?? 0) > 0,
		componentsV2: isComponentsV2(flags),
		files: files.map(({ name }) => name),
	};
	refuse(draft, body, path);
	const attachments = storeFiles(world, channel.id, files, body.attachments ?? [], path);
	const text = shownText(draft);
	const pings = pingsOf(world, channel, author.id, text, body.allowed_mentions, repliedTo?.author.id ?? null);
	const message = {
		type,
		...parts(world, draft, attachments),
		id,
		channel_id: channel.id,
		author,
		attachments,
		mentions: pings.users.map((user) => world.users.get(user)).filter((user) => user !== undefined),
		mention_roles: [...pings.roles],
		mention_everyone: pings.everyone,
		pinned: false,
		tts: body.tts ?? false,
		timestamp: new Date(world.now()).toISOString(),
		edited_timestamp: null,
		flags,
		...(body.poll ? { poll: newPoll(world, body.poll) } : {}),
		...place.extra,
		rehearsal: { visibleTo, pings },
	};
	return message as unknown as ShownMessage;
}

/**
 * Applies an edit to a message. What the edit does not name stays.
 * @throws ApiError as `compose` does
 */
export function edit(
	world: World,
	channel: Channel,
	before: ShownMessage,
	body: MessageBody,
	files: readonly IncomingFile[],
	path: string,
): ShownMessage {
	if (body.poll != null && !hasFlag(before.flags, MessageFlag.Loading)) throw refusal('cannotEditPoll');
	const heeded = MessageFlag.SuppressEmbeds | MessageFlag.IsComponentsV2;
	const was = before.flags ?? 0;
	// A message of Components V2 stays one; the other flags can be set and removed.
	const asked = body.flags == null ? was & heeded : (Number(body.flags) & heeded) | (was & (1 << 15));
	const flags = (was & ~heeded & ~MessageFlag.Loading) | asked;
	const kept = body.attachments == null ? before.attachments : keptOf(before, body.attachments);
	const draft: Draft = {
		content: body.content === undefined ? before.content : (body.content ?? ''),
		embeds: body.embeds === undefined ? before.embeds.filter(isRich) : (body.embeds ?? []),
		components:
			body.components === undefined
				? ((before.components ?? []) as readonly RawComponent[])
				: (body.components ?? []),
		hasPoll: before.poll !== undefined || body.poll != null,
		hasStickers: false,
		componentsV2: isComponentsV2(flags),
		files: [...kept.flatMap(({ filename, url }) => [filename, url]), ...files.map(({ name }) => name)],
	};
	refuse(draft, body, path);
	const had = new Set(before.attachments.map(({ id }) => id));
	const added = storeFiles(world, channel.id, files, body.attachments ?? [], path, had);
	const attachments = [...kept, ...added];
	const text = shownText(draft);
	const pings = pingsOf(world, channel, before.author.id, text, body.allowed_mentions, null);
	const after = {
		...before,
		...parts(world, draft, attachments),
		attachments,
		flags,
		edited_timestamp: new Date(world.now()).toISOString(),
		mentions: pings.users.map((user) => world.users.get(user)).filter((user) => user !== undefined),
		mention_roles: [...pings.roles],
		...(body.poll ? { poll: newPoll(world, body.poll) as APIPoll } : {}),
	};
	return after as unknown as ShownMessage;
}

function refuse(draft: Draft, body: MessageBody, path: string): void {
	refuseProblems([
		...checkMessage(draft, path),
		...checkAllowedMentions(body.allowed_mentions, path),
		...(body.poll ? checkPoll(body.poll, at(path, 'poll')) : []),
	]);
	if (isEmpty(draft)) throw refusal('emptyMessage');
}

const isRich = (embed: APIEmbed): boolean => embed.type === undefined || embed.type === 'rich';

function shownText(draft: Draft): string {
	if (!draft.componentsV2) return draft.content;
	return [...walk(draft.components, '')].map(({ component }) => component.content ?? '').join('\n');
}

function parts(world: World, draft: Draft, attachments: APIMessage['attachments']) {
	return {
		content: draft.content,
		embeds: draft.embeds.map((embed) => ({ type: 'rich', ...embed })),
		components: numbered(world, draft.components, attachments),
	};
}

/** The attachments that an edit keeps. */
function keptOf(before: ShownMessage, wanted: readonly KeptAttachment[]): APIMessage['attachments'] {
	const known = new Map(before.attachments.map((attachment) => [attachment.id, attachment]));
	return wanted.flatMap(({ id }) => known.get(id) ?? []);
}
