import type {
	ChatInputCommandInteraction,
	ContextMenuCommandInteraction,
	Interaction,
	MessageComponentInteraction,
	ModalSubmitInteraction,
	RepliableInteraction,
} from 'discord.js';
import { MessageFlags } from 'discord.js';
import { UserError } from '../errors.ts';
import type { Target } from '../place.ts';
import { type Asked, answer, failed, type Runtime } from './answer.ts';
import { asksWithForm, formResponse, refusedForm, submitted } from './form.ts';
import { opens, unpackId } from './ids.ts';
import { deferAfter } from './limits.ts';
import { nameNow } from './name-now.ts';
import { isOnlyForThem, placeOf } from './place.ts';
import { openProgress } from './progress.ts';
import { refusal } from './refusal.ts';
import { callback, type Fallback, type Placement, report, respond, within } from './respond.ts';
import { commandName, givenOptions } from './slash.ts';
import { offer, suggest } from './suggest.ts';
import { memberTarget, messageTarget } from './target.ts';

/**
 * The one listener for interactions. It keeps no state between them: what a button does is in its id, so
 * buttons work after a restart. Never rejects.
 */
export async function route<Context>(interaction: Interaction, runtime: Runtime<Context>): Promise<void> {
	if (interaction.isChatInputCommand()) await slash(interaction, runtime);
	else if (interaction.isModalSubmit()) await submit(interaction, runtime);
	else if (interaction.isAutocomplete()) await suggest(interaction, runtime);
	else if (interaction.isMessageComponent()) await press(interaction, runtime);
	else if (interaction.isContextMenuCommand() && isKnown(interaction, runtime))
		await menu(interaction, runtime);
	else await refuse(interaction, runtime);
}

/** What one reads whose turn would come too late for Discord. */
const tooMuch = refusal(['I have too much to do just now: please try again in a minute.']);

/** Answers in time one that cannot be worked on in time. */
export async function turnAway<Context>(interaction: Interaction, runtime: Runtime<Context>): Promise<void> {
	runtime.observer?.turnedAway();
	if (interaction.isAutocomplete()) return offer(interaction, [], runtime);
	const working = runtime.views.show(tooMuch).then((message) => ({ message, trouble: true }));
	await respond(interaction, working, { as: 'new', privately: true }, fallback(runtime));
}

async function slash<Context>(
	interaction: ChatInputCommandInteraction,
	runtime: Runtime<Context>,
): Promise<void> {
	const given = givenOptions(interaction);
	const name = commandName(interaction);
	const command = runtime.commands.get(name);
	const form = command?.form;
	if (asksWithForm(form, given)) {
		const refused = await within(refusedForm(interaction, command, runtime), deferAfter);
		if (refused !== null) return runTyped(interaction, () => Promise.reject(refused.error), runtime);
		await formResponse(name, form, given, runtime.kept)
			.then((response) => callback(interaction, response))
			.catch((err: unknown) => report(err, interaction, runtime.log));
		return;
	}
	await runTyped(interaction, async () => ({ command: name, options: given }), runtime);
}

/** A form that a command has opened. */
async function submit<Context>(
	interaction: ModalSubmitInteraction,
	runtime: Runtime<Context>,
): Promise<void> {
	await runTyped(interaction, () => submitted(interaction, runtime), runtime);
}

/** Runs a command with what a member has typed. */
async function runTyped<Context>(
	interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
	typed: () => Promise<{ readonly command: string; readonly options: Readonly<Record<string, unknown>> }>,
	runtime: Runtime<Context>,
): Promise<void> {
	const asked = typed();
	const isPrivate = await asked.then(
		({ command: name, options }) => {
			const command = runtime.commands.get(name);
			const wanted = options.private ?? command?.privateByDefault ?? false;
			return command?.alwaysPrivate === true || String(wanted) === 'true';
		},
		() => true,
	);
	const progress = openProgress(runtime);
	const ask = async (): Promise<Asked> => {
		const { command, options: all } = await asked;
		const { private: privately, ...options } = all;
		return {
			...{ command, options, pressed: false },
			place: { ...(await placeOf(interaction, runtime)), progress: progress.push },
			onlyForThem: String(privately) === 'false' && isOnlyForThem(interaction),
		};
	};
	const working = answer(ask, interaction.id, runtime);
	await respond(interaction, working, { as: 'new', privately: isPrivate }, fallback(runtime), progress);
}

