import type { Action, Card, Filled, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import type { FilterKind, TestedForServer, TestedItem } from '../../src/sources/feeds/service.ts';

/** What would be taken in from a feed, and why not the rest. @param asked the options of the test. */
export function testedCard({ found, items, isOwn }: TestedForServer, asked: Filled): Card {
	const { title, ids, site } = found.feed;
	const taken = items.filter(({ outcome }) => outcome.kind === 'taken').length;
	const { feed: _feed, ...terms } = asked;
	const adding: Action = {
		label: 'Add this feed',
		command: 'feeds add',
		options: { address: found.address, ...terms },
		style: 'success',
		opens: 'new',
	};
	return {
		eyebrow: 'Test of a feed: nothing was added',
		title: shortLine(title ?? found.address, 150),
		url: site ?? found.address,
		tone: 'topics',
		blocks: [
			{
				kind: 'text',
				text:
					items.length === 0
						? ['The feed has no items just now.']
						: [
								{ mark: 'strong', text: `${taken} of the ${counted(items.length, 'newest item')}` },
								' would be taken in.',
							],
			},
			...(items.length === 0 ? [] : [{ kind: 'list', items: items.map(line) } as const]),
			{
				kind: 'note',
				text: [
					`The feed at `,
					{ mark: 'code', text: shortLine(found.address, 200) },
					` has ${counted(ids.length, 'item')}. ${isOwn ? 'This server has it.' : 'What is there when it is added is not taken in.'}`,
				],
			},
		],
		actions: [
			[...(isOwn ? [] : [adding]), { label: 'All feeds', command: 'feeds list', options: {}, opens: 'new' }],
		],
	};
}

function line({ headline, url, from, outcome }: TestedItem): Text {
	const name = headlineLink({ headline, url }, 100);
	switch (outcome.kind) {
		case 'taken':
			return [...name, ' · taken in, ', from === 'feed' ? 'with the text of the feed' : 'read from its page'];
		case 'left-out':
			return [...name, ' · left out: ', ...leftOut(outcome.by, outcome.term)];
		case 'unreadable':
			return [...name, ` · not read: ${shortLine(outcome.why, 160)}`];
		case 'not-looked':
			return [...name, ' · its page was not fetched for this test'];
	}
}

const names: Readonly<Record<FilterKind, { readonly none: string; readonly one: string }>> = {
	topics: { none: 'it has none of the topics', one: 'it has the topic ' },
	words: { none: 'it has none of the words', one: 'it has ' },
	speakers: { none: 'it quotes none of the speakers', one: 'it quotes ' },
};

function leftOut(by: FilterKind, term: string | null): Text {
	return term === null ? [names[by].none] : [names[by].one, { mark: 'strong', text: shortLine(term, 80) }];
}
