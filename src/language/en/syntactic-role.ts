import type { SyntacticRole, TokenClass } from '../mentions.ts';
import type { Token } from '../tokens.ts';

const APPOSITION = 24;

/** The part of what stands from `first` to `after`: a verb behind it makes a subject, an 's an owner. */
export function syntacticRoleOf(
	tokens: readonly Token[],
	classes: readonly TokenClass[],
	first: number,
	after: number,
): SyntacticRole {
	if (classes[after] === 'O') return 'owner';
	if (isVerb(tokens, classes, pastAdverbs(classes, after))) return 'subject';
	const mark = classes[after] ?? '$';
	if (mark === ',' || mark === '(' || mark === '-') {
		const closing = mark === '(' ? ')' : mark;
		for (let at = after + 1; at < after + APPOSITION && !'.;:?!^$'.includes(classes[at] ?? '$'); at++) {
			if (classes[at] !== closing) continue;
			if (isVerb(tokens, classes, pastAdverbs(classes, at + 1))) return 'subject';
		}
	}
	let before = first - 1;
	while ('DxHN0A'.includes(classes[before] ?? '$') && first - before < 6) before--;
	return 'IVSW'.includes(classes[before] ?? '$') ? 'object' : 'other';
}

function pastAdverbs(classes: readonly TokenClass[], from: number): number {
	let at = from;
	while (classes[at] === 'A') at++;
	return at;
}

/** Whether a token is a finite verb, or looks like one in the present tense ("plays down", "argues that"). */
function isVerb(tokens: readonly Token[], classes: readonly TokenClass[], at: number): boolean {
	const kind = classes[at] ?? '$';
	if ('SVWB'.includes(kind)) return true;
	return (
		kind === 'x' && /[^s]s$/u.test(tokens[at]?.lower ?? '') && 'DITOAPNRx'.includes(classes[at + 1] ?? '$')
	);
}
