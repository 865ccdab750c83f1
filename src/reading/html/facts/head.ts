import { tidyLine } from '../../unseen.ts';
import { attribute, type Element, isElement, type Parent, textIn } from '../tree.ts';
import { type Thing, thingsIn } from './structured.ts';

/** What a page says for machines, gathered in one pass over its elements. */
export interface Head {
	/** By the name of a meta element in lower case, what the page's elements of that name say. */
	readonly metas: ReadonlyMap<string, readonly string[]>;
	/** By relation, the first address. */
	readonly links: ReadonlyMap<string, string>;
	readonly title: string | null;
	readonly language: string | null;
	readonly things: readonly Thing[];
	/** Elements that microdata, classes or relations give a meaning, in order. */
	readonly marked: readonly Element[];
	/** Whether it has a field for a password. */
	readonly asksPassword: boolean;
}

const mostMetas = 2_000;
const mostMarked = 4_000;
const marks =
	/\b(?:author|authors|byline|by-line|date|dateline|time|timestamp|published|publish|posted|updated|modified|creator|contributor|contributors|writer|vcard)\b|author|byline|date/i;

export function headOf(page: Parent): Head {
	const metas = new Map<string, string[]>();
	const links = new Map<string, string>();
	const scripts: Element[] = [];
	const marked: Element[] = [];
	let title: string | null = null;
	let language: string | null = null;
	let asksPassword = false;
	let count = 0;
	const visit = (parent: Parent) => {
		for (const element of parent.childNodes) {
			if (!isElement(element)) continue;
			const { tagName } = element;
			if (tagName === 'meta' && ++count <= mostMetas) {
				const name =
					attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop');
				const content = tidyLine(attribute(element, 'content') ?? '');
				if (name && content !== '') {
					const key = name.toLowerCase();
					metas.set(key, [...(metas.get(key) ?? []), content.slice(0, 2_000)]);
				}
			} else if (tagName === 'link') {
				const relation = attribute(element, 'rel')?.toLowerCase();
				const address = attribute(element, 'href');
				if (relation && address && !links.has(relation)) links.set(relation, address);
			} else if (tagName === 'title') title ??= tidyLine(textIn(element).slice(0, 2_000)) || null;
			else if (tagName === 'html') language ??= attribute(element, 'lang');
			else if (tagName === 'script') scripts.push(element);
			else if (tagName === 'input') asksPassword ||= attribute(element, 'type')?.toLowerCase() === 'password';
			else {
				if (marked.length < mostMarked && isMarked(element)) marked.push(element);
				visit(element);
				continue;
			}
			visit(element);
		}
	};
	visit(page);
	return { metas, links, title, language, things: thingsIn(scripts), marked, asksPassword };
}

function isMarked(element: Element): boolean {
	if (element.tagName === 'time') return true;
	for (const { name, value } of element.attrs) {
		if (
			name === 'itemprop' ||
			name === 'rel' ||
			name === 'class' ||
			name === 'id' ||
			name === 'data-testid'
		) {
			if (value.length < 600 && marks.test(value)) return true;
		}
		if (
			name === 'href' &&
			value.length < 300 &&
			/\/(?:authors?|contributors?|writers?|people|staff|profile|by)\//i.test(value)
		)
			return true;
	}
	return false;
}

/** The first thing that is said under one of these names. */
export function firstOf({ metas }: Head, ...names: readonly string[]): string | null {
	for (const name of names) {
		const [first] = metas.get(name) ?? [];
		if (first) return first;
	}
	return null;
}
