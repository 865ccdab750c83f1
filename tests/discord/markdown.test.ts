import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	buttonUrl,
	code,
	escapeBold,
	escapeLine,
	escapeText,
	link,
	safeUrl,
	spoiler,
} from '../../src/discord/markdown.ts';
import { plain, plainLine } from '../../src/discord/plain.ts';
import { webAddress } from '../any-text.ts';
import { hostileText } from './hostile.ts';

interface Node {
	readonly type: string;
	readonly content?: string | readonly Node[];
	readonly name?: string;
	readonly target?: string;
}

/** What an independent reader of Discord's markdown shows; anything but plain text and breaks stands in braces. */
function shown(markdown: string): string {
	const read = (node: Node): string => {
		if (node.type === 'br' || node.type === 'newline') return '\n';
		if (node.type === 'twemoji') return node.name ?? '';
		if (node.type === 'text') return String(node.content);
		const inner = typeof node.content === 'string' ? node.content : (node.content ?? []).map(read).join('');
		return `{${node.type}:${inner}}`;
	};
	return (parse(markdown, 'extended') as unknown as Node[]).map(read).join('');
}

/** The reader folds some blanks of its own; blanks are not what escaping is about. */
const blanksAside = (text: string) => text.replace(/[^\S\n]+/gu, ' ').replace(/ *\n+ */gu, '\n');

