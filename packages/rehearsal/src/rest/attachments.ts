import type { APIAttachment } from 'discord-api-types/v10';
import { invalidForm, refusal } from '../errors.ts';
import { at, problem } from '../rules/problem.ts';
import { safeFilename } from '../state/files.ts';
import type { IncomingFile } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { imageSize } from './image-size.ts';

/** What a request says about an attachment: a file that comes with it (by number) or one that exists (by id). */
export interface KeptAttachment {
	readonly id: string;
	readonly filename?: string | null;
	readonly description?: string | null;
	readonly title?: string | null;
	readonly is_spoiler?: boolean | null;
}

/** Discord takes 10 MiB a file, and ten files. */
export const fileLimit = 10 * 1024 * 1024;
const filesLimit = 10;

/**
 * Keeps uploaded files and gives them back as attachments with their addresses.
 * @param known attachments that the message has already.
 */
export function storeFiles(
	world: World,
	channelId: string,
	files: readonly IncomingFile[],
	said: readonly KeptAttachment[],
	path: string,
	known: ReadonlySet<string> = new Set(),
): APIAttachment[] {
	for (const [index, { id }] of said.entries()) {
		if (known.has(String(id)) || files.some((file) => file.id === String(id))) continue;
		const message = 'The specified attachment could not be found';
		throw invalidForm([problem(at(at(path, 'attachments'), index), 'ATTACHMENT_NOT_FOUND', message)]);
	}
	if (files.length === 0) return [];
	if (files.length > filesLimit) {
		const message = `Must be ${filesLimit} or fewer in length.`;
		throw invalidForm([problem(at(path, 'attachments'), 'BASE_TYPE_MAX_LENGTH', message)]);
	}
	if (files.some(({ bytes }) => bytes.length > fileLimit)) throw refusal('requestTooLarge');
	return files.map((file) => {
		const meta = said.find(({ id }) => String(id) === file.id);
		const id = world.id();
		const filename = safeFilename(meta?.filename ?? file.name);
		const route = `/attachments/${channelId}/${id}/${filename}`;
		world.files.put(route, { type: file.type, name: filename, bytes: file.bytes });
		const url = `${world.url}${encodeURI(route)}`;
		const attachment = {
			id,
			filename,
			size: file.bytes.length,
			url,
			proxy_url: url,
			content_type: file.type,
			...imageSize(file.bytes),
			...(meta?.title ? { title: meta.title } : {}),
			...(meta?.description ? { description: meta.description } : {}),
		};
		return attachment as APIAttachment;
	});
}
