import type { APIAttachment } from 'discord-api-types/v10';
import { ComponentType } from '../constants.ts';
import type { RawComponent } from '../rules/components.ts';
import type { World } from '../state/world.ts';

/** Components as a message holds them: each with its number, and with the addresses of what is shown. */
export function numbered(
	world: World,
	components: readonly RawComponent[],
	attachments: readonly APIAttachment[],
): unknown[] {
	const taken = new Set<number>();
	const collect = (component: RawComponent): void => {
		if (component.id) taken.add(component.id);
		for (const child of component.components ?? []) collect(child);
		if (component.accessory) collect(component.accessory);
	};
	for (const component of components) collect(component);
	let last = 0;
	const next = () => {
		do last += 1;
		while (taken.has(last));
		return last;
	};

	const media = ({ url }: { url: string }) => {
		const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : null;
		const attachment = attachments.find((one) => (name === null ? one.url === url : one.filename === name));
		const at = attachment?.url ?? url;
		return {
			id: world.id(),
			url: at,
			proxy_url: at,
			width: attachment?.width ?? null,
			height: attachment?.height ?? null,
			...(attachment?.content_type ? { content_type: attachment.content_type } : {}),
			...(attachment ? { attachment_id: attachment.id } : {}),
			loading_state: 2,
		};
	};
	const shown = (component: RawComponent): unknown => {
		const id = component.id || next();
		const { components: children, accessory, media: one, file, items, ...rest } = component;
		return {
			...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
			id,
			...defaults(component),
			...(children ? { components: children.map(shown) } : {}),
			...(accessory ? { accessory: shown(accessory) } : {}),
			...(one ? { media: media(one) } : {}),
			...(file ? { file: media(file), ...nameAndSize(file.url, attachments) } : {}),
			...(items ? { items: items.map((item) => ({ ...item, media: media(item.media) })) } : {}),
		};
	};
	return components.map(shown);
}

/** What Discord fills in where a request leaves it out. */
function defaults({ type, min_values, max_values, ...given }: RawComponent): Record<string, unknown> {
	const extra = given as Partial<
		Record<'divider' | 'spoiler', boolean> & Record<'spacing' | 'accent_color', number>
	>;
	switch (type) {
		case ComponentType.StringSelect:
		case ComponentType.UserSelect:
		case ComponentType.RoleSelect:
		case ComponentType.MentionableSelect:
		case ComponentType.ChannelSelect:
			return { min_values: min_values ?? 1, max_values: max_values ?? 1 };
		case ComponentType.Separator:
			return { divider: extra.divider ?? true, spacing: extra.spacing ?? 1 };
		case ComponentType.Container:
			return { spoiler: extra.spoiler ?? false, accent_color: extra.accent_color ?? null };
		case ComponentType.File:
		case ComponentType.Thumbnail:
			return { spoiler: extra.spoiler ?? false };
		default:
			return {};
	}
}

function nameAndSize(url: string, attachments: readonly APIAttachment[]): Record<string, unknown> {
	const name = url.slice('attachment://'.length);
	const attachment = attachments.find((one) => one.filename === name || one.url === url);
	return attachment ? { name: attachment.filename, size: attachment.size } : {};
}
