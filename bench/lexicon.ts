import { writeFileSync } from 'node:fs';
import nlp from 'compromise';

// Writes data/models/lexicon.json: first names by gender, places, peoples, nouns for people and verbs, out of the
// lexicon of compromise (MIT). Run it again when compromise's lexicon grows: `node bench/lexicon.ts`.

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
const lists = {
	source: 'lexicon of compromise, MIT licence',
	female: words('FemaleName').join('|'),
	male: words('MaleName').join('|'),
	either: words('FirstName').join('|'),
	places: [...words('Country'), ...words('City'), ...words('Region'), ...words('Place')].sort().join('|'),
	peoples: words('Demonym').join('|'),
	actors: words('Actor')
		.filter((word) => !word.includes(' '))
		.join('|'),
	past: words('PastTense')
		.filter((word) => !word.includes(' '))
		.join('|'),
	organizations: [...words('Organization'), ...words('SportsTeam')].sort().join('|'),
};
writeFileSync(
	new URL('../data/models/lexicon.json', import.meta.url),
	`${JSON.stringify(lists, null, '\t')}\n`,
);
