import { inMixedCase, isPersonName, isRole } from '../../dump/names.ts';
import { tidyLine } from '../../unseen.ts';
import type { Layout } from '../blocks/layout.ts';
import { attribute, type Element, textIn } from '../tree.ts';
import { firstOf, type Head } from './head.ts';
import { around, type Nearby, nearestBox } from './near.ts';
import { isArticle, isThing, listOf, type Thing, textOf, typesOf } from './structured.ts';

/** A name that could be an author's, and how much speaks for it. */
interface Candidate {
	readonly names: readonly string[];
	readonly score: number;
}

const metaNames = [
	...[
		'author',
		'article:author',
		'article:author_name',
		'sailthru.author',
		'parsely-author',
		'byl',
		'dc.creator',
	],
	...[
		'dcterms.creator',
		'citation_author',
		'cxenseparse:author',
		'og:article:author',
		'authors',
		'bt:author',
		'content_author',
	],
	...[
		'byline',
		'article.author',
		'lp.article:author',
		'analyticsattributes.author',
		'ga-byline',
		'rbauthors',
		'dc.contributor',
	],
];
const mostNames = 12;

/**
 * Who wrote an article: the byline near its headline, else the persons that the page's data name. Names of sites and
 * of accounts ("admin") are none. Empty where nothing names them.
 */
export function authorsOf(
	head: Head,
	layout: Layout,
	nearby: readonly Nearby[],
	headline: number,
	site: string | null,
): string[] {
	const candidates = [
		...fromThings(head),
		...fromMetas(head),
		...fromLines(nearby, layout),
		...fromElements(head, layout, headline),
	]
		.map(({ names, score }) => ({ names: cleaned(names, site), score }))
		.filter(({ names }) => names.length > 0)
		.map(({ names, score }) => ({
			names,
			score: score + (names.every(isPerson) ? 1 : 0) - (names.every(looksLikeAccount) ? 2 : 0),
		}));
	const [first] = candidates;
	if (!first) return [];
	// What several sources say is right more often.
	const support = ({ names }: Candidate) =>
		candidates.filter((other) => other.names.some((name) => names.some((own) => same(own, name)))).length;
	const best = candidates
		.map((candidate) => ({ candidate, total: candidate.score + Math.min(3, support(candidate) - 1) * 0.5 }))
		.reduce((a, b) => (b.total > a.total ? b : a));
	return best.total >= leastScore ? [...best.candidate.names] : [];
}

const leastScore = 2;

function fromThings({ things }: Head): Candidate[] {
	const byId = new Map(
		things.flatMap((thing) =>
			typeof thing['@id'] === 'string' && thing.name ? [[thing['@id'], thing] as const] : [],
		),
	);
	return things.filter(isArticle).flatMap((article): Candidate[] => {
		const names: string[] = [];
		let isPersons = true;
		for (const one of listOf(article.author ?? article.creator)) {
			const thing = isThing(one) ? (byId.get(String(one['@id'])) ?? one) : null;
			const name = thing ? listOf(thing.name).flatMap((name) => textOf(name) ?? []) : (textOf(one) ?? []);
			names.push(...[name].flat());
			if (thing && !isPersonThing(thing)) isPersons = false;
		}
		return names.length > 0 ? [{ names, score: isPersons ? 3 : 1 }] : [];
	});
}

const isPersonThing = (thing: Thing) =>
	!typesOf(thing).some((type) => /Organi[sz]ation|Corporation|Brand/u.test(type));

function fromMetas(head: Head): Candidate[] {
	const found: Candidate[] = metaNames.flatMap((name) => {
		const said = head.metas.get(name);
		return said ? [{ names: said.slice(0, mostNames), score: 2.4 }] : [];
	});
	for (const at of ['1', '2']) {
		const label = firstOf(head, `twitter:label${at}`);
		const data = firstOf(head, `twitter:data${at}`);
		if (label && data && /written by|author|by/iu.test(label)) found.push({ names: [data], score: 2.6 });
	}
	return found;
}

const byPattern =
	/^[-–—•·|●\s]*(?:(?:written|posted|published|authored|reported|reviewed and written|words|story|text|article|a blog|recipe)(?: and \w+)? by|by|author|authors|von|par|por|di|door|av|af|written by|posted by|автор)\b\s*:?\s*(?=\S)/iu;
const byAlone = /^(?:by|written by|posted by|author|authors|published by|words by|von|par|por)\s*:?$/iu;
const notAuthors =
	/\b(?:medically |fact.?|expert )?(?:reviewed|checked|edited|photograph\w*|photos?|images?|illustrat\w*|translated|sponsored|powered|presented|designed) by\b/iu;
