import type { UploadedFile } from '../api.ts';
import { RehearsalError } from '../errors.ts';
import { fileLimit, storeFiles } from '../rest/attachments.ts';
import type { Guild } from '../state/model.ts';
import { channelPermissions, guildPermissions } from '../state/permissions.ts';
import { apiMessage, memberOfMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';

type Kind = 'users' | 'members' | 'roles' | 'channels' | 'messages' | 'attachments';

/** Collects what the ids in an interaction mean, as its `resolved` field holds it. */
export class Resolved {
	readonly #world: World;
	readonly #guild: Guild | null;
	readonly #channelId: string;
	readonly #userId: string;
	readonly #found: Partial<Record<Kind, Record<string, unknown>>> = {};

	constructor(world: World, guild: Guild | null, channelId: string, userId: string) {
		this.#world = world;
		this.#guild = guild;
		this.#channelId = channelId;
		this.#userId = userId;
	}

	#put(kind: Kind, id: string, value: unknown): void {
		const of = this.#found[kind] ?? {};
		of[id] = value;
		this.#found[kind] = of;
	}

	user(id: string): void {
		const user = this.#world.users.get(id);
		if (user === undefined) throw new RehearsalError(`There is no user ${id}.`);
		this.#put('users', id, user);
		const member = this.#guild?.members.get(id);
		if (this.#guild && member) {
			const permissions = String(guildPermissions(this.#guild, id));
			this.#put('members', id, { ...memberOfMessage(member), permissions });
		}
	}

	role(id: string): void {
		const role = this.#guild?.roles.get(id);
		if (role === undefined) throw new RehearsalError(`There is no role ${id} here.`);
		this.#put('roles', id, role);
	}

	/** @param types of channels that are allowed, or none for all */
	channel(id: string, types: readonly number[] = []): void {
		const channel = this.#guild?.channels.get(id);
		if (channel === undefined) throw new RehearsalError(`There is no channel ${id} here.`);
		if (types.length > 0 && !types.includes(channel.type)) {
			throw new RehearsalError(`Channel ${id} is not of a kind that can be chosen here.`);
		}
		const permissions = this.#guild ? channelPermissions(this.#guild, channel, this.#userId) : 0n;
		this.#put('channels', id, { ...channel, permissions: String(permissions) });
	}

	mentionable(id: string): void {
		if (this.#world.users.has(id)) this.user(id);
		else this.role(id);
	}

	message(id: string): void {
		const message = this.#world.messages.get(this.#channelId, id);
		const visibleTo = message?.rehearsal.visibleTo ?? null;
		if (message === undefined || (visibleTo !== null && visibleTo !== this.#userId)) {
			throw new RehearsalError(`There is no message ${id} in this channel.`);
		}
		this.#put('messages', id, apiMessage(message));
	}

	/** Keeps an uploaded file and gives its id. */
	file({ filename, contentType, base64 }: UploadedFile): string {
		const bytes = Buffer.from(base64, 'base64');
		if (bytes.length > fileLimit) throw new RehearsalError('Files may have at most 10 MiB.');
		const file = { id: '0', name: filename, type: contentType ?? 'application/octet-stream', bytes };
		const [attachment] = storeFiles(this.#world, this.#channelId, [file], [], '');
		if (attachment === undefined) throw new RehearsalError('The file could not be kept.');
		this.#put('attachments', attachment.id, { ...attachment, ephemeral: true });
		return attachment.id;
	}

	/** Ready to be a field of `data`, or nothing where nothing was resolved. */
	field(): { resolved?: object } {
		return Object.keys(this.#found).length === 0 ? {} : { resolved: this.#found };
	}
}
