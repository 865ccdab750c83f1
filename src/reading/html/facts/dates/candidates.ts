import { attribute, textUpTo } from '../../tree.ts';
import type { Ground } from '../ground.ts';
import type { Head } from '../head.ts';
import type { Nearby } from '../near.ts';
import { isArticle, textOf } from '../structured.ts';
import { dayInAddress, dayOrTime, orderOf } from './days.ts';
import { type DayLine, dayLines } from './lines.ts';

/** Where a page's data say on which day its article was published, the surest first. */
export const publishedSources = [
	...['dataPublished', 'metaPublished', 'metaDate', 'itemPublished', 'otherPublished'],
] as const;
/** Where they say on which it was changed. */
export const modifiedSources = ['dataModified', 'metaModified', 'itemModified'] as const;
export const daySources = [...publishedSources, ...modifiedSources] as const;
export type DaySource = (typeof daySources)[number];

/** What a page says of one day. */
export interface DayCandidate {
	readonly day: string;
	/** As the data have it, with the time where they do. */
	readonly moments: ReadonlyMap<DaySource, string>;
	readonly lines: readonly DayLine[];
	/** How many `time` elements give it, and the number of the first of them; -1 for none. */
	readonly times: number;
	readonly firstTime: number;
	readonly isInAddress: boolean;
}

export interface Days {
	readonly candidates: readonly DayCandidate[];
	/** The first moment that each source says. */
	readonly said: ReadonlyMap<DaySource, string>;
	readonly address: string | null;
	readonly timeElements: number;
}

const publishedNames = [
	...['article:published_time', 'article:published', 'og:article:published_time', 'og:published_time'],
	...['og:pubdate', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate'],
	...['publish-date', 'publish_date', 'publication_date', 'published', 'published-date'],
	...['article:publish_date', 'publisheddate', 'published_at', 'citation_publication_date'],
	...['citation_online_date', 'article.published', 'cxenseparse:recs:publishtime', 'bt:pubdate'],
];
/** Names that are used for the day of publication and for others. */
const dateNames = [
	...['dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dcterms.date', 'dc.date'],
	...['date', 'datecreated', 'created', 'release_date', 'displaydate', 'last-updated'],
];
const updatedNames = [
	...['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified'],
	...['lastmod', 'article:modified', 'modified'],
];

/** More days than a page names for its article. */
const mostDays = 80;

/** Every day that a page names for its article, or for anything else near it. */
export function daysOf({ head, layout, language, host, address }: Ground, nearby: readonly Nearby[]): Days {
	const order = orderOf(language, host);
	const found = new Map<string, Draft>();
	const said = new Map<DaySource, string>();
	const draftOf = (day: string): Draft => {
		const known = found.get(day) ?? {
			...{ day, moments: new Map(), lines: [], times: 0, firstTime: -1, isInAddress: false },
		};
		found.set(day, known);
		return known;
	};
	const tell = (source: DaySource, written: readonly (string | null)[]) => {
		for (const one of written.slice(0, 8)) {
			const moment = one ? dayOrTime(one, order) : null;
			if (moment === null) continue;
			const { moments } = draftOf(moment.slice(0, 10));
			if (!moments.has(source)) moments.set(source, moment);
			if (!said.has(source)) said.set(source, moment);
		}
	};
	const metas = (names: readonly string[]) =>
		names.flatMap((name) => head.metas.get(name)?.slice(0, 2) ?? []);
	const articles = head.things.filter(isArticle);
	const others = head.things.filter((thing) => !isArticle(thing));
	tell(
		'dataPublished',
		articles.map((thing) => textOf(thing.datePublished)),
	);
	tell('metaPublished', metas(publishedNames));
	tell('metaDate', metas(dateNames));
	tell('itemPublished', itemsNamed(head, 'datePublished'));
	tell(
		'otherPublished',
		others.flatMap((thing) => textOf(thing.datePublished) ?? []),
	);
	tell(
		'dataModified',
		articles.map((thing) => textOf(thing.dateModified)),
	);
	tell('metaModified', metas(updatedNames));
	tell('itemModified', itemsNamed(head, 'dateModified'));
	for (const line of dayLines(nearby, layout, order)) draftOf(line.day).lines.push(line);
	let timeElements = 0;
	for (const element of head.marked) {
		const moment = element.tagName === 'time' ? attribute(element, 'datetime') : null;
		const day = moment ? dayOrTime(moment.slice(0, 100), order)?.slice(0, 10) : null;
		if (!day) continue;
		const draft = draftOf(day);
		if (draft.times++ === 0) draft.firstTime = timeElements;
		timeElements++;
	}
	const inAddress = dayInAddress(address);
	if (inAddress) draftOf(inAddress).isInAddress = true;
	return { candidates: [...found.values()].slice(0, mostDays), said, address, timeElements };
}

interface Draft extends DayCandidate {
	readonly moments: Map<DaySource, string>;
	readonly lines: DayLine[];
	times: number;
	firstTime: number;
	isInAddress: boolean;
}

function itemsNamed({ marked }: Head, name: string): (string | null)[] {
	return marked
		.filter((element) => attribute(element, 'itemprop')?.split(' ').includes(name))
		.map(
			(element) =>
				attribute(element, 'datetime') ??
				attribute(element, 'content') ??
				attribute(element, 'title') ??
				textUpTo(element, 100),
		);
}
