import type { Attachment as DiscordAttachment, Message, User } from 'discord.js';
import type { Attachment, Target } from '../place.ts';

/** Ours: no message that a member writes is longer than Discord's 4,000 characters, and none has more files than 10. */
const most = { text: 4_000, name: 100, attachments: 10, url: 2_000 };

export function attachmentOf({ name, url, contentType, size }: DiscordAttachment): Attachment {
	return {
		name: name.slice(0, most.name),
		url: url.slice(0, most.url),
		type: contentType?.slice(0, most.name) ?? null,
		size,
	};
}

/** What a command may know of a message. @param without what is removed from its text, e.g. a mention. */
export function messageTarget(message: Message, without: RegExp | null = null): Target {
	const { id, author, content, url, attachments } = message;
	const text = without === null ? content : content.replace(without, ' ').trim();
	return {
		kind: 'message',
		message: {
			id,
			text: text.slice(0, most.text),
			author: { id: author.id, name: nameOf(author, nickOf(message)) },
			url,
			attachments: [...attachments.values()].slice(0, most.attachments).map(attachmentOf),
		},
	};
}

export function memberTarget(user: User, nick: string | null): Target {
	return { kind: 'member', member: { id: user.id, name: nameOf(user, nick) } };
}

function nickOf({ member }: Message): string | null {
	return member?.nickname ?? null;
}

function nameOf({ globalName, username }: User, nick: string | null): string {
	return (nick ?? globalName ?? username).slice(0, most.name);
}
