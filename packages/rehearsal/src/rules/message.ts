import type { APIEmbed } from 'discord-api-types/v10';
import type { FieldProblem } from '../api.ts';
import { ComponentType, MessageFlag } from '../constants.ts';
import { checkComponents, checkScheme, type RawComponent, walk } from './components.ts';
import { at, problem, required, tooLong } from './problem.ts';

/** The message that would result: from a request, or from a message with an edit applied to it. */
export interface Draft {
	readonly content: string;
	readonly embeds: readonly APIEmbed[];
	readonly components: readonly RawComponent[];
	readonly hasPoll: boolean;
	readonly hasStickers: boolean;
	readonly componentsV2: boolean;
	/** Names of the files that go with it; of those that it has already, their addresses, too. */
	readonly files: readonly string[];
}

/** Discord's limits of a message that its published schema does not hold. `path` is where the message is. */
export function checkMessage(draft: Draft, path: string): FieldProblem[] {
	const { content, embeds, components, componentsV2 } = draft;
	const problems = checkComponents(components, at(path, 'components'));
	if (componentsV2) problems.push(...checkComponentsV2(draft, path));
	else {
		if (content.length > 2000) problems.push(tooLong(at(path, 'content'), 2000));
		problems.push(...checkEmbeds(embeds, at(path, 'embeds')), ...checkRows(components, path));
	}
	return problems;
}

/** Whether there is nothing in it to be sent: Discord's 50006. */
export function isEmpty(draft: Draft): boolean {
	const { content, embeds, components, files, hasPoll, hasStickers, componentsV2 } = draft;
	if (componentsV2) return components.length === 0;
	const shown = embeds.some((embed) => embedText(embed) > 0 || embed.image || embed.thumbnail);
	return (
		!content.trim() && !shown && components.length === 0 && files.length === 0 && !hasPoll && !hasStickers
	);
}

/** Without the flag a message has at most five rows, and no other components. */
function checkRows(components: readonly RawComponent[], path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (components.length > 5) problems.push(tooLong(at(path, 'components'), 5));
	for (const [index, { type }] of components.entries()) {
		if (type === ComponentType.ActionRow) continue;
		const said = 'Value of field "type" must be one of (1,).';
		problems.push(problem(at(at(path, 'components'), index), 'UNION_TYPE_CHOICES', said));
	}
	return problems;
}

function checkComponentsV2(draft: Draft, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const legacy = {
		content: draft.content !== '',
		embeds: draft.embeds.length > 0,
		poll: draft.hasPoll,
		sticker_ids: draft.hasStickers,
	};
	for (const [field, used] of Object.entries(legacy)) {
		if (!used) continue;
		const said = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
		problems.push(problem(at(path, field), 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', said));
	}
	let count = 0;
	let text = 0;
	for (const { component, path: here } of walk(draft.components, at(path, 'components'))) {
		count += 1;
		if (component.type === ComponentType.TextDisplay) {
			text += component.content?.length ?? 0;
			if (component.content?.trim() === '') problems.push(required(at(here, 'content')));
		}
		problems.push(...checkMedia(component, here, draft.files));
	}
	if (count > 40) {
		const said = 'The total number of components must not exceed 40';
		problems.push(problem(at(path, 'components'), 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', said));
	}
	if (text > 4000) {
		const said = 'The total displayable text size of the components must not exceed 4000';
		problems.push(problem(at(path, 'components'), 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', said));
	}
	return problems;
}

/** Media must be on the web or among the files of the message. */
function checkMedia(component: RawComponent, path: string, files: readonly string[]): FieldProblem[] {
	const media: { url: string; path: string }[] = [];
	if (component.media) media.push({ url: component.media.url, path: at(path, 'media') });
	if (component.file) media.push({ url: component.file.url, path: at(path, 'file') });
	for (const [index, item] of (component.items ?? []).entries()) {
		media.push({ url: item.media.url, path: at(at(at(path, 'items'), index), 'media') });
	}
	return media.flatMap((item) => {
		const here = at(item.path, 'url');
		if (item.url.startsWith('attachment://')) {
			if (files.includes(item.url.slice('attachment://'.length))) return [];
			const said = 'The specified attachment could not be found';
			return [problem(here, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', said)];
		}
		if (component.file && files.includes(item.url)) return [];
		if (component.file) return checkScheme(item.url, here, ['attachment']);
		return checkScheme(item.url, here, ['http', 'https', 'attachment']);
	});
}

function checkEmbeds(embeds: readonly APIEmbed[], path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	let size = 0;
	for (const [index, embed] of embeds.entries()) {
		const here = at(path, index);
		size += embedText(embed);
		for (const [number, field] of (embed.fields ?? []).entries()) {
			const place = at(at(here, 'fields'), number);
			if (!field.name?.trim()) problems.push(required(at(place, 'name')));
			if (!field.value?.trim()) problems.push(required(at(place, 'value')));
		}
		const web = ['http', 'https'];
		if (embed.url) problems.push(...checkScheme(embed.url, at(here, 'url'), web));
		for (const key of ['image', 'thumbnail'] as const) {
			const url = embed[key]?.url;
			if (url) problems.push(...checkScheme(url, at(at(here, key), 'url'), [...web, 'attachment']));
		}
	}
	if (size > 6000) {
		const said = 'Embed size exceeds maximum size of 6000';
		problems.push(problem(path, 'MAX_EMBED_SIZE_EXCEEDED', said));
	}
	return problems;
}

/** What counts towards the 6,000 characters of all embeds together. */
function embedText(embed: APIEmbed): number {
	const parts = [
		embed.title,
		embed.description,
		embed.footer?.text,
		embed.author?.name,
		...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
	];
	return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

export function hasFlag(flags: number | null | undefined, flag: number): boolean {
	return ((flags ?? 0) & flag) !== 0;
}
export const isComponentsV2 = (flags: number | null | undefined): boolean =>
	hasFlag(flags, MessageFlag.IsComponentsV2);
