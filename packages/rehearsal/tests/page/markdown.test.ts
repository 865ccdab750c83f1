import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/page/markdown/blocks.ts';
import type { Block, Inline } from '../../src/page/markdown/tree.ts';

/** The tree as short text: `strong(a)`, so that a test can be read. */
const brief = (blocks: readonly Block[]): string => blocks.map(briefBlock).join(' ');

function briefBlock(block: Block): string {
	switch (block.kind) {
		case 'paragraph':
			return inlines(block.content);
		case 'heading':
			return `h${block.level}(${inlines(block.content)})`;
		case 'subtext':
			return `small(${inlines(block.content)})`;
		case 'quote':
			return `quote(${brief(block.blocks)})`;
		case 'code':
			return `block:${block.language ?? ''}(${block.text})`;
		case 'list':
			return `${block.start === null ? 'ul' : `ol${block.start}`}(${block.items
				.map((item) => [inlines(item.content), ...item.lists.map(briefBlock)].join(' '))
				.join('; ')})`;
	}
}

const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join('');

function inline(node: Inline): string {
	switch (node.kind) {
		case 'text':
			return node.text;
		case 'code':
			return `code(${node.text})`;
		case 'link':
			return `link:${node.url}(${inlines(node.content)})`;
		case 'user':
		case 'role':
		case 'channel':
			return `${node.kind}(${node.id})`;
		case 'everyone':
			return `ping(${node.name})`;
		case 'command':
			return `command(${node.name})`;
		case 'emoji':
			return `emoji(${node.name})`;
		case 'time':
			return `time:${node.style}(${node.at})`;
		case 'place':
			return `place(${node.name})`;
		default:
			return `${node.kind}(${inlines(node.content)})`;
	}
}

const read = (text: string) => brief(parseMarkdown(text));

describe('Discord markdown', () => {
	it.each([
		['**bold** and *slanted* and _slanted_', 'strong(bold) and emphasis(slanted) and emphasis(slanted)'],
		['***both***', 'emphasis(strong(both))'],
		['__under__ ~~gone~~ ||secret||', 'underline(under) strike(gone) spoiler(secret)'],
		['||a **b**\nsecond line||', 'spoiler(a strong(b)\nsecond line)'],
		['snake_case_name stays', 'snake_case_name stays'],
		['2 * 3 * 4 stays', '2 * 3 * 4 stays'],
		['**never closed', '**never closed'],
		['\\*not slanted\\* \\\\ \\|\\|open\\|\\|', '*not slanted* \\ ||open||'],
		['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
		['`a *b*` and `` c`d ``', 'code(a *b*) and code(c`d)'],
	])('styles: %s', (text, tree) => {
		expect(read(text)).toBe(tree);
	});

	it.each([
		['<@12> <@!12> <@&3> <#4>', 'user(12) user(12) role(3) channel(4)'],
		['@everyone @here', 'ping(@everyone) ping(@here)'],
		['</digest show:99>', 'command(digest show)'],
		['<:wave:1> <a:wave:1>', 'emoji(wave) emoji(wave)'],
		['<t:1700000000:R> <t:-5>', 'time:R(1700000000) time:f(-5)'],
		['<id:customize>', 'place(customize)'],
		['<t:x:R> <@abc> a < b', '<t:x:R> <@abc> a < b'],
	])('mentions and timestamps: %s', (text, tree) => {
		expect(read(text)).toBe(tree);
	});

	it.each([
		['[words](https://a.example/b_(c)) on', 'link:https://a.example/b_(c)(words) on'],
		['[words](<https://a.example/x y>)', '[words](<link:https://a.example/x(https://a.example/x) y>)'],
		['[**b** c](https://a.example "a title")', 'link:https://a.example/(strong(b) c)'],
		[
			'see https://a.example/b, or <https://c.example/>.',
			'see link:https://a.example/b(https://a.example/b), or link:https://c.example/(https://c.example/).',
		],
		['(https://a.example/b)', '(link:https://a.example/b(https://a.example/b))'],
		['[click](javascript:alert(1))', '[click](javascript:alert(1))'],
		['[click](data:text/html,x)', '[click](data:text/html,x)'],
		[
			'[https://bank.example](https://evil.example)',
			'[https://bank.example](link:https://evil.example/(https://evil.example))',
		],
	])('links: %s', (text, tree) => {
		expect(read(text)).toBe(tree);
	});

	it.each([
		['# One\n## Two\n### Three\n#### four', 'h1(One) h2(Two) h3(Three) #### four'],
		['#hashtag', '#hashtag'],
		['-# small **print**', 'small(small strong(print))'],
		['> one\n> two\nafter', 'quote(one\ntwo) after'],
		['>>> all\nof it', 'quote(all\nof it)'],
		['> - a\n> - b', 'quote(ul(a; b))'],
		['before ```js\nlet a;\n``` after', 'before  block:js(let a;)  after'],
		['```\n# no heading\n```', 'block:(# no heading)'],
		['``` never closed', '``` never closed'],
		['- a\n- b\n  - deep\n    more\n- c', 'ul(a; b ul(deep\nmore); c)'],
		['3. three\n4. four', 'ol3(three; four)'],
		['- a\n1. one\n- b', 'ul(a) ol1(one) ul(b)'],
		['- a\n  1. one\n  - b', 'ul(a ol1(one) ul(b))'],
		['line\n\nline', 'line\n\nline'],
	])('blocks: %j', (text, tree) => {
		expect(read(text)).toBe(tree);
	});

	it('keeps markup of pages as text', () => {
		expect(read('<script>alert(1)</script> <img src=x onerror=alert(1)>')).toBe(
			'<script>alert(1)</script> <img src=x onerror=alert(1)>',
		);
	});

	const pieces = [
		'*',
		'**',
		'_',
		'__',
		'~~',
		'||',
		'`',
		'```',
		'[',
		'](',
		')',
		'<',
		'>',
		'> ',
		'>>> ',
		'\\',
		'\n',
		'# ',
		'- ',
		'1. ',
		'  ',
		'q',
		'https://a.example',
		'<@1>',
		'\u202e',
		'😀',
	];

	it('never throws and never loses a word, whatever the text', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				const words = (shown: string) => shown.split('q').length;
				expect(words(leaves(parseMarkdown(text)))).toBeGreaterThanOrEqual(words(text));
			}),
			{ numRuns: 500 },
		);
	});

	it('reads a bomb of marks no deeper than people nest', () => {
		for (const bomb of ['*', '_', '**_', '||', '[', '`a', '> ', '~~a ', '<', '- ', '[a](', '***', '__*']) {
			const text = bomb.repeat(40_000 / bomb.length);
			expect(depthOf(parseMarkdown(text))).toBeLessThan(64);
		}
	});
});

const leaves = (blocks: readonly Block[]): string =>
	JSON.stringify(blocks, (key, value) => (key === 'kind' ? undefined : value));

const depthOf = (value: unknown): number =>
	typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
