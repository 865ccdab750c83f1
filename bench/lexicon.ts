import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import nlp from 'compromise';
import { z } from 'zod';

// node bench/lexicon.ts NAMES TEXT…
// Writes data/models/lexicon.json: first names by gender, places, peoples, nouns for people and verbs, out of the
// lexicon of compromise (MIT), and first names from elsewhere in the world out of NAMES, the folder of an unpacked
// @faker-js/faker (MIT; `npm pack @faker-js/faker`). What the files TEXT have in lower case is a word and no name.

const [names, ...texts] = process.argv.slice(2);
if (!names || texts.length === 0) {
	console.error('usage: node bench/lexicon.ts NAMES TEXT…');
	process.exit(2);
}

/** Of these languages: compromise knows the names of the first, the others are jokes or planned languages. */
const unwanted: ReadonlySet<string> = new Set(['en', 'en_AU_ocker', 'eo']);
/** A word that the texts have in lower case at most so often is taken for a slip. */
const SELDOM = 3;

const model: unknown = nlp.model();
const tags: Record<string, Set<string>> = {};
for (const [word, tag] of lexiconEntries(model)) {
	for (const one of Array.isArray(tag) ? tag : [tag]) {
		tags[String(one)] ??= new Set();
		tags[String(one)]?.add(word);
	}
}

function lexiconEntries(model: unknown): [string, unknown][] {
	const one = typeof model === 'object' && model !== null && 'one' in model ? model.one : null;
	const lexicon = typeof one === 'object' && one !== null && 'lexicon' in one ? one.lexicon : null;
	if (typeof lexicon !== 'object' || lexicon === null) throw new TypeError('compromise has no lexicon');
	return Object.entries(lexicon);
}

const words = (tag: string) => [...(tags[tag] ?? [])].filter((word) => /^[\p{L}.'’ -]+$/u.test(word)).sort();
const joined = (tag: string) => words(tag).filter((word) => !word.includes(' '));
const places = [...words('Country'), ...words('City'), ...words('Region'), ...words('Place')].sort();
const organizations = [...words('Organization'), ...words('SportsTeam')].sort();

const known = new Set(['FemaleName', 'MaleName', 'FirstName'].flatMap(words));
const others = new Set(
	[...places, ...words('Demonym'), ...organizations, ...words('Actor'), ...words('PastTense')].flatMap(
		(one) => one.split(' '),
	),
);
const elsewhere = await namesElsewhere(names);
const lists = {
	source: 'lexicon of compromise, MIT licence; first names elsewhere of @faker-js/faker, MIT licence',
	female: words('FemaleName').join('|'),
	male: words('MaleName').join('|'),
	either: words('FirstName').join('|'),
	femaleElsewhere: elsewhere.female.join('|'),
	maleElsewhere: elsewhere.male.join('|'),
	places: places.join('|'),
	peoples: words('Demonym').join('|'),
	actors: joined('Actor').join('|'),
	past: joined('PastTense').join('|'),
	organizations: organizations.join('|'),
};
writeFileSync(
	new URL('../data/models/lexicon.json', import.meta.url),
	`${JSON.stringify(lists, null, '\t')}\n`,
);

/** First names of other languages than English, as they are written and without accents, by gender. */
async function namesElsewhere(folder: string) {
	const locale = z.object({
		person: z.object({
			first_name: z.object({ female: z.array(z.string()), male: z.array(z.string()) }).partial(),
		}),
	});
	const module: unknown = await import(pathToFileURL(join(resolve(folder), 'dist/index.js')).href);
	const { allLocales } = z.object({ allLocales: z.record(z.string(), z.unknown()) }).parse(module);
	const common = wordsOf(texts);
	const found = { female: new Set<string>(), male: new Set<string>() };
	for (const [tag, one] of Object.entries(allLocales)) {
		const parsed = locale.safeParse(one);
		if (unwanted.has(tag) || !parsed.success) continue;
		for (const gender of ['female', 'male'] as const) {
			for (const name of parsed.data.person.first_name[gender] ?? []) {
				for (const form of formsOf(name.toLowerCase())) {
					const isName = /^[\p{Script=Latin}’'-]{3,}$/u.test(form);
					const isWord = (common.get(form) ?? 0) > SELDOM || others.has(form);
					if (isName && !isWord && !known.has(form)) found[gender].add(form);
				}
			}
		}
	}
	return { female: [...found.female].sort(), male: [...found.male].sort() };
}

/** A name as it is written, and as an English paper writes it. */
function formsOf(name: string): string[] {
	return [
		name,
		name
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replace(/[ıđøł]/gu, (letter) => ({ ı: 'i', đ: 'd', ø: 'o', ł: 'l' })[letter] ?? letter),
	];
}

function wordsOf(paths: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const path of paths) {
		for (const [word] of readFileSync(path, 'utf8').matchAll(/(?<![\p{L}\\])\p{Ll}\p{L}+/gu))
			counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return counts;
}
