import type { APIAttachment } from 'discord-api-types/v10';
import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import { MessageFlag } from '../kinds.ts';
import type { Page } from '../page.ts';
import { ownUrl, picture } from './media.ts';

/** Files under a message. With Components V2 they are shown only where a component names them. */
export function showAttachments(message: ShownMessage, _page: Page): HTMLElement | null {
	if (message.attachments.length === 0 || ((message.flags ?? 0) & MessageFlag.componentsV2) !== 0)
		return null;
	return h('div', { class: 'attachments' }, message.attachments.map(showAttachment));
}

const isPicture = (file: APIAttachment) => /^image\/(png|jpeg|gif|webp|avif)$/u.test(file.content_type ?? '');

function showAttachment(file: APIAttachment): HTMLElement {
	return isPicture(file)
		? picture(file.url, file.description ?? file.filename)
		: fileCard(file.filename, file.size, file.url);
}

/** A file to download. `size` in bytes, where it is known. */
export function fileCard(name: string, size: number | null, url: string): HTMLElement {
	const own = ownUrl(url);
	return h(
		'div',
		{ class: 'file' },
		icon('file'),
		own === null ? h('bdi', {}, name) : h('a', { href: own, download: name }, name),
		size === null ? null : h('small', {}, sizeOf(size)),
	);
}

function sizeOf(bytes: number): string {
	const [unit, size] = (
		[
			['megabyte', 1e6],
			['kilobyte', 1e3],
			['byte', 1],
		] as const
	).find(([, size]) => bytes >= size) ?? ['byte', 1];
	return new Intl.NumberFormat('en-GB', { style: 'unit', unit, maximumFractionDigits: 1 }).format(
		bytes / size,
	);
}
