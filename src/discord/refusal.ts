import type { Card } from '../card.ts';
import type { Sentence, SetOff, Way } from '../errors.ts';

/** A first part that is longer than this is not used as a title. */
const longestTitle = 90;
/** Where the first part of the sentence ends: "No digest yet: set one up with /digest set." */
const partEnd = /[.:;](?=\s|$)|\?(?=\s)/u;

/** What was wrong, as the title, and what to do, below it: in words, and as buttons where a command may help. */
export function refusal(sentence: Sentence, ways: readonly Way[] = []): Card {
	const card = cardOf(sentence);
	return ways.length === 0 ? card : { ...card, actions: [ways] };
}

function cardOf(sentence: Sentence): Card {
	let before = '';
	for (const [at, part] of sentence.entries()) {
		if (typeof part === 'string') {
			const end = partEnd.exec(part);
			if (end !== null) {
				const title = before + part.slice(0, end.index) + (end[0] === '?' ? '?' : '');
				const rest = capitalised([part.slice(end.index + 1).trimStart(), ...sentence.slice(at + 1)]);
				return title.length > longestTitle ? whole(sentence) : card(title, rest);
			}
			before += part;
		} else {
			before += part.text;
		}
	}
	return before.length > longestTitle ? whole(sentence) : card(before, []);
}

function whole(sentence: Sentence): Card {
	return card('That is not possible', sentence);
}

function card(title: string, text: Sentence): Card {
	const isEmpty = text.every((part) => part === '');
	return { title, tone: 'trouble', blocks: isEmpty ? [] : [{ kind: 'text', text }] };
}

function capitalised([first = '', ...others]: Sentence): readonly (string | SetOff)[] {
	// A command's name stays as it is typed.
	return [
		typeof first === 'string' ? first.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : first,
		...others,
	];
}
