import type { APIEmbed } from 'discord-api-types/v10';
import { h } from '../dom.ts';
import { safeUrl } from '../markdown/links.ts';
import { showMarkdown } from '../markdown/show.ts';
import { shortMoment } from '../markdown/time.ts';
import type { Page } from '../page.ts';
import { hex, localeOf } from '../world/names.ts';
import { picture } from './media.ts';

/** A classic embed. */
export function showEmbed(embed: APIEmbed, page: Page): HTMLElement {
	const element = h(
		'section',
		{ class: 'embed', 'aria-label': embed.title ?? embed.author?.name ?? 'Embed' },
		h(
			'div',
			{ class: 'embed-words' },
			embed.author && h('p', { class: 'embed-author' }, linked(embed.author.name, embed.author.url)),
			embed.title && h('h4', {}, linked(embed.title, embed.url)),
			embed.description && showMarkdown(embed.description, page),
			embed.fields?.length
				? h(
						'div',
						{ class: 'fields' },
						embed.fields.map(({ name, value, inline }) =>
							h(
								'div',
								{ class: inline ? 'field inline' : 'field' },
								h('h5', {}, showMarkdown(name, page)),
								showMarkdown(value, page),
							),
						),
					)
				: null,
		),
		embed.thumbnail && h('div', { class: 'embed-thumbnail' }, picture(embed.thumbnail.url, null)),
		embed.image && h('div', { class: 'embed-image' }, picture(embed.image.url, null)),
		(embed.footer || embed.timestamp) &&
			h(
				'footer',
				{},
				embed.footer?.text ?? '',
				embed.footer && embed.timestamp && ' • ',
				embed.timestamp &&
					h('time', { datetime: embed.timestamp }, shortMoment(embed.timestamp, localeOf(page.world))),
			),
	);
	if (embed.color) element.style.setProperty('--accent', hex(embed.color));
	return element;
}

function linked(text: string, url: string | undefined): HTMLElement {
	const href = safeUrl(url ?? '');
	return href === null
		? h('bdi', {}, text)
		: h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow', dir: 'auto' }, text);
}
