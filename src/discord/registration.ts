import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	ChannelType,
	InteractionContextType,
	PermissionFlagsBits,
	type RESTPostAPIApplicationCommandsJSONBody,
	type RESTPostAPIChatInputApplicationCommandsJSONBody,
	type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import {
	type AnyOption,
	type Command,
	privateOption,
	privateUnlessOption,
	type Where,
	whereOf,
} from '../command.ts';
import * as limits from './limits.ts';

/** A command as Discord takes it. */
export type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody | MenuBody;
type SlashBody = RESTPostAPIChatInputApplicationCommandsJSONBody;
type MenuBody = RESTPostAPIContextMenuApplicationCommandsJSONBody & { readonly options?: undefined };
type Option = NonNullable<SlashBody['options']>[number];
/** Only what registration reads, so that commands of any context fit. */
export type Registrable = Pick<
	Command<never>,
	'name' | 'description' | 'way' | 'options' | 'only' | 'where' | 'privateByDefault'
>;

/**
 * All commands as Discord takes them, subcommands ("digest show") grouped under their first word.
 * @throws TypeError for a command that Discord would refuse, naming it.
 */
export function commandBodies(commands: Iterable<Registrable>): CommandBody[] {
	const byWay = Map.groupBy(commands, ({ way = 'slash' }) => way);
	const families = Map.groupBy(byWay.get('slash') ?? [], ({ name }) => name.split(' ')[0] ?? '');
	const bodies = [...families].map(([name, members]) => body(name, members));
	if (bodies.length > limits.commands)
		throw new TypeError(`There are more than ${limits.commands} commands.`);
	const menus = (['message', 'member'] as const).flatMap((way) => {
		const inMenu = byWay.get(way) ?? [];
		if (inMenu.length > limits.menuCommands)
			throw new TypeError(`There are more than ${limits.menuCommands} commands on a ${way}.`);
		return inMenu.map((command) => menuBody(command, way));
	});
	for (const { name, options } of byWay.get('mention') ?? []) checkHidden(name, options);
	return [...bodies, ...menus];
}

function menuBody({ name, options, only, where }: Registrable, way: 'message' | 'member'): MenuBody {
	if (name.length === 0 || name.length > limits.commandName)
		throw new TypeError(`"${name}": a name in a menu has 1 to ${limits.commandName} characters.`);
	checkHidden(name, options);
	return {
		type: way === 'message' ? ApplicationCommandType.Message : ApplicationCommandType.User,
		name,
		...whereAndWho(only, whereOf({ where, only })),
	};
}

/** In a menu nobody can type options. */
function checkHidden(name: string, options: Registrable['options']): void {
	const [shown] = Object.entries<AnyOption<never>>(options).filter(([, option]) => !option.hidden);
	if (shown) throw new TypeError(`"${name}" takes no options that members type, but has "${shown[0]}".`);
}

/** Discord asks for a place and an installation; a member's own one is of use everywhere. */
const places = {
	everywhere: {
		contexts: [
			InteractionContextType.Guild,
			InteractionContextType.BotDM,
			InteractionContextType.PrivateChannel,
		],
		integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	},
	server: {
		contexts: [InteractionContextType.Guild],
		integration_types: [ApplicationIntegrationType.GuildInstall],
	},
};

/** Discord wants all permissions that are named, so a moderator is known by the one that both kinds mostly have. */
const permissions = {
	managers: PermissionFlagsBits.ManageGuild,
	moderators: PermissionFlagsBits.ManageMessages,
};

function whereAndWho(only: Registrable['only'], where: Where) {
	return {
		default_member_permissions: only === undefined ? null : String(permissions[only]),
		...places[where],
	} satisfies Partial<RESTPostAPIApplicationCommandsJSONBody>;
}

function body(name: string, members: readonly Registrable[]): SlashBody {
	const [first] = members;
	const alone = members.length === 1 && first?.name === name;
	if (!alone && members.some((member) => !/^\S+ \S+$/u.test(member.name))) {
		throw new TypeError(`/${name} is both a command and the name before subcommands.`);
	}
	const everyOne = (...wanted: readonly Registrable['only'][]) =>
		members.every(({ only }) => wanted.includes(only));
	const only = everyOne('managers')
		? 'managers'
		: everyOne('managers', 'moderators')
			? 'moderators'
			: undefined;
	const where = members.some((member) => whereOf(member) === 'everywhere') ? 'everywhere' : 'server';
	const made: SlashBody = {
		type: ApplicationCommandType.ChatInput,
		name,
		description: alone ? first.description : members.map((member) => member.name.split(' ')[1]).join(', '),
		options: alone ? options(first) : members.map(subcommand),
		...whereAndWho(only, where),
	};
	check(made);
	return made;
}

