import { defaultSettings } from '../../src/digest/defaults.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { inventedRecord } from '../library/invented.ts';
import { harbour, library } from './under-test.ts';

export const feedAddress = 'https://post.example/feed';

const none = { take: [], leave: [] };
const noFilters = { topics: none, words: none, speakers: none };

/** Everything that a server and one of its members can leave behind in an archive. */
export async function leaveBehind(archive: Archive, server: string, member: string): Promise<void> {
	const links = archive.sources({ shelf: server, kind: 'link' });
	const state = { name: 'https://post.example/1', size: 1, modified: 1, sha256: null, reader: 'reader' };
	const changed = { ...harbour, paragraphs: [...(harbour.paragraphs ?? []), 'It closes.'], quotes: [] };
	await links.put([inventedRecord(harbour)], state);
	await links.put([inventedRecord(changed)], { ...state, modified: 2 });
	await links.fail({ ...state, name: 'https://post.example/2' }, 'There is no article.');
	await archive.put([inventedRecord(library)], server);
	const added = {
		name: state.name,
		kind: 'link',
		address: state.name,
		article: 'harbour',
		joined: false,
	} as const;
	await archive.additions.put(server, [{ ...added, member }]);
	await archive.additions.spend(server, member, { member: 9, server: 9 });
	await archive.additions.setRules(server, { who: 'role', role: '77', daily: 3 });
	const feed = {
		server,
		address: feedAddress,
		title: 'Post',
		site: null,
		addedBy: member,
		filters: noFilters,
	};
	await archive.feeds.subscribe(feed, 10);
	await archive.digests.putSettings({
		...{ server, channel: '5', time: '08:30', zone: 'UTC', ...defaultSettings, first: '2020-01-01' },
		...{ role: '77', roleSetBy: member, setBy: member },
	});
	await post(archive, server, 'daily', `message of ${server}`);
	await post(archive, server, 'daily/0', `post of ${server}`);
	await archive.threads.put(`post of ${server}`, 'harbour');
	const place = { server, channel: '5', article: 'harbour' };
	await archive.discussions.begin(place, { holder: 'one', leaseMs: 60_000, member });
	await archive.discussions.opened(place, 'one', `thread of ${server}`);
	await archive.discussions.count(`thread of ${server}`, { kind: 'speaker', of: 'Ada Quillon' });
	await archive.corrections.put(server, {
		...{
			article: 'library',
			key: '1',
			change: 'unnamed',
			speaker: null,
			words: 'Reading',
			was: null,
			member,
		},
	});
	const follow = { member, server, kind: 'topic', subject: 'Books', key: 'books', pace: 'daily' } as const;
	await archive.follows.put({ ...follow, target: 'direct', covered: 0 }, 9);
	await archive.follows.put({ ...follow, key: 'piers', target: `channel of ${server}`, covered: 0 }, 9);
	await archive.explanations.spend(server, 9);
	await archive.explanations.spend(`member ${member}`, 9);
}

async function post(archive: Archive, server: string, slot: string, message: string): Promise<void> {
	const key = { server, date: '2031-05-03', slot };
	await archive.digests.claim(key, { holder: 'one', leaseMs: 60_000, channel: '5', dueAt: 0 });
	const shown = ['harbour'];
	await archive.digests.settle(key, 'one', {
		state: 'posted',
		message,
		covered: { number: 1, at: 1 },
		shown,
	});
}
