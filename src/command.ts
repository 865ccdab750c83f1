import type { Card, Filled } from './card.ts';
import type { Attachment, Place } from './place.ts';

/** One answer offered while a member types an option. */
export interface Suggestion {
	/** What the member sees; `discord/` cuts it to Discord's limit. */
	readonly label: string;
	readonly value: string;
}

interface OptionBase<Kind extends string, Needed extends boolean> {
	readonly kind: Kind;
	readonly description: string;
	readonly required: Needed;
	/** A hidden option is not registered with Discord: only buttons and menus fill it in. */
	readonly hidden: boolean;
}

export interface StringOption<Needed extends boolean, Context, Value extends string = string>
	extends OptionBase<'string', Needed> {
	readonly maxLength: number;
	/** A closed list of values with what members see. */
	readonly choices?: Readonly<Record<Value, string>>;
	/** Offers answers while the member types; `filled` holds the other options so far. At most 25 are shown. */
	readonly suggest?: (typed: string, context: Context, filled: Filled) => Promise<readonly Suggestion[]>;
}

export interface IntegerOption<Needed extends boolean> extends OptionBase<'integer', Needed> {
	readonly min: number;
	readonly max: number;
}

/** A number with a fraction. */
export interface NumberOption<Needed extends boolean> extends OptionBase<'number', Needed> {
	readonly min: number;
	readonly max: number;
}

export interface BooleanOption<Needed extends boolean> extends OptionBase<'boolean', Needed> {}

/** A file that the member uploads. No button can fill it in. */
export interface AttachmentOption<Needed extends boolean> extends OptionBase<'attachment', Needed> {}

/** A channel, role or member, given by id. */
export interface ReferenceOption<Needed extends boolean>
	extends OptionBase<'channel' | 'role' | 'member', Needed> {}

export type AnyOption<Context> =
	| StringOption<boolean, Context, string>
	| IntegerOption<boolean>
	| NumberOption<boolean>
	| BooleanOption<boolean>
	| AttachmentOption<boolean>
	| ReferenceOption<boolean>;

export type Options<Context> = Readonly<Record<string, AnyOption<Context>>>;

type ValueOf<Option> =
	Option extends StringOption<boolean, infer _, infer Value>
		? Value
		: Option extends IntegerOption<boolean> | NumberOption<boolean>
			? number
			: Option extends BooleanOption<boolean>
				? boolean
				: Option extends AttachmentOption<boolean>
					? Attachment
					: string;

/** The argument of `run`: the value of each required option, and of each other one that was given. */
export type Given<O> = {
	readonly [Key in keyof O as O[Key] extends { required: true } ? Key : never]: ValueOf<O[Key]>;
} & {
	readonly [Key in keyof O as O[Key] extends { required: true } ? never : Key]?: ValueOf<O[Key]> | undefined;
};

/**
 * How a command is used: typed with "/", in the menu of a message or of a member, or by mentioning the bot, which
 * one command may answer.
 */
export type Way = 'slash' | 'message' | 'member' | 'mention';

/**
 * 'everywhere' is a server, the bot's direct messages, and, for a member who has installed the bot for themselves, any
 * server and all direct messages; 'server' is a server that has the bot.
 */
export type Where = 'everywhere' | 'server';

/** Where a command can be used. */
export function whereOf({
	where,
	only,
}: {
	readonly where?: Where | undefined;
	readonly only?: Only | undefined;
}): Where {
	return only === undefined ? (where ?? 'everywhere') : 'server';
}

/** Those who may manage the server; "moderators" are these and those who may manage its messages. */
export type Only = 'managers' | 'moderators';

/** Whether a member may use a command. */
export function mayUse(
	only: Only | undefined,
	{ mayManageServer, mayManageMessages = false }: Place['member'],
): boolean {
	return only === undefined || mayManageServer || (only === 'moderators' && mayManageMessages);
}

/** A form that asks for texts of a command. */
export interface Form {
	readonly title: string;
	/** By the option that each fills in. */
	readonly fields: Readonly<Record<string, FormField>>;
}

export interface FormField {
	readonly label: string;
	/** Whether it has several lines. */
	readonly long: boolean;
	readonly maxLength: number;
}

