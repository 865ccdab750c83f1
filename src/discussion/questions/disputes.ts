import type { LanguagePack } from '../../language/pack.ts';
import type { ShownComment } from '../../library/library.ts';
import { matterOf, type Statement, statementsOf } from './matter.ts';
import type { Material, Question } from './question.ts';

/** Comments that are looked at, and what each may take. */
const most = { comments: 200, characters: 500 };
const shortest = 20;
/** A comment is about a statement if it shares two content words with it, or one and names its speaker. */
const least = 2;

/** What readers dispute: first what was said in the article, then what another reader wrote. */
export function disputes({ utterances, comments }: Material, pack: LanguagePack): readonly Question[] {
	const statements = statementsOf(utterances, pack);
	const fit = comments.slice(0, most.comments).filter(({ text }) => isFit(text));
	const disputing = fit.filter(({ text }) => pack.discussion?.disputes(text));
	const [disputed] = disputing
		.map((comment) => ({ comment, ...nearest(comment.text, statements, pack) }))
		.filter(({ worth }) => worth >= least)
		.sort((a, b) => b.worth - a.worth);
	// A reply that says "not" mostly answers no; elsewhere that says little.
	const replies = fit.filter(
		(one) => disputing.includes(one) || (one.answers?.text != null && answersNo(one.text, pack)),
	);
	return [
		...(disputed?.statement
			? [{ kind: 'disputed', said: disputed.statement.utterance, comment: disputed.comment } as const]
			: []),
		...betweenReaders(fit, replies, disputed?.comment ?? null),
	];
}

/** A question back answers neither yes nor no. */
function answersNo(text: string, { mannerOfComment }: LanguagePack): boolean {
	return !text.includes('?') && mannerOfComment(text) === 'objects';
}

/** The first comment with a reply that disputes it. */
function betweenReaders(
	fit: readonly ShownComment[],
	replies: readonly ShownComment[],
	used: ShownComment | null,
): readonly Question[] {
	for (const reply of replies) {
		if (reply === used || reply.answers?.text == null) continue;
		const comment = fit.find(({ text, author }) => text === reply.answers?.text && author !== reply.author);
		if (comment && comment !== used) return [{ kind: 'readers', comment, reply }];
	}
	return [];
}

/** The statement that a comment is about. */
function nearest(
	text: string,
	statements: readonly Statement[],
	pack: LanguagePack,
): { readonly statement: Statement | null; readonly worth: number } {
	const matter = matterOf(text, pack, pack.discussion?.lightWords);
	let best: { statement: Statement | null; worth: number } = { statement: null, worth: 0 };
	for (const statement of statements) {
		const surname = statement.speaker.split(/\s+/u).at(-1) ?? '';
		const shared = [...statement.matter.keys()].filter((stem) => matter.has(stem)).length;
		const worth = shared === 0 ? 0 : shared + (surname.length > 2 && text.includes(surname) ? 1.5 : 0);
		if (worth > best.worth) best = { statement, worth };
	}
	return best;
}

function isFit(text: string): boolean {
	return text.length >= shortest && text.length <= most.characters;
}
