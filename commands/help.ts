import type { Text } from '../src/card.ts';
import { command } from './shared/context.ts';

const what: readonly (readonly [name: string, does: string])[] = [
	['article', 'one article in brief: a summary in its own words, who says what, topics'],
	['quotes', 'who said what, word for word, with the place; by speaker, by subject, or in all articles'],
	['topics', 'what the articles are about, and which ones are about the same'],
	['comments', 'what readers wrote: a fair sample, the newest, or the busiest threads'],
	['library', 'which articles I hold, and which files I could not read'],
	['today', 'the articles that were added in the last day'],
	['notify', 'turn pings of this server’s daily digest on or off; managers set it up with /digest set'],
];

export default command({
	name: 'help',
	description: 'What this bot can do, in one card',
	options: {},
	async run() {
		return {
			eyebrow: 'Help',
			title: 'Verbatim: who said what, word for word',
			tone: 'help',
			blocks: [
				{
					kind: 'text',
					text: [
						'I read news articles with you. Whatever I put in quotation marks stands word for word in an article I hold, under the name of the one who said it, with the paragraph it stands in (¶).',
					],
				},
				{
					kind: 'list',
					items: what.map(([name, does]): Text => [{ mark: 'command', name }, ` ${does}`]),
				},
				{
					kind: 'note',
					text: [
						'Without an article, /article and /comments take the latest one, /quotes and /topics go through all. Start typing in an option and I offer what I have. With ',
						{ mark: 'code', text: 'private:true' },
						' only you see the answer.',
					],
				},
			],
			origin: ['I ask for no message content and keep nothing of what you write.'],
			actions: [
				[
					{ label: 'The latest article', command: 'article', options: {}, style: 'primary' },
					{ label: 'Who was quoted', command: 'quotes', options: {} },
					{ label: 'All topics', command: 'topics', options: {} },
					{ label: 'What I hold', command: 'library', options: {} },
				],
			],
		};
	},
});