describe("a stranger's text in Discord's markdown", () => {
	it('is shown letter by letter, whatever it holds', () => {
		fc.assert(
			fc.property(hostileText(), (text) => {
				expect(blanksAside(shown(escapeText(text)))).toBe(blanksAside(plain(text)));
			}),
			{ numRuns: 500 },
		);
	});

	it('is shown letter by letter with some of its words in bold, and with nothing else in any style', () => {
		const word = fc.constantFrom('Hostil', 'é', '1', 'x');
		const texts = fc.array(fc.oneof(word, hostileText()), { maxLength: 6 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(texts, (text) => {
				const bold = shown(escapeBold(text, ['Hostil', 'é', '1', 'x']));
				expect(blanksAside(bold.replace(/\{strong:(Hostil|é|1|x)\}/gu, '$1'))).toBe(blanksAside(plain(text)));
			}),
			{ numRuns: 500 },
		);
		expect(escapeBold('Cease*d, ceased_and “ceased”.', ['ceased'])).toBe(
			'Cease\\*d, **ceased**\\_and “**ceased**”.',
		);
		expect(escapeBold('So it *goes*, so it goes on, and so it goesn, too', ['so it goes', 'So'])).toBe(
			'**So** it \\*goes\\*, **so it goes** on, and so it goesn, too',
		);
		expect(escapeBold('It cost 2.4m, not £2.4m or A£2.4ms', ['£2.4m'])).toBe(
			'It cost 2.4m, not **£2.4m** or A£2.4ms',
		);
		expect(escapeBold('It is so_ * it’s <@1> here', ['so_ * it’s <@1'])).toBe(
			'It is **so\\_ \\* it’s \\<\\@1**\\> here',
		);
	});

	it('is shown letter by letter behind our own marks', () => {
		fc.assert(
			fc.property(hostileText(), (text) => {
				const line = plainLine(text);
				fc.pre(line !== '');
				expect(shown(`**${escapeLine(text)}**`)).toBe(`{strong:${line}}`);
				expect(shown(`> ${escapeLine(text)}`)).toBe(`{blockQuote:${line}}`);
				expect(shown(spoiler(text)).replace(/\s+/gu, ' ').replace(' }', '}')).toBe(`{spoiler:${line}}`);
			}),
			{ numRuns: 300 },
		);
	});

	it.each([
		['a heading', '# Big'],
		['small print', '-# small'],
		['a quotation', '> said'],
		['a quotation to the end', '>>> said'],
		['a list', '- one\n* two\n+ three'],
		['a numbered list', '1. one\n2) two'],
		['everyone', '@everyone and @here'],
		['a mention', '<@123456789012345678> <@&123456789012345678> <#123456789012345678>'],
		['a timestamp', '<t:1700000000:R>'],
		['a command', '</quotes:123456789012345678>'],
		['an emoji of a server', '<:bomb:123456789012345678>'],
		['an emoji by name', ':bomb:'],
		['a masked link', '[bank](https://evil.example)'],
		['a bare address', 'see https://evil.example/a_b_c*d* now'],
		['code', '`a` ```b```'],
		['a spoiler', '||x||'],
	])('never becomes %s', (_, text) => {
		expect(shown(escapeText(text))).toBe(text);
		expect(escapeText(text)).not.toMatch(/(?<!\\)<|(?<!\\)@|(?<!\\):\/\//u);
	});

	it('keeps a list from growing out of two parts', () => {
		expect(shown(escapeText('1') + escapeText('. one'))).toBe('1. one');
	});

	it('loses terminal codes and what turns the direction of the line, and keeps joined emoji', () => {
		expect(plain('\u001b[31mred\u001b[0m \u202eabc\u202c 👩‍👩‍👧 so\u00adft\u200b')).toBe(
			'red abc 👩‍👩‍👧 soft',
		);
	});
});

describe('code', () => {
	it('holds back-ticks without ending', () => {
		expect(code('a `` b')).toBe('```a `` b```');
		expect(code('`a`')).toBe('`` `a` ``');
	});
});

describe('a link', () => {
	it('accepts only http and https without a name and a password in it', () => {
		expect(safeUrl('https://paper.example/a', 512)).toBe('https://paper.example/a');
		for (const bad of ['javascript:alert(1)', 'https://bank.example@evil.example/', 'nonsense', null]) {
			expect(safeUrl(bad, 512)).toBeNull();
		}
		expect(safeUrl(`https://paper.example/${'a'.repeat(600)}`, 512)).toBeNull();
	});

	it.each([
		'https://my_blog.example.com/a_b*c~d|e`f',
		'https://paper.example/wiki/Harbour_(town)?q=a|b&r=*#x_y',
		"https://paper.example/it's?a='b'",
		'http://paper.example:8080/',
	])('goes out as it is: %s', (address) => {
		const url = safeUrl(address, 512);
		expect(url).toBe(new URL(address).href);
		const nodes = parse(link('words', url ?? ''), 'extended') as unknown as Node[];
		expect(nodes).toMatchObject([{ type: 'link', target: url }]);
	});

	it.each([
		['https://paper.example/a)b', 'https://paper.example/a%29b'],
		['https://paper.example/((a))', 'https://paper.example/%28%28a%29%29'],
		['https://paper.example/a[1](x)', 'https://paper.example/a%5B1%5D(x)'],
		['https://paper.example/#a\\b', 'https://paper.example/#a%5Cb'],
	])('has only what would end it written otherwise: %s', (address, sent) => {
		expect(safeUrl(address, 512)).toBe(sent);
	});

	it('is put on a button only where its host is a name that Discord surely accepts', () => {
		expect(buttonUrl('https://paper.example/a_b', 512)).toBe('https://paper.example/a_b');
		expect(buttonUrl('https://xn--bcher-kva.example/', 512)).toBe('https://xn--bcher-kva.example/');
		for (const odd of [
			'https://my_blog.example.com/',
			'http://[2001:db8::1]/a',
			'http://localhost/',
			'http://192.0.2.7/',
			'https://paper.example./',
			'https://-a.example/',
		]) {
			expect(buttonUrl(odd, 512)).toBeNull();
		}
		expect(safeUrl('http://[2001:db8::1]/a', 512)).toBeNull();
	});

	it('leads where it says, whatever its label', () => {
		fc.assert(
			fc.property(hostileText(), webAddress({ behind: true }), (words, address) => {
				fc.pre(plainLine(words) !== '');
				const url = safeUrl(address, 512);
				fc.pre(url !== null);
				const nodes = parse(link(words, url ?? ''), 'extended') as unknown as Node[];
				const links = nodes.filter((node) => node.type === 'link');
				expect(links).toHaveLength(1);
				expect(links[0]?.target).toBe(url);
				// Either the words stand on the link, or in front of a link of their own.
				const line = plainLine(words);
				expect([`{link:${line}}`, `${line} {link:↗}`]).toContain(shown(link(words, url ?? '')));
			}),
			{ numRuns: 300 },
		);
	});
});
