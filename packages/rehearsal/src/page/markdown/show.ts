import { h, icon } from '../dom.ts';
import type { Page } from '../page.ts';
import { hex, isForum, isThread, member, memberName, placeName, role } from '../world/names.ts';
import { parseMarkdown } from './blocks.ts';
import { showTime } from './time.ts';
import type { Block, Inline } from './tree.ts';

/** A text in Discord's markdown as elements. Whatever the text holds, it becomes text nodes in tags of this program. */
export const showMarkdown = (text: string, page: Page): HTMLElement =>
	h(
		'div',
		{ class: 'markdown', dir: 'auto' },
		parseMarkdown(text).map((block) => showBlock(block, page)),
	);

function showBlock(block: Block, page: Page): HTMLElement {
	switch (block.kind) {
		case 'paragraph':
			return h('p', {}, inlines(block.content, page));
		case 'heading':
			// Levels 4 to 6: the page's own headings are above a message's.
			return h(
				`h${(block.level + 3) as 4 | 5 | 6}`,
				{ class: `size-${block.level}` },
				inlines(block.content, page),
			);
		case 'subtext':
			return h('small', { class: 'subtext' }, inlines(block.content, page));
		case 'quote':
			return h(
				'blockquote',
				{},
				block.blocks.map((inner) => showBlock(inner, page)),
			);
		case 'code':
			return h('pre', { tabindex: '0' }, h('code', { 'data-language': block.language }, block.text));
		case 'list':
			return h(
				block.start === null ? 'ul' : 'ol',
				{ start: block.start },
				block.items.map(({ content, lists }) =>
					h(
						'li',
						{},
						inlines(content, page),
						lists.map((inner) => showBlock(inner, page)),
					),
				),
			);
	}
}

const inlines = (nodes: readonly Inline[], page: Page): Node[] => nodes.map((node) => inline(node, page));
const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const;

function inline(node: Inline, page: Page): Node {
	switch (node.kind) {
		case 'text':
			return document.createTextNode(node.text);
		case 'code':
			return h('code', {}, node.text);
		case 'spoiler':
			return spoiler(inlines(node.content, page));
		case 'link':
			return h(
				'a',
				{
					href: node.url,
					title: node.title ?? node.url,
					target: '_blank',
					rel: 'noopener noreferrer nofollow',
				},
				inlines(node.content, page),
			);
		case 'time':
			return showTime(node.at, node.style, page);
		case 'emoji':
			return h('span', { class: 'emoji', title: `:${node.name}:` }, `:${node.name}:`);
		case 'place':
			return h('span', { class: 'mention' }, node.name === 'customize' ? 'Channels & Roles' : node.name);
		case 'user':
		case 'role':
		case 'channel':
		case 'everyone':
		case 'command':
			return mention(node, page);
		default:
			return h(tags[node.kind], {}, inlines(node.content, page));
	}
}

type Mention = Extract<Inline, { kind: 'user' | 'role' | 'channel' | 'everyone' | 'command' }>;

function mention(node: Mention, page: Page): HTMLElement {
	const { world } = page;
	switch (node.kind) {
		case 'everyone':
			return h('span', { class: 'mention' }, node.name);
		case 'command':
			return h(
				'button',
				{ class: 'mention', type: 'button', on: { click: () => page.compose(node.name) } },
				`/${node.name}`,
			);
		case 'user': {
			const found = member(world, null, node.id);
			return h('span', { class: 'mention' }, found === null ? `<@${node.id}>` : `@${memberName(found)}`);
		}
		case 'role': {
			const found = role(world, node.id);
			const element = h('span', { class: 'mention' }, found === null ? '@unknown-role' : `@${found.name}`);
			if (found !== null && found.color !== 0) element.style.setProperty('--mention', hex(found.color));
			return element;
		}
		case 'channel': {
			const place = world.places.get(node.id);
			if (place === undefined) return h('span', { class: 'mention' }, '#No Access');
			const shape = isThread(place) ? 'thread' : isForum(place) ? 'forum' : 'hash';
			return h(
				'button',
				{ class: 'mention', type: 'button', on: { click: () => page.goTo(place.id) } },
				icon(shape),
				placeName(world, place),
			);
		}
	}
}

/** Hidden until it is clicked; from screen readers too. */
function spoiler(content: readonly Node[]): HTMLElement {
	const inner = h('span', { class: 'hidden-words', inert: true, 'aria-hidden': 'true' }, content);
	const element = h(
		'span',
		{ class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Spoiler' },
		inner,
	);
	const reveal = () => {
		inner.removeAttribute('inert');
		inner.removeAttribute('aria-hidden');
		for (const name of ['role', 'tabindex', 'aria-label']) element.removeAttribute(name);
		element.classList.add('open');
	};
	element.addEventListener('click', reveal, { once: true });
	element.addEventListener('keydown', (event) => {
		if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return;
		event.preventDefault();
		reveal();
	});
	return element;
}
