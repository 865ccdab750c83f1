import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ShownMessage } from '../../api.ts';
import { h } from '../dom.ts';
import { Component } from '../kinds.ts';
import { showMarkdown } from '../markdown/show.ts';
import type { Page } from '../page.ts';
import { hex } from '../world/names.ts';
import { fileCard } from './attachment.ts';
import { showButton } from './button.ts';
import { picture } from './media.ts';
import { showSelect } from './select.ts';
import { spoilered } from './spoiler.ts';

type Container = Extract<APIMessageTopLevelComponent, { type: 17 }>;
type Section = Extract<APIMessageTopLevelComponent, { type: 9 }>;
type Gallery = Extract<APIMessageTopLevelComponent, { type: 12 }>;
type Row = Extract<APIMessageTopLevelComponent, { type: 1 }>;
/** An unknown component is shown as unknown, not left out. */
const unknown = (type: number) => h('p', { class: 'failure' }, `Component of type ${type}`);

/** The components of a message: Components V2 and the rows of classic messages alike. */
export const showComponents = (message: ShownMessage, page: Page): HTMLElement[] =>
	(message.components ?? []).map((component) => showComponent(component, message, page));

function showComponent(
	component: APIMessageTopLevelComponent,
	message: ShownMessage,
	page: Page,
): HTMLElement {
	switch (component.type) {
		case Component.actionRow:
			return showRow(component, message, page);
		case Component.container:
			return showContainer(component, message, page);
		case Component.section:
			return showSection(component, message, page);
		case Component.textDisplay:
			return showMarkdown(component.content, page);
		case Component.mediaGallery:
			return showGallery(component);
		case Component.separator:
			return h('hr', {
				class: `separator ${component.divider === false ? 'bare' : ''} ${component.spacing === 2 ? 'wide' : ''}`,
			});
		case Component.file:
			return spoilered(
				component.spoiler === true,
				fileCard(component.name ?? 'file', component.size ?? null, component.file.url),
			);
		default:
			return unknown((component as { type: number }).type);
	}
}

function showContainer(container: Container, message: ShownMessage, page: Page): HTMLElement {
	const element = h(
		'section',
		{ class: container.accent_color ? 'container accented' : 'container', 'aria-label': 'Card' },
		container.components.map((component) => showComponent(component, message, page)),
	);
	if (container.accent_color) element.style.setProperty('--accent', hex(container.accent_color));
	return spoilered(container.spoiler === true, element);
}

function showSection(section: Section, message: ShownMessage, page: Page): HTMLElement {
	const { accessory } = section;
	return h(
		'div',
		{ class: 'section' },
		h(
			'div',
			{ class: 'section-words' },
			section.components.map((text) => showMarkdown(text.content, page)),
		),
		h(
			'div',
			{ class: 'accessory' },
			accessory.type === Component.button
				? showButton(accessory, message, page)
				: spoilered(accessory.spoiler === true, picture(accessory.media.url, accessory.description)),
		),
	);
}

function showGallery(gallery: Gallery): HTMLElement {
	return h(
		'div',
		{ class: `gallery of-${Math.min(gallery.items.length, 4)}` },
		gallery.items.map((item) => spoilered(item.spoiler === true, picture(item.media.url, item.description))),
	);
}

function showRow(row: Row, message: ShownMessage, page: Page): HTMLElement {
	return h(
		'div',
		{ class: 'row' },
		row.components.map((component) =>
			component.type === Component.button
				? showButton(component, message, page)
				: showSelect(component, message, page),
		),
	);
}
