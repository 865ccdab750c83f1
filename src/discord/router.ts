import type { ChatInputCommandInteraction, Interaction, MessageComponentInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { type Asked, answer, type Desk } from './desk.ts';
import { opens, unpackId } from './ids.ts';
import { placeOf } from './place.ts';
import { type Manner, respond } from './respond.ts';
import { commandName, givenOptions } from './slash.ts';
import { suggest } from './suggest.ts';

/**
 * The one listener for interactions. It keeps nothing between them: what a button does stands in its id, so
 * buttons work after a restart. Never rejects.
 */
export async function route<Context>(interaction: Interaction, desk: Desk<Context>): Promise<void> {
	if (interaction.isChatInputCommand()) await slash(interaction, desk);
	else if (interaction.isAutocomplete()) await suggest(interaction, desk);
	else if (interaction.isMessageComponent()) await press(interaction, desk);
	else desk.log.warn({ type: interaction.type }, 'an interaction of a kind that I do not know');
}

async function slash<Context>(interaction: ChatInputCommandInteraction, desk: Desk<Context>): Promise<void> {
	const { private: privately, ...options } = givenOptions(interaction);
	const asked: Asked = {
		command: commandName(interaction),
		options,
		place: placeOf(interaction),
		pressed: false,
	};
	const working = answer(async () => asked, interaction.id, desk);
	const alone = privately === true || isAlwaysPrivate(asked.command, desk);
	await respond(interaction, working, { as: 'new', privately: alone }, desk.log);
}

async function press<Context>(interaction: MessageComponentInteraction, desk: Desk<Context>): Promise<void> {
	const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
	const unpacked = unpackId(id, desk.kept);
	const ask = async (): Promise<Asked> => {
		const { command, options } = await unpacked;
		return { command, options, place: placeOf(interaction), pressed: true };
	};
	const alone = await unpacked.then(
		({ command }) => isAlwaysPrivate(command, desk),
		() => false,
	);
	const working = answer(ask, interaction.id, desk);
	const manner = alone ? ({ as: 'new', privately: true } as const) : mannerOf(interaction, opens(id));
	await respond(interaction, working, manner, desk.log);
}

function isAlwaysPrivate<Context>(command: string, { commands }: Desk<Context>): boolean {
	return commands.get(command)?.alwaysPrivate === true;
}

/**
 * A card changes only for the one who asked for it; everybody else gets a copy of their own, which only they
 * see, like every answer to a card that was private already.
 */
function mannerOf({ message, user }: MessageComponentInteraction, where: 'here' | 'new'): Manner {
	const wasPrivate = message.flags.has(MessageFlags.Ephemeral);
	const own = wasPrivate || message.interactionMetadata?.user.id === user.id;
	if (where === 'here' && own) return { as: 'update', privately: wasPrivate };
	return { as: 'new', privately: wasPrivate || !own };
}