/** A command in the menu of a message or a member. One that an earlier version registered is refused. */
async function menu<Context>(
	interaction: ContextMenuCommandInteraction,
	runtime: Runtime<Context>,
): Promise<void> {
	const { commandName: name } = interaction;
	const progress = openProgress(runtime);
	const ask = async (): Promise<Asked> => ({
		command: name,
		options: {},
		place: { ...(await placeOf(interaction, runtime, targetOf(interaction))), progress: progress.push },
		pressed: false,
	});
	const command = runtime.commands.get(name);
	const privately = command?.alwaysPrivate === true || command?.privateByDefault === true;
	await respond(
		interaction,
		answer(ask, interaction.id, runtime),
		{ as: 'new', privately },
		fallback(runtime),
		progress,
	);
}

function targetOf(interaction: ContextMenuCommandInteraction): Target | null {
	if (interaction.isMessageContextMenuCommand()) return messageTarget(interaction.targetMessage);
	if (!interaction.isUserContextMenuCommand()) return null;
	const { targetUser, targetMember } = interaction;
	const nick =
		targetMember === null ? null : 'nickname' in targetMember ? targetMember.nickname : targetMember.nick;
	return memberTarget(targetUser, nick ?? null);
}

function isKnown<Context>(
	interaction: ContextMenuCommandInteraction,
	{ commands }: Runtime<Context>,
): boolean {
	const way = interaction.isMessageContextMenuCommand() ? 'message' : 'member';
	return commands.get(interaction.commandName)?.way === way;
}

async function press<Context>(
	interaction: MessageComponentInteraction,
	runtime: Runtime<Context>,
): Promise<void> {
	const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
	const unpacked = unpackId(id, runtime.kept);
	const progress = openProgress(runtime);
	const ask = async (): Promise<Asked> => {
		const { command: asked, options } = await unpacked;
		const command = nameNow(asked, runtime);
		const place = { ...(await placeOf(interaction, runtime)), progress: progress.push };
		return { command, options, place, pressed: true };
	};
	const alone = await unpacked.then(
		({ command }) => isAlwaysPrivate(nameNow(command, runtime), runtime),
		() => false,
	);
	const working = answer(ask, interaction.id, runtime);
	const placement = alone ? ({ as: 'new', privately: true } as const) : placementOf(interaction, opens(id));
	await respond(interaction, working, placement, fallback(runtime), progress);
}

/** A menu command that an earlier version registered. */
async function refuse<Context>(interaction: RepliableInteraction, runtime: Runtime<Context>): Promise<void> {
	const ask = async (): Promise<Asked> => {
		throw new UserError('I have no such command any more. Type /help to see what I can do.');
	};
	const working = answer(ask, interaction.id, runtime);
	await respond(interaction, working, { as: 'new', privately: true }, fallback(runtime));
}

const fallback = <Context>(runtime: Runtime<Context>): Fallback => ({
	log: runtime.log,
	failed: (reference) => failed(reference, runtime),
});

function isAlwaysPrivate<Context>(command: string, { commands }: Runtime<Context>): boolean {
	return commands.get(command)?.alwaysPrivate === true;
}

/**
 * A card changes only for the one who asked for it; everybody else gets a copy of their own, which only they
 * see, like every answer to a card that was private already.
 */
function placementOf(
	{ message, user }: MessageComponentInteraction,
	where: ReturnType<typeof opens>,
): Placement {
	if (where === 'public') return { as: 'new', privately: false };
	const wasPrivate = message.flags.has(MessageFlags.Ephemeral);
	const own = wasPrivate || message.interactionMetadata?.user.id === user.id;
	if (where === 'here' && own) return { as: 'update', privately: wasPrivate };
	return { as: 'new', privately: wasPrivate || !own };
}
