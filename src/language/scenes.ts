import type { Scene } from './mentions.ts';
import type { Name } from './names.ts';
import type { SpeakerRules } from './pack.ts';
import { readParagraphs } from './page.ts';
import { joinPeople, type People } from './people.ts';
import type { Person } from './person.ts';
import type { Stage } from './stage.ts';
import type { Words } from './words.ts';

/** Reads an article as far as the finders of speakers need it. Linear. */
export function setStage(paragraphs: readonly string[], words: Words, speakers: SpeakerRules): Stage {
	const page = readParagraphs(paragraphs, words);
	const names = speakers.settleNames(page, page.map(speakers.namesOf));
	const people = joinPeople(names.flat(), words);
	const personOf = (name: Name): Person | null => people.of.get(name) ?? null;
	const scenes = page.map((paragraph, index) => {
		const classes = speakers.classesOf(paragraph);
		const own = names[index] ?? [];
		return {
			paragraph,
			classes,
			names: own,
			mentions: speakers.mentionsOf(paragraph, classes, own, personOf),
		};
	});
	demoteWords(people, scenes);
	return { words, scenes, people, personOf };
}

/** A word that only ever starts sentences, with no verb of speech beside it, is hardly a name. */
function demoteWords(people: People, scenes: readonly Scene[]): void {
	for (const { mentions } of scenes) {
		for (const { person, side } of mentions) {
			if (person && (side === 'after' || side === 'apposition' || side === 'before')) person.speaks = true;
		}
	}
	for (const person of people.all) {
		if (person.kind !== 'unknown' || person.words.length > 1 || person.speaks) continue;
		if (person.names.every((name) => name.starts)) person.kind = 'word';
	}
}