function subcommand(command: Registrable): Option {
	return {
		type: ApplicationCommandOptionType.Subcommand,
		name: command.name.split(' ')[1] ?? '',
		description: command.description,
		options: options(command),
	} as Option;
}

/** Discord wants the required ones first; "private" comes last. */
function options(command: Registrable): Exclude<Option, { type: ApplicationCommandOptionType.Subcommand }>[] {
	const last = command.privateByDefault ? privateUnlessOption : privateOption;
	const shown = Object.entries<AnyOption<never>>({ ...command.options, private: last }).filter(
		([, option]) => !option.hidden,
	);
	return shown
		.sort(([, one], [, other]) => Number(other.required) - Number(one.required))
		.map(([name, option]) => optionBody(name, option) as never);
}

function optionBody(name: string, option: AnyOption<never>) {
	const common = { name, description: option.description, required: option.required };
	switch (option.kind) {
		case 'string':
			return {
				type: ApplicationCommandOptionType.String,
				...common,
				...(option.choices === undefined
					? { max_length: Math.min(option.maxLength, limits.optionString) }
					: {
							choices: Object.entries<string>(option.choices).map(([value, shown]) => ({
								name: shown,
								value,
							})),
						}),
				...(option.suggest === undefined ? {} : { autocomplete: true }),
			};
		case 'integer':
			return {
				type: ApplicationCommandOptionType.Integer,
				...common,
				min_value: option.min,
				max_value: option.max,
			};
		case 'number':
			return {
				type: ApplicationCommandOptionType.Number,
				...common,
				min_value: option.min,
				max_value: option.max,
			};
		case 'attachment':
			return { type: ApplicationCommandOptionType.Attachment, ...common };
		case 'member':
			return { type: ApplicationCommandOptionType.User, ...common };
		case 'boolean':
			return { type: ApplicationCommandOptionType.Boolean, ...common };
		case 'channel':
			return { type: ApplicationCommandOptionType.Channel, ...common, channel_types: written };
		case 'role':
			return { type: ApplicationCommandOptionType.Role, ...common };
	}
}

/** Channels where a message or a post can be written. */
const written = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** A mistake in a command file stops the start with its name, before Discord refuses all commands at once. */
function check(made: SlashBody): void {
	let characters = 0;
	const named = (what: { name: string; description: string; options?: readonly unknown[] }, path: string) => {
		characters += what.name.length + what.description.length;
		if (!/^[-_\p{Ll}\p{N}]+$/u.test(what.name) || what.name.length > limits.commandName) {
			throw new TypeError(
				`${path}: a name has at most ${limits.commandName} small letters, digits, "-" and "_".`,
			);
		}
		if (what.description.length < 1 || what.description.length > limits.commandDescription) {
			throw new TypeError(`${path}: a description has 1 to ${limits.commandDescription} characters.`);
		}
		if ((what.options?.length ?? 0) > limits.commandOptions) {
			throw new TypeError(`${path}: there are at most ${limits.commandOptions} options.`);
		}
		for (const option of (what.options ?? []) as (typeof what & {
			choices?: { name: string; value: string }[];
		})[]) {
			named(option, `${path} ${option.name}`);
			if ((option.choices?.length ?? 0) > limits.optionChoices) {
				throw new TypeError(`${path} ${option.name}: there are at most ${limits.optionChoices} choices.`);
			}
			for (const choice of option.choices ?? []) {
				characters += choice.name.length + choice.value.length;
				if (choice.name.length > limits.choiceText || choice.value.length > limits.choiceText) {
					throw new TypeError(
						`${path} ${option.name}: a choice has at most ${limits.choiceText} characters.`,
					);
				}
			}
		}
	};
	named({ ...made, options: made.options ?? [] }, `/${made.name}`);
	if (characters > limits.commandText) {
		throw new TypeError(`/${made.name}: all texts together have more than ${limits.commandText} characters.`);
	}
}
