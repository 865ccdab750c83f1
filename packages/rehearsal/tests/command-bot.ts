import {
	ApplicationCommandType,
	type Client,
	ContextMenuCommandBuilder,
	Events,
	type Interaction,
	PermissionFlagsBits,
	SlashCommandBuilder,
} from 'discord.js';
import type { InteractionInput, Rehearsal, RehearsalOptions } from '../src/api.ts';
import { connect, rehearse } from './bot.ts';

const commands = [
	new SlashCommandBuilder()
		.setName('echo')
		.setDescription('Says it again')
		.addStringOption((option) => option.setName('text').setDescription('What to say').setRequired(true))
		.addIntegerOption((option) => option.setName('times').setDescription('How often').setMaxValue(3))
		.addStringOption((option) =>
			option.setName('from').setDescription('Offered').setAutocomplete(true).setMaxLength(10),
		),
	new SlashCommandBuilder()
		.setName('digest')
		.setDescription('The digest')
		.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
		.addSubcommand((sub) =>
			sub
				.setName('set')
				.setDescription('Sets it')
				.addChannelOption((option) => option.setName('channel').setDescription('Where').setRequired(true)),
		),
	new ContextMenuCommandBuilder().setName('Was this said?').setType(ApplicationCommandType.Message),
];

/** The bot with the commands above, doing what the test wants of it. */
export async function bot(
	act: (interaction: Interaction) => Promise<unknown>,
	options: RehearsalOptions = {},
): Promise<{ rehearsal: Rehearsal; client: Client<true>; errors: unknown[] }> {
	const rehearsal = await rehearse(options);
	const client = await connect(rehearsal);
	await client.application.commands.set(commands);
	const errors: unknown[] = [];
	client.on(Events.InteractionCreate, (interaction) => {
		act(interaction).catch((error: unknown) => errors.push(error));
	});
	return { rehearsal, client, errors };
}
export const say: InteractionInput = { kind: 'command', name: 'echo', options: { text: 'hello' } };
