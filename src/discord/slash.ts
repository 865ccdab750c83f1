import {
	ApplicationCommandOptionType,
	type AutocompleteInteraction,
	type ChatInputCommandInteraction,
} from 'discord.js';
import { attachmentOf } from './target.ts';

type Slash = ChatInputCommandInteraction | AutocompleteInteraction;

/** The command's name, with a blank before the subcommand. */
export function commandName(interaction: Slash): string {
	const subcommand = interaction.options.getSubcommand(false);
	return subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
}

/** The options as they were given, by name. */
export function givenOptions(interaction: Slash): Record<string, unknown> {
	const [first] = interaction.options.data;
	const inner =
		first?.type === ApplicationCommandOptionType.Subcommand
			? (first.options ?? [])
			: interaction.options.data;
	return Object.fromEntries(
		inner.map(({ name, value, attachment }) => [name, attachment ? attachmentOf(attachment) : value]),
	);
}
