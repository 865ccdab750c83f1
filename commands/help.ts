import type { Text } from '../src/card.ts';
import { place as placeOf } from '../src/cards/utterance.ts';
import { command } from './shared/context.ts';
import { rows } from './shared/controls.ts';
import { allArticles } from './shared/here.ts';

const what: readonly (readonly [name: string, does: string])[] = [
	['article', 'an article in brief: summary, who says what, topics'],
	['quotes', 'who said what, by speaker, by subject, in one article or in all'],
	['quote', 'one quotation to drop into the conversation: by its first words, its subject, or at random'],
	['search', 'articles, quotes and comments by their words, phrases and days'],
	['ask', 'the passage that answers a question, or that nothing here does; or ask me in a mention'],
	['compare', 'what two to four people said on a subject, side by side'],
	['check', 'whether that was really said; or Apps, Check quotes on a message; or mention me'],
	['speakers', 'who is quoted how much, when and on what'],
	['topics', 'what articles are about, related ones, and topics month by month'],
	['comments', 'what readers wrote: a sample, the newest, or the busiest threads'],
	['discuss open', 'a thread about an article that starts with questions out of it'],
	['follow speaker', 'be told when something new is said; with /follow topic, of new articles'],
	['library list', 'all articles, who added them, and files that could not be read'],
	['add link', 'an article by its address; with /add file and /add text, or Apps, Add article on a message'],
	['today', 'the articles that were added in the last day'],
	['correct list', 'quotes with a corrected speaker, or hidden, in this server; for those who manage it'],
	['feeds list', 'the feeds whose articles this server takes in, for those who manage it'],
	['digest show', 'the daily digest of this server, for those who manage it'],
	['privacy show', 'what I keep of you and of a server, and how to remove it'],
	['notify', 'turn pings of the digest on or off for you'],
];

/** Of these what direct messages do not have. */
const ofServers = new Set(['discuss open', 'correct list', 'feeds list', 'digest show', 'notify']);

/** Only where the owner has brought a language model. */
const explained = ['explain', 'a few sentences by a language model, each with its places'] as const;

export default command({
	name: 'help',
	description: 'What this bot can do',
	options: {},
	async run(_, { explainer, place: { server } }) {
		return {
			eyebrow: 'Help',
			title: 'Verbatim: who said what, word for word',
			tone: 'help',
			blocks: [
				{
					kind: 'text',
					text: [
						'Verbatim reads news articles with you. Words in quotation marks stand exactly like that in an article, under the name that the article gives. Where it is not clear who spoke, no name is shown.',
					],
				},
				{
					kind: 'list',
					items: [
						...what.filter(([name]) => server !== null || !ofServers.has(name)),
						...(explainer ? [explained] : []),
					].map(([name, does]): Text => [{ mark: 'command', name }, `: ${does}`]),
				},
				{
					kind: 'text',
					text: [
						{ mark: 'strong', text: placeOf({ paragraph: 11 }) },
						' is the twelfth paragraph of the article. Pick it in the menu of a card to read the text around it.',
					],
				},
				{
					kind: 'text',
					text: [
						'Without ',
						{ mark: 'code', text: 'article' },
						', /article and /comments take the latest article, /quotes and /topics all of them; in the thread or forum post of an article, commands with that field take that one, and /search still looks in all. Suggestions appear as you type. With ',
						{ mark: 'code', text: 'private:true' },
						' only you see the answer.',
					],
				},
			],
			origin: ['Verbatim does not read or keep your messages.'],
			actions: rows([
				{ label: 'Latest article', command: 'article', options: allArticles, style: 'primary' },
				{ label: 'Quotes', command: 'quotes', options: allArticles },
				{ label: 'Topics', command: 'topics', options: allArticles },
				{ label: 'Library', command: 'library list', options: {} },
			]),
		};
	},
});
