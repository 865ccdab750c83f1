import {
	type Client,
	Events,
	type Interaction,
	type RESTPostAPIApplicationCommandsJSONBody,
	Routes,
} from 'discord.js';
import type { Rehearsal } from '../../src/api.ts';
import { gallery } from './gallery.ts';

const speakers = ['Marit Solheim', 'Ove Lind', 'Ada Berg', 'Åse Nygård'];

const commands: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
	{
		name: 'quotes',
		description: 'Who said what, word for word',
		options: [
			{ type: 3, name: 'speaker', description: 'Who said it', autocomplete: true },
			{ type: 4, name: 'page', description: 'Which page', min_value: 1, max_value: 9 },
			{ type: 5, name: 'private', description: 'Answer only to me' },
		],
	},
	{ name: 'think', description: 'Answers late', description_localizations: { de: 'Antwortet spät' } },
	{
		name: 'slow',
		description: 'Suggests when the test does',
		options: [{ type: 3, name: 'text', description: 'Any', autocomplete: true }],
	},
	{ name: 'silence', description: 'Never answers' },
	{ name: 'thread', description: 'Opens a thread' },
	{
		name: 'settings',
		description: 'For managers',
		default_member_permissions: '32',
		options: [
			{
				type: 1,
				name: 'set',
				description: 'When and where',
				options: [
					{ type: 7, name: 'channel', description: 'Where', required: true },
					{
						type: 4,
						name: 'hour',
						description: 'At which hour',
						required: true,
						min_value: 0,
						max_value: 23,
					},
				],
			},
			{ type: 1, name: 'show', description: 'What is set' },
		],
	},
	{ name: 'Who said this?', type: 3 },
	{ name: 'What did they say?', type: 2 },
];

const card = (text: string, page: number) => ({
	flags: 1 << 15,
	components: [
		{
			type: 17,
			accent_color: 0x2f9e8f,
			components: [
				{ type: 10, content: text },
				{
					type: 1,
					components: [
						{ type: 2, style: 2, label: 'Back', custom_id: `page:${page - 1}`, disabled: page <= 1 },
						{ type: 2, style: 1, label: 'Next', custom_id: `page:${page + 1}` },
					],
				},
			],
		},
	],
});

/** Makes a client answer as a bot would that uses every kind of component: what the page is tested with. */
export async function script(client: Client<true>, rehearsal: Rehearsal): Promise<void> {
	await client.rest.put(Routes.applicationCommands(rehearsal.applicationId), { body: commands });
	client.on(Events.InteractionCreate, (interaction) => {
		void answer(client, interaction).catch((error: unknown) => {
			// Some tests expect that the rehearsal refuses something.
			if (!(error instanceof Error) || !('status' in error)) throw error;
		});
	});
}

/** Posts one message of each kind into a channel. */
export async function postGallery(
	client: Client<true>,
	channelId: string,
	kinds = Object.keys(gallery),
): Promise<void> {
	for (const kind of kinds)
		await client.rest.post(Routes.channelMessages(channelId), { body: gallery[kind] });
}

async function answer(client: Client<true>, interaction: Interaction): Promise<void> {
	const reply = (data: object, type = 4) =>
		client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
			body: { type, data },
			auth: false,
		});
	if (interaction.isAutocomplete()) {
		if (interaction.commandName === 'slow') return;
		const typed = interaction.options.getFocused().toLowerCase();
		const choices = speakers.filter((name) => name.toLowerCase().includes(typed));
		await reply({ choices: choices.map((name) => ({ name: `${name} (4)`, value: name })) }, 8);
	} else if (interaction.isChatInputCommand()) {
		await answerCommand(client, interaction, reply);
	} else if (interaction.isContextMenuCommand()) {
		await reply({ content: `You asked about ${interaction.targetId}.`, flags: 64 });
	} else if (interaction.isModalSubmit()) {
		await reply({ content: `Thank you: ${interaction.fields.getTextInputValue('name')}.` });
	} else if (interaction.isMessageComponent()) {
		await answerComponent(interaction, reply);
	}
}

type Reply = (data: object, type?: number) => Promise<unknown>;

async function answerCommand(
	client: Client<true>,
	interaction: Extract<Interaction, { commandName: string; options: unknown }>,
	reply: Reply,
): Promise<void> {
	if (!interaction.isChatInputCommand()) return;
	switch (interaction.commandName) {
		case 'quotes': {
			const speaker = interaction.options.getString('speaker') ?? 'everybody';
			const { flags, components } = card(`## Quotes of ${speaker}\n> “Word for word.”\n-# page 1`, 1);
			await reply({ components, flags: interaction.options.getBoolean('private') ? flags | 64 : flags });
			return;
		}
		case 'think':
			await reply({}, 5);
			return;
		case 'thread': {
			await reply({ content: 'A thread it is.' });
			const { id } = await interaction.fetchReply();
			await client.rest.post(Routes.threads(interaction.channelId, id), { body: { name: 'What they said' } });
			await client.rest.post(Routes.channelMessages(id), { body: { content: 'Here we go on.' } });
			return;
		}
		case 'settings':
			await reply({ content: 'Only managers see this.', flags: 64 });
			return;
		default:
	}
}

async function answerComponent(
	interaction: Extract<Interaction, { customId: string; message: unknown }>,
	reply: Reply,
): Promise<void> {
	const { customId } = interaction;
	if (customId.startsWith('page:')) {
		const page = Number(customId.slice(5));
		await reply(card(`## Quotes\n> “Word for word.”\n-# page ${page}`, page), 7);
	} else if (customId === 'gallery:form') await reply(form, 9);
	else if (customId === 'gallery:slow' || customId === 'gallery:silent') return;
	else if (interaction.isMessageComponent() && 'values' in interaction) {
		await reply({ content: `You chose ${(interaction.values as string[]).join(', ')}.`, flags: 64 });
	} else await reply({ content: `You pressed ${customId}.`, flags: 64 });
}

const form = {
	custom_id: 'form',
	title: 'Who is it?',
	components: [
		{ type: 10, content: 'Tell us **who** said it.' },
		{
			type: 18,
			label: 'Name',
			description: 'As it stands in the article',
			component: { type: 4, custom_id: 'name', style: 1, min_length: 2, max_length: 80, required: true },
		},
		{ type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 2, required: false } },
		{
			type: 18,
			label: 'Kind',
			component: {
				type: 3,
				custom_id: 'kind',
				required: false,
				placeholder: 'What kind of words?',
				options: [
					{ label: 'Said', value: 'said' },
					{ label: 'Written', value: 'written', description: 'In a letter or a post' },
				],
			},
		},
	],
};
