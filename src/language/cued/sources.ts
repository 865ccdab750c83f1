import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { CuedName } from './names.ts';
import type { CuedRules } from './rules.ts';

/** Words of the text that may name the speaker. Token numbers are half-open. */
export interface Source {
	kind: 'name' | 'pronoun' | 'description';
	first: number;
	after: number;
	name: CuedName | null;
	/** What a pronoun or a description shows. */
	gender: Gender | null;
	/** The noun of a description that names an office ("la ministre de la Mer" → "ministre"). */
	office: string | null;
	/** A preposition comes before it: it is no subject. */
	oblique: boolean;
}

/** How far a name may be behind the article of its phrase: "le président du conseil régional, Jean Dupont". */
const FARTHEST = 9;

/** All sources outside the marks of one paragraph, in order, none inside another; `starting` are its names. Linear. */
export function sourcesOf(
	paragraph: Paragraph,
	starting: ReadonlyMap<number, CuedName>,
	rules: CuedRules,
): Source[] {
	const { tokens, inside } = paragraph;
	const found: Source[] = [];
	for (let at = 0; at < tokens.length; ) {
		if (inside[at] !== -1) {
			at++;
			continue;
		}
		const source = sourceAt(paragraph, at, starting, rules);
		if (source) {
			const { lower = '' } = tokens[at - 1] ?? {};
			const before = rules.articles.has(lower) ? (tokens[at - 2]?.lower ?? '') : lower;
			const oblique = rules.prepositions.has(before) || isOfPhrase(paragraph, source, rules);
			found.push({ ...source, oblique });
		}
		at = source ? source.after : at + 1;
	}
	return found;
}

/** The name that begins at a token, also inside the marks: « Je reste, explique Jean Dupont. » */
export function nameInside(names: ReadonlyMap<number, CuedName>, at: number): Source | null {
	const name = names.get(at);
	return name ? { ...named(name, at, null), oblique: false } : null;
}

type Bare = Omit<Source, 'oblique'>;

/** Words of a phrase that are looked at before the name in it. */
const PHRASE = 6;

/** "preguntó a la emisora pública Radio Sur": the name belongs to a phrase that a preposition leads. */
function isOfPhrase({ tokens }: Paragraph, { kind, first, name }: Bare, rules: CuedRules): boolean {
	if (kind !== 'name' || rules.nounsHaveCapitals || name?.titleFirst !== first || name.first !== first)
		return false;
	for (let at = first - 1; at >= 0 && first - at <= PHRASE; at--) {
		const token = tokens[at];
		if (token?.kind !== 'word' || token.capital) return false;
		const { lower } = token;
		if (rules.articles.has(lower))
			return at < first - 1 && rules.prepositions.has(tokens[at - 1]?.lower ?? '');
		if (rules.prepositions.has(lower)) return at < first - 1;
		if (rules.fillers.has(lower) || rules.auxiliaries.has(lower) || rules.conjunctions.has(lower))
			return false;
		if (rules.officeOf(lower) !== null) return false;
	}
	return false;
}

function sourceAt(
	paragraph: Paragraph,
	at: number,
	starting: ReadonlyMap<number, CuedName>,
	rules: CuedRules,
): Bare | null {
	const token = paragraph.tokens[at];
	if (token?.kind !== 'word') return null;
	const name = starting.get(at);
	if (name) return named(name, at, null);
	const pronoun = rules.pronouns.get(token.lower);
	if (pronoun !== undefined)
		return { kind: 'pronoun', first: at, after: at + 1, name: null, gender: pronoun, office: null };
	const bare = rules.withoutElision(token.lower);
	const article = rules.articles.get(token.lower);
	if (article !== undefined) return described(paragraph, at, at + 1, article, starting, rules);
	if (bare !== token.lower || rules.articles.size === 0)
		return rules.officeOf(bare) ? described(paragraph, at, at, null, starting, rules) : null;
	return null;
}

const named = (name: CuedName, first: number, gender: Gender | null): Bare => ({
	kind: 'name',
	first,
	after: name.after,
	name,
	gender: name.gender ?? gender,
	office: null,
});

/** A phrase with an article: the name that it leads to, or the office that it names; null for anything else. */
function described(
	paragraph: Paragraph,
	first: number,
	from: number,
	article: Gender | null,
	starting: ReadonlyMap<number, CuedName>,
	rules: CuedRules,
): Bare | null {
	const { tokens, inside, words } = paragraph;
	let office: string | null = null;
	/** Where the description ends, if words follow that do not belong to it. */
	let end: number | null = null;
	let gender = article;
	let after = from;
	for (; after < tokens.length && after - from < FARTHEST; after++) {
		const token = tokens[after];
		if (!token || inside[after] !== -1) break;
		if (token.kind === 'mark') {
			// "la maire de Halden, Anna Kern," is one source; any other comma ends it.
			const next = token.text === ',' && office !== null ? starting.get(after + 1) : undefined;
			if (next && next.titleFirst === next.first) {
				next.proven = true;
				return named(next, first, gender);
			}
			break;
		}
		const name = starting.get(after);
		const bare = rules.withoutElision(token.lower);
		const oblique =
			rules.prepositions.has(tokens[after - 1]?.lower ?? '') ||
			isGenitive(tokens[after - 1]?.lower, rules, after - 1 > first);
		const isLed = office !== null || name?.titleFirst !== name?.first || (name?.proven && after - from < 2);
		if (name && isLed && !oblique) return named(name, first, gender);
		if (office === null && rules.bodies.has(bare)) return null;
		const isOffice = office === null ? rules.officeOf(bare) : null;
		if (isOffice) {
			office = bare;
			gender = isOffice.gender ?? gender;
			continue;
		}
		const isVerb = words.cueVerbs.has(token.lower) || rules.auxiliaries.has(token.lower);
		if (isVerb || rules.pronouns.has(token.lower)) break;
		// "la joueuse de 23 ans au micro" ends before "au"; a name may still follow: "l'adjoint aux travaux, Paul Garrec".
		const leaves = office !== null && rules.prepositions.has(token.lower) && !rules.ofWords.has(token.lower);
		if (leaves) end ??= after;
		const isArticle = rules.articles.has(token.lower);
		if (isArticle && office === null) break;
		if (rules.fillers.has(token.lower) && !isArticle && !rules.prepositions.has(token.lower)) end ??= after;
	}
	after = end ?? after;
	// "die Landrätin mit", from "teilte … mit".
	while (after > from && rules.prepositions.has(tokens[after - 1]?.lower ?? '')) after--;
	while (after > from && ['mark', undefined].includes(tokens[after - 1]?.kind)) after--;
	if (office === null || after === from) return null;
	return { kind: 'description', first, after, name: null, gender, office };
}

/** "die Sprecherin der Kanzlerin": a second article inside a phrase belongs to somebody else. */
const isGenitive = (lower: string | undefined, rules: CuedRules, later: boolean): boolean =>
	later && lower !== undefined && rules.articles.has(lower);
