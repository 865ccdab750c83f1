import { attachment, string } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { addAndShow } from './shared/added-card.ts';
import { adderIn } from './shared/adder.ts';
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

const longest = { headline: 300, option: 6_000, form: 4_000 };

const text = command({
	name: 'add text',
	description: 'Add an article by its text: leave it out for a form that keeps its paragraphs',
	options: {
		headline: string<unknown>({ description: 'The headline', maxLength: longest.headline }),
		text: string<unknown>({
			description: 'The text of a short one, whose line ends Discord removes; a long one comes as a file',
			maxLength: longest.option,
		}),
	},
	form: {
		title: 'Add an article by its text',
		fields: {
			headline: { label: 'Headline', long: false, maxLength: longest.headline },
			text: {
				label: 'Text (longer than 4,000: /add file)',
				long: true,
				maxLength: longest.form,
			},
		},
	},
	beforeForm: ({ additions, place }) => additions.checkMayAdd(adderIn(place)),
	async run({ headline = '', text: words = '' }, context) {
		if (headline.trim() === '' || words.trim() === '')
			throw new UserError('An article needs a headline and a text: give both.');
		return addAndShow({ kind: 'text', headline, text: words }, context);
	},
});

export default [link, file, text];
