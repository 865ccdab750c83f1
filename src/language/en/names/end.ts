import type { Paragraph } from '../../page.ts';
import type { Token } from '../../tokens.ts';
import { cueVerbs } from '../lexicon/cues.ts';
import { firstNameGender, pastVerbs } from '../lexicon/lists.ts';
import { bodies, honorifics, offices } from '../lexicon/titles.ts';
import { isWeekday } from '../lexicon/weekdays.ts';
import { functionWords, particles } from '../lexicon/words.ts';
import { isWordySurname } from './closed-class.ts';
import { isApostrophe, isInitial, isNamelike, isSuffix } from './namelike.ts';

/** Tokens of a name. */
const mostTokens = 8;

/** Nouns for bodies that may be for several things: "Department of Health and Human Services". */
const officesOf = new Set(
	'union department ministry bureau office committee commission board council federation'.split(' '),
);
/** Nouns for bodies after which "of" goes on with the name. */
const bodiesOf = new Set([
	...officesOf,
	...'university college institute bank house society association court church museum library league academy'.split(
		' ',
	),
]);

/** Tokens of a nickname, its marks among them. */
const mostOfNickname = 4;

/** In a headline a name ends before the verb, and after a first name and a surname. */
export function headlineEnd(tokens: readonly Token[], first: number, after: number): number {
	for (let at = first + 1; at < after; at++) {
		const lower = tokens[at]?.lower ?? '';
		if (cueVerbs.has(lower) || pastVerbs.has(lower)) return at;
	}
	return firstNameGender(tokens[first]?.lower ?? '') ? Math.min(after, first + 2) : after;
}

/** Where the name that begins at a token ends: the first token behind it. */
export function runEnd({ tokens, inside, inTitle, bounds }: Paragraph, first: number): number {
	/** Where the "of" stands that joins to a body what it is for, or -1. */
	let bodyOf = -1;
	let at = first + 1;
	while (at < tokens.length && at - first < mostTokens) {
		const token = tokens[at];
		if (!token) break;
		if (inside[at] !== inside[first] && pastNickname(at) === at) break;
		// "Board of Trade President Ada Venn": behind the body a person begins.
		if (bodyOf >= 0 && at > bodyOf + 1 && startsPerson(token)) break;
		if (
			isNamelike(token) &&
			inside[at] === inside[first] &&
			(!functionWords.has(token.lower) || isInitial(token)) &&
			!isWeekday(token.lower)
		) {
			at++;
			continue;
		}
		if (token.capital && functionWords.has(token.lower) && !tokens[at + 1]?.capital && !inTitle) {
			if (isWordySurname(token, tokens[at - 1])) at++;
			break;
		}
		if (particles.has(token.lower) && token.kind === 'word') {
			let beyond = at + 1;
			while (beyond < tokens.length && particles.has(tokens[beyond]?.lower ?? '') && beyond - at < 3)
				beyond++;
			const next = tokens[beyond];
			if (next && isNamelike(next) && inside[beyond] === inside[first] && !functionWords.has(next.lower)) {
				at = beyond + 1;
				continue;
			}
			break;
		}
		if (ownsBody(at)) {
			at += 2;
			continue;
		}
		if (joinsBody(at)) {
			if (bodyOf < 0) bodyOf = at;
			at += 2;
			continue;
		}
		const beyond = pastNickname(at);
		if (beyond > at) {
			at = beyond + 1;
			continue;
		}
		if (token.text === ',' && isSuffix(tokens[at + 1])) {
			at += 2;
			break;
		}
		break;
	}
	return at;

	/** "Fishers’ Guild": those whose body it is, before the noun for it. */
	function ownsBody(at: number): boolean {
		const [owner, mark] = [tokens[at - 1], tokens[at]];
		if (at - 1 !== first || !owner || !isApostrophe(mark?.text) || owner.end !== mark?.start) return false;
		if (!owner.lower.endsWith('s') || inside[at + 1] !== inside[first] || firstNameGender(owner.lower))
			return false;
		return (
			tokens.slice(at + 1, at + 4).find(({ capital, lower }) => !capital || bodies.has(lower))?.capital ===
			true
		);
	}

	/** "Bank of Ellery": what a body is of belongs to its name. */
	function joinsBody(at: number): boolean {
		const lower = tokens[at]?.lower ?? '';
		const next = tokens[at + 1];
		if (!next || !isNamelike(next) || functionWords.has(next.lower) || inside[at + 1] !== inside[first])
			return false;
		if (lower === 'of') return bodiesOf.has(tokens[at - 1]?.lower ?? '');
		return (
			lower === 'and' && bodyOf > 0 && officesOf.has(tokens[bodyOf - 1]?.lower ?? '') && !startsPerson(next)
		);
	}

	/** 'Ada "Minnow" Venn': the surname behind a nickname in marks, or `at` where none stands. */
	function pastNickname(at: number): number {
		const span = bounds[inside[at] ?? -1];
		if (inside[first] !== -1 || span?.first !== at || span.after - at > mostOfNickname) return at;
		const next = tokens[span.after];
		const isSurname = next && isNamelike(next) && inside[span.after] === -1 && !functionWords.has(next.lower);
		return isSurname ? span.after : at;
	}
}

/** A first name, or a title that is before one. */
function startsPerson({ lower }: Token): boolean {
	const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
	return firstNameGender(lower) !== null || honorifics.has(bare) || offices.has(bare);
}
