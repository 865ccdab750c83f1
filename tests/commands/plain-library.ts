import type { Context } from '../../commands/shared/context.ts';
import { UserError } from '../../src/errors.ts';
import type { ArticleLine, Library, Utterance } from '../../src/library/library.ts';
import { noneOfMember, noneOfServer } from '../../src/stores/removal-statements.ts';

/** The other fields of an answer with quotations, where all of it was found and nothing was corrected. */
export const nothingElse = {
	total: 0,
	more: false,
	partly: [],
	corrected: [],
	former: [],
	speaker: null,
	several: [],
	about: null,
};

/** A library whose answers are given as plain data; what is not given is an empty library's answer. */
export function plainLibrary(answers: Partial<Library>): Library {
	const none = async () => {
		throw new UserError('There are no articles yet.');
	};
	return {
		edition: () => '',
		generation: () => '',
		article: none,
		brief: none,
		change: none,
		quotes: async () => ({ article: null, groups: [], ...nothingElse }),
		topics: async () => ({ topics: [], more: false }),
		articlesOn: none,
		topicMonths: async () => ({ months: [] }),
		speakers: async (_, page) => ({
			...{ article: null, total: 0, people: 0, more: false, page, pages: 1, speakers: [] },
		}),
		related: async () => ({ articles: [] }),
		alsoIn: async () => [],
		stories: async () => [],
		comments: none,
		search: none,
		ask: none,
		line: async () => null,
		latest: async () => [],
		added: async () => ({ lines: [], total: 0, more: false }),
		suggestArticles: async () => [],
		suggestSpeakers: async () => [],
		suggestTopics: async () => [],
		suggestAbout: async () => [],
		quotation: none,
		quotesLike: async () => [],
		status: async () => ({ articles: 0, quotes: 0, speakers: 0, comments: 0, broken: [], waiting: null }),
		...answers,
	};
}

/** Nobody here follows anything. */
export const follows: Context['follows'] = {
	follow: async () => {
		throw new UserError('Nothing can be followed here.');
	},
	list: async () => [],
	stop: async () => [],
};

/** Nothing was added here, and nothing can be. */
export const additions: Context['additions'] = {
	checkMayAdd: async () => {},
	add: async () => {
		throw new UserError('Nothing can be added here.');
	},
	refresh: async () => {
		throw new UserError('Nothing can be fetched here.');
	},
	remove: async () => {
		throw new UserError('Nothing can be removed here.');
	},
	list: async () => ({ additions: [], total: 0 }),
	of: async () => [],
	rules: async () => ({ who: 'embedders', role: null, daily: null, mostDaily: 20 }),
	setRules: async () => {},
};

const noFeeds = async () => {
	throw new UserError('There are no feeds here.');
};
/** No server here has feeds, and none can be added. */
export const feeds: Context['feeds'] = {
	add: noFeeds,
	find: noFeeds,
	change: noFeeds,
	remove: noFeeds,
	test: noFeeds,
	importList: noFeeds,
	list: async () => [],
	exportList: async () => null,
	now: async () => 0,
};

/** No thread here is a discussion. */
export const discussions: Context['discussions'] = {
	open: async () => {
		throw new UserError('No discussion can be opened here.');
	},
	close: async () => {
		throw new UserError('This is no discussion.');
	},
	lookedUp: async () => {},
};

/** In a server, by a member without special permissions, at a fixed moment. */
export function contextOf(library: Library): Context {
	return {
		library,
		corrections: null,
		pictures: {
			draw: async () => {
				throw new Error('Nothing is drawn here.');
			},
		},
		get digests(): never {
			throw new Error('There are no digests here.');
		},
		privacy,
		discussions,
		check(): never {
			throw new Error('There is nothing to check against here.');
		},
		follows,
		additions,
		feeds,
		place: {
			server: { id: '1', name: 'Readers of Ostwick' },
			channel: { id: '2' },
			article: null,
			member: { id: '3', name: 'Lena', mayManageServer: false },
			locale: 'en-GB',
			target: null,
		},
	};
}

export const line: ArticleLine = {
	id: 'ferry1',
	revision: '1',
	shelf: null,
	changedAt: null,
	headline: 'Ostwick Reopens Its Harbour Ferry After Six Years',
	site: 'Ostwick Courier',
	url: 'https://courier.example/ferry',
	at: '2031-05-03T09:30:00+02:00',
	atIs: 'published',
	counts: { paragraphs: 14, quotes: 6, speakers: 2, comments: 9 },
};

export function utterance(text: string, more: Partial<Utterance> = {}): Utterance {
	return {
		article: line,
		speaker: 'Ilse Brandt',
		role: 'mayor',
		cue: 'said',
		paragraph: 2,
		kind: 'quote',
		parts: [{ kind: 'said', text }],
		...more,
	};
}

/** Nothing is kept here of anybody. */
export const privacy: Context['privacy'] = {
	contact: null,
	page: null,
	forgetServer: async () => noneOfServer,
	forgetMember: async () => noneOfMember,
};