/** A command or subcommand ("digest show"): a function from options to a card. */
export interface Command<Context, O extends Options<Context> = Options<Context>> {
	/** Of a command in a menu, its name in that menu ("Check this quote"). */
	readonly name: string;
	readonly description: string;
	/** The name that it had before: buttons that were sent then still ask for it. */
	readonly formerly?: string;
	/** How it is used; default 'slash'. In the other ways nobody types options: all of them are hidden. */
	readonly way?: Way;
	readonly options: O;
	/** Asks for some of its texts where a member leaves one of them out; the line ends of a long one stay. */
	readonly form?: Form;
	/** @throws UserError where the form is not worth filling in, for want of permission. */
	beforeForm?(context: Context): Promise<void>;
	/** Who may use it; members without the permission do not even see it. */
	readonly only?: Only;
	/** Where it can be used; default 'everywhere', and 'server' for what is only for managers. */
	readonly where?: Where;
	/** Whether only the one who asks ever sees the answer; default false. */
	readonly alwaysPrivate?: boolean;
	/** What the option "private" is where it is left out; default false. */
	readonly privateByDefault?: boolean;
	run(given: Given<O>, context: Context): Promise<Card>;
}

interface Common<Needed extends boolean> {
	readonly description: string;
	readonly required?: Needed;
}

/** A text that members type; at most 100 characters unless said otherwise. */
export function string<Context = unknown, Needed extends boolean = false>({
	description,
	required,
	maxLength = 100,
	suggest,
}: Common<Needed> & {
	readonly maxLength?: number;
	readonly suggest?: StringOption<Needed, Context>['suggest'];
}): StringOption<Needed, Context> {
	const needed = (required ?? false) as Needed;
	return {
		kind: 'string',
		description,
		required: needed,
		hidden: false,
		maxLength,
		...(suggest && { suggest }),
	};
}

/** One of a closed list: each value with what members see. */
export function choice<Value extends string, Needed extends boolean = false>({
	description,
	required,
	choices,
}: Common<Needed> & { readonly choices: Readonly<Record<Value, string>> }): StringOption<
	Needed,
	unknown,
	Value
> {
	const needed = (required ?? false) as Needed;
	return { kind: 'string', description, required: needed, hidden: false, maxLength: 100, choices };
}

/** A whole number, both bounds included. */
export function integer<Needed extends boolean = false>({
	description,
	required,
	min = 0,
	max = 1_000_000,
}: Common<Needed> & { readonly min?: number; readonly max?: number }): IntegerOption<Needed> {
	return { kind: 'integer', description, required: (required ?? false) as Needed, hidden: false, min, max };
}

export function boolean<Needed extends boolean = false>({
	description,
	required,
}: Common<Needed>): BooleanOption<Needed> {
	return { kind: 'boolean', description, required: (required ?? false) as Needed, hidden: false };
}

/** A number with a fraction, both bounds included. */
export function number<Needed extends boolean = false>({
	description,
	required,
	min = 0,
	max = 1_000_000,
}: Common<Needed> & { readonly min?: number; readonly max?: number }): NumberOption<Needed> {
	return { kind: 'number', description, required: (required ?? false) as Needed, hidden: false, min, max };
}

/** A file that the member uploads. */
export function attachment<Needed extends boolean = false>({
	description,
	required,
}: Common<Needed>): AttachmentOption<Needed> {
	return { kind: 'attachment', description, required: (required ?? false) as Needed, hidden: false };
}

/** A channel of the server, a role or a member, given by id. */
export function reference<Needed extends boolean = false>(
	kind: 'channel' | 'role' | 'member',
	{ description, required }: Common<Needed>,
): ReferenceOption<Needed> {
	return { kind, description, required: (required ?? false) as Needed, hidden: false };
}

/** Options that only buttons and menus fill in: members never see them. */
export const hidden = {
	string: (description: string, maxLength = 100): StringOption<false, unknown> => ({
		...string({ description, maxLength }),
		hidden: true,
	}),
	integer: (description: string, max = 1_000_000): IntegerOption<false> => ({
		...integer({ description, max }),
		hidden: true,
	}),
	boolean: (description: string): BooleanOption<false> => ({ ...boolean({ description }), hidden: true }),
} as const;

/**
 * Every command has this option without naming it: `private:true` answers only to the one who asked.
 * `discord/` adds it at registration and removes it before `run`.
 */
export const privateOption = {
	kind: 'boolean',
	description: 'Answer only to me',
	required: false,
	hidden: false,
} as const satisfies BooleanOption<false>;

/** The same for a command whose answer is private unless the option says otherwise. */
export const privateUnlessOption = {
	...privateOption,
	description: 'Answer only to me, which is the default; False shows it to everybody',
} as const satisfies BooleanOption<false>;
