import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

const { resolve } = createRequire(import.meta.url);

/** A package of fonts, cut into files by the characters that they hold. */
interface Family {
	readonly name: string;
	readonly folder: string;
	readonly files: readonly {
		readonly subset: string;
		readonly ranges: readonly (readonly [number, number])[];
	}[];
}

/** The package of emoji: one file. */
const emoji = { name: 'Emoji', pattern: /\p{Extended_Pictographic}|\p{RI}|\u20e3/u };
const serif = 'noto-serif';
const scripts = ['noto-serif-hebrew', 'noto-naskh-arabic'];
const unified = { ja: 'noto-sans-jp', ko: 'noto-sans-kr', zh: 'noto-sans-sc' };

const families = new Map<string, Family>();
const loaded = new Set<string>();

/**
 * The families of fonts that a text needs, for the `font` of a canvas, each loaded when first asked for: with all
 * characters of Chinese alone it would take seconds.
 * @param language the same characters look differently in Chinese, Japanese and Korean.
 */
export function fontsFor(text: string, language: string | null): string {
	const own = unified[(language?.slice(0, 2).toLowerCase() ?? '') as keyof typeof unified];
	const names = [...new Set([serif, ...scripts, ...(own ? [own] : []), ...Object.values(unified)])];
	const wanted = new Set<string>();
	for (const character of new Set(text)) {
		const code = character.codePointAt(0) ?? 0;
		for (const name of names) {
			const family = familyOf(name);
			const file = family.files.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
			if (!file) continue;
			wanted.add(load(family, file.subset));
			break;
		}
	}
	const order = [...wanted].sort(
		(a, b) => names.indexOf(a.split(' ')[0] ?? '') - names.indexOf(b.split(' ')[0] ?? ''),
	);
	if (emoji.pattern.test(text)) order.push(loadEmoji());
	return [...(order.length === 0 ? [load(familyOf(serif), 'latin')] : order)]
		.map((name) => `"${name}"`)
		.join(', ');
}

function familyOf(name: string): Family {
	const known = families.get(name);
	if (known) return known;
	const folder = dirname(resolve(`@fontsource-variable/${name}/package.json`));
	const subsets = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
	const files = Object.entries(subsets)
		// What holds signs alone would be taken for letters of others.
		.filter(([subset]) => subset !== 'math' && subset !== 'symbols')
		.map(([subset, ranges]) => ({ subset: subset.replace(/[[\]]/gu, ''), ranges: rangesOf(ranges) }));
	const family = { name, folder, files };
	families.set(name, family);
	return family;
}

/** "U+301,U+400-45F" */
function rangesOf(text: string): readonly (readonly [number, number])[] {
	return text.split(',').map((range) => {
		const [from = '', to = from] = range.trim().slice(2).split('-');
		return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
	});
}

function load({ name, folder }: Family, subset: string): string {
	const alias = `${name} ${subset}`;
	if (!loaded.has(alias)) {
		loaded.add(alias);
		GlobalFonts.register(readFileSync(join(folder, 'files', `${name}-${subset}-wght-normal.woff2`)), alias);
	}
	return alias;
}

function loadEmoji(): string {
	if (!loaded.has(emoji.name)) {
		loaded.add(emoji.name);
		const folder = dirname(resolve('twemoji-colr-font/package.json'));
		GlobalFonts.register(readFileSync(join(folder, 'twemoji.woff2')), emoji.name);
	}
	return emoji.name;
}
