import type {
	APIApplicationCommand,
	APIApplicationCommandBasicOption,
	APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { CommandKind, OptionKind, Permission } from '../kinds.ts';
import { guildIdOf, isPrivate, localeOf, permissionsIn } from '../world/names.ts';
import type { World } from '../world/world.ts';

/** A command as a member types it: a subcommand counts as one, "digest set". */
export interface TypedCommand {
	readonly name: string;
	readonly description: string;
	readonly options: readonly APIApplicationCommandBasicOption[];
}

/** The slash commands that this member sees in a place, by name; subcommands in the order in which the bot has them. */
export function typedCommands(world: World, placeId: string): TypedCommand[] {
	const locale = localeOf(world);
	return visible(world, placeId, CommandKind.chatInput)
		.sort((a, b) => a.name.localeCompare(b.name))
		.flatMap((command) => flatten(command.name, command, command.options ?? [], locale));
}

/** Context-menu commands on users or messages. */
export const menuCommands = (world: World, placeId: string, kind: 'user' | 'message'): string[] =>
	visible(world, placeId, CommandKind[kind]).map(({ name }) => name);

function visible(world: World, placeId: string, kind: number): APIApplicationCommand[] {
	const guildId = guildIdOf(world.places.get(placeId));
	const mine = permissionsIn(world, placeId);
	const all = (mine & Permission.administrator) !== 0n;
	if (guildId !== null && !all && (mine & Permission.useApplicationCommands) === 0n) return [];
	return world.commands.filter((command) => {
		if (command.type !== kind) return false;
		if (command.guild_id !== undefined && command.guild_id !== guildId) return false;
		const byServer = installedByServer(world, placeId);
		const types: readonly number[] = command.integration_types ?? [0];
		const isForServer = byServer && types.includes(0);
		if (!isForServer && !(world.account.installed && types.includes(1))) return false;
		const here = guildId !== null ? 0 : isPrivate(world.places.get(placeId)) ? 2 : 1;
		const contexts: readonly number[] | null | undefined = command.contexts;
		if (!(contexts?.includes(here) ?? (here === 0 || (command.dm_permission ?? true)))) return false;
		if (here !== 0 || !isForServer) return true;
		const needed = command.default_member_permissions;
		if (needed === null || needed === undefined || all) return true;
		// "0" means administrators only.
		return needed !== '0' && (mine & BigInt(needed)) === BigInt(needed);
	});
}

/** Whether the bot is in this server, or it is a direct message with the bot. */
function installedByServer(world: World, placeId: string): boolean {
	const place = world.places.get(placeId);
	const guild = world.guilds.get(guildIdOf(place) ?? '');
	if (guild === undefined) return !isPrivate(place);
	return guild.members.some(({ user }) => user.id === world.bot.id);
}

interface Described {
	readonly description: string;
	readonly description_localizations?: unknown;
}

function flatten(
	name: string,
	described: Described,
	options: readonly APIApplicationCommandOption[],
	locale: string,
): TypedCommand[] {
	const inner = options.filter(
		(option) => option.type === OptionKind.subcommand || option.type === OptionKind.group,
	);
	if (inner.length === 0) {
		const basic = options as readonly APIApplicationCommandBasicOption[];
		return [{ name, description: localized(described, locale), options: basic }];
	}
	return inner.flatMap((option) =>
		flatten(`${name} ${option.name}`, option, 'options' in option ? (option.options ?? []) : [], locale),
	);
}

/** A description in the member's language where the bot has registered one. */
export function localized(
	{ description, description_localizations: others }: Described,
	locale: string,
): string {
	const found = (others as Readonly<Record<string, string | null>> | null | undefined)?.[locale];
	return found ?? description;
}

/** How well a command or option fits what is typed: smaller is better, null is not at all. */
function rankOf(name: string, typed: string): number | null {
	const wanted = typed.toLocaleLowerCase();
	const whole = name.toLocaleLowerCase();
	if (whole.startsWith(wanted)) return 0;
	if (whole.split(' ').some((part) => part.startsWith(wanted))) return 1;
	return whole.includes(wanted) ? 2 : null;
}

/** What fits, best first. */
export function fitting<Thing>(
	things: readonly Thing[],
	nameOf: (thing: Thing) => string,
	typed: string,
): Thing[] {
	return things
		.map((thing) => ({ thing, rank: rankOf(nameOf(thing), typed) }))
		.filter(({ rank }) => rank !== null)
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({ thing }) => thing);
}
