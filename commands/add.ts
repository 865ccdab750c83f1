import { attachment, string } from '../src/command.ts';
import { addAndShow } from './shared/added-card.ts';
import { command } from './shared/context.ts';

const link = command({
	name: 'add link',
	description: 'Add the article at an address to the library of this server',
	options: {
		address: string<unknown, true>({
			description: 'The address of the page: https://…',
			required: true,
			maxLength: 2_000,
		}),
	},
	async run({ address }, context) {
		return addAndShow({ kind: 'link', address: address.trim() }, context);
	},
});

const file = command({
	name: 'add file',
	description: 'Add the article in a file to the library of this server',
	options: {
		file: attachment<true>({ description: 'A saved page, its text, or JSON; at most 10 MB', required: true }),
	},
	async run({ file: { name, url, size } }, context) {
		return addAndShow({ kind: 'file', name, url, size }, context);
	},
});

const text = command({
	name: 'add text',
	description: 'Add an article by its text to the library of this server',
	options: {
		headline: string<unknown, true>({ description: 'The headline', required: true, maxLength: 300 }),
		text: string<unknown, true>({
			description: 'The text, at most 6,000 characters; a longer one comes as a file',
			required: true,
			maxLength: 6_000,
		}),
	},
	async run({ headline, text: words }, context) {
		return addAndShow({ kind: 'text', headline, text: words }, context);
	},
});

export default [link, file, text];
