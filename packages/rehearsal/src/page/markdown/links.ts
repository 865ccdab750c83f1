import type { Inline } from './tree.ts';

interface Found {
	readonly node: Inline;
	readonly end: number;
}

/** The url where it is one that may be followed (http, https), else null. */
export function safeUrl(url: string): string | null {
	const parsed = URL.canParse(url) ? new URL(url) : null;
	return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : null;
}

const forms: readonly [pattern: RegExp, node: (match: RegExpExecArray) => Inline][] = [
	[/<@!?(\d{1,20})>/y, ([, id = '']) => ({ kind: 'user', id })],
	[/<@&(\d{1,20})>/y, ([, id = '']) => ({ kind: 'role', id })],
	[/<#(\d{1,20})>/y, ([, id = '']) => ({ kind: 'channel', id })],
	[/<a?:(\w{2,32}):(\d{1,20})>/y, ([, name = '', id = '']) => ({ kind: 'emoji', name, id })],
	[
		/<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
		([, at = '0', style = 'f']) => ({ kind: 'time', at: Number(at), style }),
	],
	[
		/<\/([-_'\p{L}\p{N}\p{M}]{1,32}(?: [-_'\p{L}\p{N}\p{M}]{1,32}){0,2}):(\d{1,20})>/uy,
		([, name = '', id = '']) => ({ kind: 'command', name, id }),
	],
	[/<id:([a-z-]{1,20})(?::\d{1,20})?>/y, ([, name = '']) => ({ kind: 'place', name })],
];

/** The text between angle brackets: a mention, a timestamp, an emoji, a command, a link. */
export function angle(text: string, at: number, insideLink: boolean): Found | null {
	for (const [pattern, node] of forms) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match !== null) return { node: node(match), end: at + match[0].length };
	}
	if (insideLink) return null;
	const link = /<(https?:\/\/[^\s<>]{1,2048})>/y;
	link.lastIndex = at;
	const match = link.exec(text);
	const url = safeUrl(match?.[1] ?? '');
	if (match === null || url === null) return null;
	return { node: linkTo(url, match[1] ?? url), end: at + match[0].length };
}

/** A bare link in the text, without the full stop or bracket that belongs to the sentence. */
export function bareUrl(text: string, at: number): Found | null {
	if (/\w/u.test(text[at - 1] ?? ' ')) return null;
	const pattern = /https?:\/\/[^\s<]{1,2048}/y;
	pattern.lastIndex = at;
	let shown = pattern.exec(text)?.[0];
	if (shown === undefined) return null;
	let surplus = shown.split(')').length - shown.split('(').length;
	while (/[.,:;"'\]]$/u.test(shown) || (surplus > 0 && shown.endsWith(')'))) {
		if (shown.endsWith(')')) surplus -= 1;
		shown = shown.slice(0, -1);
	}
	const url = safeUrl(shown);
	return url === null ? null : { node: linkTo(url, shown), end: at + shown.length };
}

interface MaskedLink {
	readonly label: string;
	readonly url: string;
	readonly title: string | null;
	readonly end: number;
}

/** `[label](url)`, `[label](<url>)` or with a title. Null where the label is itself a link: it could deceive. */
export function maskedLink(text: string, at: number): MaskedLink | null {
	const close = labelEnd(text, at + 1);
	if (close === null || !text.startsWith('](', close)) return null;
	const label = text.slice(at + 1, close);
	const target =
		/\]\(\s{0,4}(?:<([^\s<>]{1,2048})>|((?:[^\s()\\]|\([^\s()]{0,500}\)){1,2048}))(?:\s{1,4}"([^"\n]{0,500})")?\s{0,4}\)/y;
	target.lastIndex = close;
	const match = target.exec(text);
	const url = safeUrl(match?.[1] ?? match?.[2] ?? '');
	if (match === null || url === null || label.trim() === '' || /https?:\/\//iu.test(label)) return null;
	return { label, url, title: match[3] ?? null, end: close + match[0].length };
}

/** Where the label ends. It may hold one pair of brackets, as in Discord's clients. */
function labelEnd(text: string, start: number): number | null {
	let inside = false;
	for (let at = start; at < text.length && at - start < 2048; at += 1) {
		const char = text[at];
		if (char === '\\') at += 1;
		else if (char === '[') {
			if (inside) return null;
			inside = true;
		} else if (char === ']') {
			if (!inside) return at;
			inside = false;
		}
	}
	return null;
}

const linkTo = (url: string, shown: string): Inline => ({
	kind: 'link',
	url,
	title: null,
	content: [{ kind: 'text', text: shown }],
});