const authorWords =
	/\b(?:author|authors|byline|bylines|creator|writer|contributor|contributors|vcard)\b|author(?:name)?/;
/** What is said of an author, and not the name. */
const aboutAuthor = /\bauthor (?:description|desc|bio|biography|about|title|role|job|position)\b/;
const longestName = 140;

/** "Written byAnn Lee", as texts of two elements come together. */
const apart = (text: string) =>
	text.replace(/^((?:(?:Written|Posted|Published|Words) )?[Bb]y)(?=\p{Lu}\p{Ll})/u, '$1 ');
/** "Dec 17, 2025Ann Lee", "17 December 2025 · Ann Lee". */
const dayBefore = /^(?:\p{L}{3,9}\.? \d{1,2},? |\d{1,2} \p{L}{3,9}\.?,? )20\d{2}\s*[·|•,–-]?\s*(?=\p{Lu})/u;

function fromLines(nearby: readonly Nearby[], { blocks }: Layout): Candidate[] {
	const found: Candidate[] = [];
	for (const [index, { block, from, words, isElsewhere, at }] of nearby.entries()) {
		const text = apart(block.text);
		if (text.length > longestName || notAuthors.test(text)) continue;
		const far = Math.abs(from) / (from < 0 ? 5 : 12) + (isElsewhere ? 2 : 0);
		const by = byPattern.exec(text);
		const isMarked = authorWords.test(words) && !aboutAuthor.test(words);
		if (by && by[0].length < text.length) {
			found.push({ names: namesIn(text.slice(by[0].length)), score: 4 + (isMarked ? 0.7 : 0) - far });
		} else if (byAlone.test(blocks[at - 1]?.text ?? '')) {
			const names = namesIn(text);
			if (names.every(looksLikeName)) found.push({ names, score: 4 + (isMarked ? 0.5 : 0) - far });
		} else {
			const within = /(?:^|[·|•●,–-]|\d{4})\s*(?:by|written by|posted by)\s+(\p{Lu}[^·|•●\d]{2,60})/u.exec(
				text,
			);
			if (within?.[1]) found.push({ names: namesIn(within[1]), score: 3.6 - far });
			else if (from > -3 && from < 14 && text.length < 60) {
				const names = namesIn(isMarked ? text.replace(dayBefore, '') : text);
				if (names.length > 0 && names.every(isPerson)) {
					// Between the headline and a date or a role.
					const isByline =
						from > 0 &&
						from < 5 &&
						(/\d{4}/u.test(text) ||
							isBelowName(blocks[at + 1]?.text ?? '') ||
							aboutAuthor.test(nearby[index + 1]?.words ?? ''));
					found.push({ names, score: (isMarked ? 3 : isByline ? 2.2 : 0.4) - far });
				}
			}
		}
	}
	return found;
}

function fromElements({ marked }: Head, layout: Layout, headline: number): Candidate[] {
	const boxOf = new Map(layout.boxes.map((box, at) => [box.element, at]));
	const found: Candidate[] = [];
	let order = 0;
	for (const element of marked) {
		const text = apart(tidyLine(textIn(element).slice(0, 600)));
		if (text === '' || text.length > longestName || notAuthors.test(text)) continue;
		const kind = kindOf(element);
		if (kind === 0) continue;
		const box = nearestBox(element, boxOf);
		const { isElsewhere } = around(layout, box);
		const at = layout.boxes[box]?.first ?? 0;
		const isFar = headline >= 0 && (at < headline - 6 || at > headline + 40);
		const by = byPattern.exec(text);
		const names = namesIn(by ? text.slice(by[0].length) : text.replace(dayBefore, ''));
		if (!names.every(looksLikeName)) continue;
		found.push({
			names,
			score: kind - (isElsewhere ? 1.5 : 0) - (isFar ? 0.8 : 0) - Math.min(1, order++ * 0.05),
		});
	}
	return found;
}

