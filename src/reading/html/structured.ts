import { attribute, elementsIn, type Parent, textIn } from './tree.ts';

/** A thing of schema.org as a page describes it in JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>;

const mostThings = 2_000;
const deepest = 12;
const articleTypes =
	/(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|OpinionNewsArticle|DiscussionForumPosting|QAPage|SocialMediaPosting)$/u;

/** All things in a page's JSON-LD, the ones within others too, in order. What is no JSON is left out. */
export function thingsIn(page: Parent): Thing[] {
	const found: Thing[] = [];
	for (const element of elementsIn(page)) {
		if (element.tagName !== 'script' || !/ld\+json/iu.test(attribute(element, 'type') ?? '')) continue;
		collect(parsed(textIn(element)), found, 0);
	}
	return found;
}

/** Every object in a value of JSON, the outer ones first. */
export function collect(value: unknown, into: Thing[], depth: number): void {
	if (typeof value !== 'object' || value === null || depth > deepest || into.length >= mostThings) return;
	if (Array.isArray(value)) {
		for (const one of value) collect(one, into, depth + 1);
		return;
	}
	if (isThing(value)) into.push(value);
	for (const one of Object.values(value)) collect(one, into, depth + 1);
}

export function isThing(value: unknown): value is Thing {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sites put line ends, comments and semicolons into their JSON. */
function parsed(text: string): unknown {
	const tries = [
		() => text,
		() =>
			text
				.replace(
					/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*;?\s*$/gu,
					'',
				)
				.replace(/[\u0000-\u001f]+/gu, ' ')
				.replace(/;\s*$/u, '')
				.replace(/,\s*([}\]])/gu, '$1'),
	];
	for (const one of tries) {
		try {
			return JSON.parse(one());
		} catch {}
	}
	return null;
}

/** The types of a thing without the address of schema.org. */
export function typesOf(thing: Thing): string[] {
	return listOf(thing['@type'])
		.filter((type) => typeof type === 'string')
		.map((type) => type.replace(/^.*[/#:]/u, ''));
}

export function isArticle(thing: Thing): boolean {
	return typesOf(thing).some((type) => articleTypes.test(type));
}

export function listOf(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return value === undefined || value === null ? [] : [value];
}

/** A text, or null. */
export function textOf(value: unknown): string | null {
	const [first] = listOf(value);
	if (typeof first === 'string') return first.trim() || null;
	if (isThing(first)) return textOf(first['@value'] ?? first.name);
	return null;
}
