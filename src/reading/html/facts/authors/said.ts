import { firstOf, type Head } from '../head.ts';
import { isArticle, isComment, isThing, listOf, type Thing, textOf, typesOf } from '../structured.ts';
import { mostNames } from './names.ts';

/** Where names stand for authors on a page. */
export const authorSources = [
	...['dataPerson', 'dataGroup', 'dataOther', 'meta', 'metaOther', 'card'],
	...['byLine', 'underBy', 'inLine', 'bareLine', 'endLine', 'itemprop', 'rel', 'class', 'box', 'address'],
] as const;
export type AuthorSource = (typeof authorSources)[number];

/** Names as one place of a page has them. */
export interface Found {
	readonly source: AuthorSource;
	readonly names: readonly string[];
	/** Blocks below the headline, negative above; null where it is no place of the text. */
	readonly from: number | null;
	readonly isElsewhere: boolean;
	/** Its element is named for authors. */
	readonly isMarked: boolean;
	/** A date or a role stands below it. */
	readonly isBesideDate: boolean;
	/** Number among the places of this source. */
	readonly order: number;
}

const plainMetas = [
	'author',
	'article:author',
	'article:author_name',
	'sailthru.author',
	'parsely-author',
	'byl',
];
const otherMetas = [
	...['dc.creator', 'dcterms.creator', 'citation_author', 'cxenseparse:author', 'og:article:author'],
	...['authors', 'bt:author', 'content_author', 'byline', 'article.author', 'lp.article:author', 'creator'],
	...['analyticsattributes.author', 'ga-byline', 'rbauthors', 'dc.contributor', 'og:author'],
];

/** The names that a page's data for machines give. */
export function saidAuthors(head: Head): Found[] {
	return [...fromThings(head), ...fromMetas(head)];
}

const told = { from: null, isElsewhere: false, isMarked: false, isBesideDate: false } as const;

function fromThings({ things }: Head): Found[] {
	const byId = new Map(
		things.flatMap((thing) =>
			typeof thing['@id'] === 'string' && thing.name ? [[thing['@id'], thing] as const] : [],
		),
	);
	let order = 0;
	return things.flatMap((one): Found[] => {
		if (isComment(one)) return [];
		const names: string[] = [];
		let isPersons = true;
		for (const author of listOf(one.author ?? one.creator)) {
			const thing = isThing(author) ? (byId.get(String(author['@id'])) ?? author) : null;
			const name = thing ? listOf(thing.name).flatMap((name) => textOf(name) ?? []) : (textOf(author) ?? []);
			names.push(...[name].flat());
			if (thing && !isPersonThing(thing)) isPersons = false;
		}
		if (names.length === 0) return [];
		const source = isArticle(one) ? (isPersons ? 'dataPerson' : 'dataGroup') : 'dataOther';
		return [{ ...told, source, names: names.slice(0, mostNames), order: order++ }];
	});
}

const isPersonThing = (thing: Thing) =>
	!typesOf(thing).some((type) => /Organi[sz]ation|Corporation|Brand/u.test(type));

function fromMetas(head: Head): Found[] {
	const found = (names: readonly string[], source: AuthorSource) =>
		names.flatMap((name, order): Found[] => {
			const said = head.metas.get(name);
			return said ? [{ ...told, source, names: said.slice(0, mostNames), order }] : [];
		});
	const cards = ['1', '2'].flatMap((at, order): Found[] => {
		const label = firstOf(head, `twitter:label${at}`);
		const data = firstOf(head, `twitter:data${at}`);
		return label && data && /written by|author|by/iu.test(label)
			? [{ ...told, source: 'card', names: [data], order }]
			: [];
	});
	return [...found(plainMetas, 'meta'), ...found(otherMetas, 'metaOther'), ...cards];
}