function kindOf(element: Element): number {
	const property = attribute(element, 'itemprop') ?? '';
	const relation = attribute(element, 'rel') ?? '';
	const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'data-testid') ?? ''}`;
	if (/\b(?:author|creator)\b/u.test(property)) return 3;
	if (/\bauthor\b/u.test(relation)) return 3;
	if (aboutAuthor.test(names.replace(/[-_]+/gu, ' ').toLowerCase())) return 0;
	if (
		/author[-_]*(?:name|link)|(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])|vcard|authorname|byline__|article__author/iu.test(
			names,
		)
	)
		return /avatar|image|img|bio|desc|social|box|list|card|popup|wrapper/iu.test(names) ? 1.6 : 2.8;
	const address = attribute(element, 'href') ?? '';
	return /\/(?:authors?|contributors?|writers?|by)\//iu.test(address)
		? 2.6
		: /\/(?:people|staff|profile)\//iu.test(address)
			? 1.6
			: 0;
}

const between = /\s*(?:,?\s+(?:and|und|et|y|e|en|og|och|&)\s+|[,;|/]\s+(?=\S)|\s[·⋅•●|–—-]\s|\t)\s*/u;
/** What is behind a name and is none: a date, a role, a place, a reading time. */
const tail =
	/\s*(?:[|·⋅•●]|\s[–—-]\s|(?:\bon\b|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bis\b|\bfor\b|\bin\b|\bat\b|\bfrom\b)\s|\(|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}[/. ]).*$/iu;
const degree =
	/^(?:m\.?d\.?|ph\.?d\.?|r\.?d\.?n?\.?|mba|jr\.?|sr\.?|rn|ms|ma|bs|cpa|cfp®?|esq\.?|dds|facs|faclm|e-ryt.*|cscs)$/iu;

/** The names in what stands behind "by": "Ann Lee and Bo Dahl, science editors" is two. */
function namesIn(written: string): string[] {
	const text = tidyLine(written.replace(tail, '')).replace(/[,:;]+$/u, '');
	const parts = text.split(between).map((part) => part.replace(/^(?:by|and|with)\s+/iu, '').trim());
	const names: string[] = [];
	for (const part of parts) {
		if (part === '' || part.length > 60 || part.split(' ').length > 7) continue;
		if (degree.test(part) && names.length > 0) names[names.length - 1] += `, ${part}`;
		else if (names.length === 0 || isPerson(part) || isTeam(part)) names.push(part);
	}
	return names.slice(0, mostNames);
}

const isBelowName = (text: string) =>
	text.length < 80 && (isRole(text) || (/\b(?:19|20)\d{2}\b/u.test(text) && /\p{L}{3}/u.test(text)));
const isTeam = (name: string) => /\b(?:team|staff|editors?|newsdesk|desk)\b/iu.test(name);
const group =
	/\b(?:forum|team|magazine|blog|news|newsroom|staff|editors?|institute|university|college|foundation|inc|llc|ltd|gmbh|group|agency|media|network|society|association|council|company|services?|solutions|consulting|studios?|school|academy|club|lab|labs|experts?|journalism)\b/iu;
const isPerson = (name: string) => isPersonName(name.replace(/,.*$/u, '')) && !group.test(name);
/** A person, a team, or one word that may be somebody's name: "Ada", "ada_lee". */
const looksLikeName = (name: string) => isPerson(name) || isTeam(name) || !/\s/u.test(name.trim());
const looksLikeAccount = (name: string) => /^[\p{Ll}\d._-]+$/u.test(name) || /\d{2}/u.test(name);
const noAuthor =
	/^(?:(?:written |posted |published )?by|select page|admin\w*|administrator|editor|editors|author|authors|guest|user|webmaster|root|test|unknown|anonymous|null|undefined|none|staff|wordpress|home|contact|about|share|follow|view all posts|see all|read more|more|login|date|posted|published|updated|profile|bio|name)$|https?:|www\.|@|\{\{|page\.|\.(?:com|org|net)$|^\W*$|\bread\b.*\bmin/iu;

function cleaned(names: readonly string[], site: string | null): string[] {
	const found: string[] = [];
	const own = site === null ? null : letters(site);
	for (const written of names.flatMap((name) => (/[,;&]| and /u.test(name) ? namesIn(name) : [name]))) {
		const name = inMixedCase(
			tidyLine(written)
				.replace(/^(?:(?:by|von|author:|written by)\s+|by(?=\p{Lu}))/u, '')
				.replace(/[,.;:|]+$/u, (end) => (end === '.' && /\b\p{Lu}\.$|[A-Z]\.$/u.test(written) ? '.' : '')),
		);
		if (name.length < 2 || name.length > 80 || noAuthor.test(name) || !/\p{L}/u.test(name)) continue;
		// A person's own site may have the person's name.
		if (own !== null && letters(name) === own && !isPersonName(name) && !isCamelCase(name, site)) continue;
		if (!found.some((one) => same(one, name))) found.push(name);
	}
	return found.slice(0, mostNames);
}

/** "AnnLee" on the site of Ann Lee. */
const isCamelCase = (name: string, site: string | null) =>
	isPerson(site ?? '') && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(name);

function same(one: string, other: string): boolean {
	const [a, b] = [letters(one), letters(other)];
	return a === b || (a.length > 5 && b.length > 5 && (a.includes(b) || b.includes(a)));
}

function letters(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');
}
