import { isQuotation } from '../lede.ts';
import { standsAlone } from '../needs.ts';
import { sharedWith, weightsOf } from '../point.ts';
import { openKeysOf } from '../sentences.ts';
import type { Read } from './read.ts';
import { atMost, flag, type Row, shareOf } from './row.ts';

/** The share of the text from which on its end begins, and sentences that are its last ones. */
const end = { share: 0.85, sentences: 4 };
/** What counts for the rank of a sentence before the lede. */
const beforeLede = 5;
const words = { brief: 10, long: 35 };
/** What the fixed rows have that matters here, too. */
const taken = [
	...['words', 'has quotation', 'reported', 'named', 'capitals', 'numbers', 'judges', 'claims'],
	...[
		'opens paragraph',
		'alone in paragraph',
		'weaker',
		'background',
		'colon',
		'dashes',
		'exclaims',
		'spoken',
	],
	...['has he', 'has they', 'has it', 'has this', 'has we', 'has i', 'has you', 'has but', 'has not'],
	...['has must', 'has would', 'has most', 'has was', 'has is', 'has more', 'has so', 'has instead'],
	...['has what', 'has still', 'joined by but', 'joined by so', 'opens with this', 'opens with the'],
	...[
		'behind question',
		'behind quotation',
		'behind brief',
		'behind but',
		'behind so',
		'behind this',
		'behind not',
	],
	...[
		'before question',
		'before quotation',
		'before brief',
		'before but',
		'before so',
		'before this',
		'before he',
	],
	...['before they', 'before it', 'before that', 'before i'],
	...['opens with name', 'opens with a', 'opens with what', 'opens with in', 'opens with then'],
];

/** Signs of a sentence that demands, judges or gives a reason. */
const demanding = ['judges', 'claims', 'has must', 'has would', 'has so'];

/** What tells how likely each sentence is the one that tells the point. `fixed` are its fixed rows. */
export function pointRows(read: Read, fixed: readonly Row[]): Row[] {
	const { all, kind, pack, alone, announced, picked, headline } = read;
	const wanted = weightsOf(read);
	const shares = all.map((one) => sharedWith(one, wanted, pack));
	const opens = all.map((one) => [...openKeysOf(one)]);
	const central = centralityOf(opens);
	const worth = alone.map((value) => (value === Number.NEGATIVE_INFINITY ? 0 : value));
	const byShare = ranksOf(shares.map(({ share }) => share));
	const [byWorth, byCentral] = [ranksOf(worth), ranksOf(central)];
	const first = all.findIndex(({ furniture }) => !furniture);
	const last = all.findLastIndex(({ furniture }) => !furniture);
	const isNews = kind === 'news' && !read.isComment;
	const asks = pack.asks?.(headline) === true;
	return all.map((one, index): Row => {
		const own = fixed[index] ?? {};
		const place = shareOf(index, all.length - 1);
		const open = opens[index] ?? [];
		const headed = open.filter((key) => announced.has(key)).length;
		const share = shares[index]?.share ?? 0;
		const says = flag(demanding.some((name) => (own[name] ?? 0) > 0));
		return {
			...Object.fromEntries(Object.entries(picked).map(([name, at]) => [name, flag(at === index)])),
			...Object.fromEntries(taken.map((name) => [name, own[name] ?? 0])),
			...ofNeeds(read, index),
			place,
			rank: one.rank === null ? beforeLede : Math.log1p(one.rank),
			'first of text': flag(index === first),
			'second of text': flag(index === first + 1),
			'third of text': flag(index === first + 2),
			last: flag(index === last),
			'near end': flag(last - index < end.sentences),
			'end share': Math.max(0, place - end.share),
			sentences: Math.log(all.length),
			news: flag(isNews),
			comment: flag(read.isComment),
			essay: flag(kind === 'essay'),
			talk: flag(kind === 'talk'),
			'place in news': isNews ? Math.log1p(index) : 0,
			'place in others': isNews ? 0 : Math.log1p(index),
			'headline share': share,
			'headline asks': flag(asks),
			'says what is asked': says * share * flag(asks),
			'says what is announced': isNews ? 0 : says * share,
			says,
			'headline count': atMost(shares[index]?.count ?? 0),
			'announced count': atMost(headed),
			'headline share of own': shareOf(headed, open.length),
			'by headline': byShare[index] ?? 0,
			worth: worth[index] ?? 0,
			'by worth': byWorth[index] ?? 0,
			central: central[index] ?? 0,
			'by central': byCentral[index] ?? 0,
			brief: flag(one.keys.length < words.brief),
			long: flag(one.keys.length > words.long),
			quoted: one.quoted,
			quotation: flag(isQuotation(one)),
			'judges or claims in others': isNews ? 0 : (own.judges ?? 0) + (own.claims ?? 0),
			question: flag(one.text.includes('?')),
		};
	});
}

function ofNeeds({ needs }: Read, index: number): Row {
	const need = needs[index];
	const isAlone = need !== undefined && standsAlone(need);
	return {
		'stands alone': flag(isAlone),
		'reads alone': flag(isAlone && !need.leansOnNothing && !need.opensBare && !need.weaker),
	};
}

/** How much each sentence has of the words that many sentences have, by the open words of each. */
function centralityOf(opens: readonly (readonly string[])[]): number[] {
	const counts = new Map<string, number>();
	for (const open of opens) for (const key of open) counts.set(key, (counts.get(key) ?? 0) + 1);
	return opens.map((open) => {
		const sum = open.reduce((total, key) => total + Math.log(counts.get(key) ?? 1), 0);
		return sum / Math.sqrt(Math.max(1, open.length));
	});
}

/** The logarithm of how many values are higher than each, and one. */
function ranksOf(values: readonly number[]): number[] {
	const sorted = values.toSorted((one, other) => other - one);
	const first = new Map<number, number>();
	for (const [at, value] of sorted.entries()) if (!first.has(value)) first.set(value, at);
	return values.map((value) => Math.log1p(first.get(value) ?? 0));
}
