import { readHtml } from '../../../../src/reading/html/page.ts';
import { commentSystems, forumSystems } from './render.ts';
import { threads, type Written } from './threads.ts';

const body = [
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued by the crew of a tug that lay beside it.',
	'The harbour master said that she had watched it from her office window with a cup of coffee in her hand, and that it went down like a stone.',
	'The owner of the line said that a valve had been left open after repairs in the yard, and that the ship would be raised within the week.',
	'Until then the islanders will have to take the mail boat, which sails twice a day and has room for twelve people and one cow.',
];

const page = (main: string) =>
	`<!DOCTYPE html><html lang="en"><head><title>Ferry sinks in Osk harbour</title></head><body><nav><a href="/">Home</a></nav>${main}<footer><a href="/imprint">Imprint</a></footer></body></html>`;

/** How many of the authors, times, texts and answered authors of a page were read right, and how many there are. */
export interface Score {
	readonly system: string;
	readonly right: number;
	readonly all: number;
	readonly wrong: readonly string[];
}

/** Reads two threads as each of ten systems renders them. */
export function scores(): Score[] {
	const articles = Object.entries(commentSystems).flatMap(([system, render]) =>
		threads.map((thread) => {
			const html = page(
				`<article><h1>Ferry sinks in Osk harbour</h1>${body.map((text) => `<p>${text}</p>`).join('')}</article>${render(thread)}`,
			);
			return scored(system, html, thread, null);
		}),
	);
	const forums = Object.entries(forumSystems).flatMap(([system, render]) =>
		threads.map((thread) => {
			const [first] = thread;
			// In a forum everybody answers the first post, unless they quote another.
			const html = page(`<h1>Ferry sinks in Osk harbour</h1><div class="thread">${render(thread)}</div>`);
			return scored(system, html, thread.slice(1), first ?? null, thread);
		}),
	);
	return [...articles, ...forums];
}

/** Systems that put an answer within what it answers. */
const nested = new Set(['WordPress', 'Disqus', 'microdata', 'JSON-LD', 'old Reddit']);

function below(thread: readonly Written[], to: number | null): Written[] {
	return thread.flatMap((one, at) => (one.to === to ? [one, ...below(thread, at)] : []));
}

function scored(
	system: string,
	html: string,
	wanted: readonly Written[],
	first: Written | null,
	whole = wanted,
): Score {
	const read = readHtml(html, system, null);
	const wrong: string[] = [];
	let right = 0;
	let all = 0;
	const check = (what: string, found: unknown, expected: unknown) => {
		all++;
		if (JSON.stringify(found) === JSON.stringify(expected)) right++;
		else wrong.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
	};
	if (first) {
		check('author of the first post', read.author, first.author);
		check('first post', read.paragraphs, first.text);
	} else check('article', read.paragraphs, body);
	const ordered = nested.has(system) ? below(wanted, null) : wanted;
	for (const [at, { author, text, to, time }] of ordered.entries()) {
		const found = read.comments[at];
		check(`author ${at}`, found?.author ?? null, author);
		check(`text ${at}`, found?.paragraphs ?? [], text);
		const answered = to === null || (first && to === 0) ? null : (whole[to]?.author ?? null);
		check(`answered by ${at}`, found?.replyTo ?? null, answered);
		// vBulletin writes the time for people only.
		if (system !== 'vBulletin') check(`time ${at}`, found?.time ?? null, time);
	}
	for (const extra of read.comments.slice(wanted.length)) check('no comment', extra.paragraphs, null);
	return { system, right, all, wrong };
}
