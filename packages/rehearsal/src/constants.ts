/** Numbers of Discord's reference, under the names that it gives them. Those that the rehearsal needs. */

export const Permission = {
	ManageChannels: 1n << 4n,
	Administrator: 1n << 3n,
	ManageGuild: 1n << 5n,
	AddReactions: 1n << 6n,
	ViewChannel: 1n << 10n,
	SendMessages: 1n << 11n,
	ManageMessages: 1n << 13n,
	EmbedLinks: 1n << 14n,
	AttachFiles: 1n << 15n,
	ReadMessageHistory: 1n << 16n,
	MentionEveryone: 1n << 17n,
	UseExternalEmojis: 1n << 18n,
	ManageRoles: 1n << 28n,
	UseApplicationCommands: 1n << 31n,
	ManageThreads: 1n << 34n,
	CreatePublicThreads: 1n << 35n,
	CreatePrivateThreads: 1n << 36n,
	SendMessagesInThreads: 1n << 38n,
	SendPolls: 1n << 49n,
	UseExternalApps: 1n << 50n,
	PinMessages: 1n << 51n,
} as const;
/** Every bit that Discord has assigned. */
export const allPermissions = (1n << 53n) - 1n;

export const ChannelType = {
	Text: 0,
	DM: 1,
	Voice: 2,
	GroupDM: 3,
	Category: 4,
	Announcement: 5,
	AnnouncementThread: 10,
	PublicThread: 11,
	PrivateThread: 12,
	Stage: 13,
	Forum: 15,
	Media: 16,
} as const;

export const MessageType = {
	Default: 0,
	ChannelPinned: 6,
	ThreadCreated: 18,
	Reply: 19,
	ChatInputCommand: 20,
	ThreadStarter: 21,
	ContextMenuCommand: 23,
} as const;

export const MessageFlag = {
	SuppressEmbeds: 1 << 2,
	HasThread: 1 << 5,
	Ephemeral: 1 << 6,
	Loading: 1 << 7,
	SuppressNotifications: 1 << 12,
	IsComponentsV2: 1 << 15,
} as const;

export const ChannelFlag = { RequireTag: 1 << 4 } as const;

export const ComponentType = {
	ActionRow: 1,
	Button: 2,
	StringSelect: 3,
	TextInput: 4,
	UserSelect: 5,
	RoleSelect: 6,
	MentionableSelect: 7,
	ChannelSelect: 8,
	Section: 9,
	TextDisplay: 10,
	Thumbnail: 11,
	MediaGallery: 12,
	File: 13,
	Separator: 14,
	Container: 17,
	Label: 18,
	FileUpload: 19,
	RadioGroup: 21,
	CheckboxGroup: 22,
	Checkbox: 23,
} as const;

export const ButtonStyle = { Link: 5, Premium: 6 } as const;

/** Where an app is installed: in a server, or for one user. */
export const Installation = { Guild: 0, User: 1 } as const;

/** Where an interaction comes from: a server, the bot's direct messages, or those of others. */
export const Context = { Guild: 0, BotDM: 1, PrivateChannel: 2 } as const;

export const CommandType = { ChatInput: 1, User: 2, Message: 3 } as const;

export const OptionType = {
	Subcommand: 1,
	SubcommandGroup: 2,
	String: 3,
	Integer: 4,
	Boolean: 5,
	User: 6,
	Channel: 7,
	Role: 8,
	Mentionable: 9,
	Number: 10,
	Attachment: 11,
} as const;

export const InteractionType = { Command: 2, Component: 3, Autocomplete: 4, ModalSubmit: 5 } as const;

export const CallbackType = {
	Pong: 1,
	Message: 4,
	DeferredMessage: 5,
	DeferredUpdate: 6,
	Update: 7,
	Autocomplete: 8,
	Modal: 9,
	LaunchActivity: 12,
} as const;

export const Intent = {
	Guilds: 1 << 0,
	GuildMembers: 1 << 1,
	GuildPresences: 1 << 8,
	GuildMessages: 1 << 9,
	GuildMessageReactions: 1 << 10,
	GuildMessageTyping: 1 << 11,
	DirectMessages: 1 << 12,
	DirectMessageReactions: 1 << 13,
	DirectMessageTyping: 1 << 14,
	MessageContent: 1 << 15,
	GuildMessagePolls: 1 << 24,
	DirectMessagePolls: 1 << 25,
} as const;
/** 1 << 17 to 19 and above 25 are not assigned. */
export const knownIntents = 0b11_0011_0001_1111_1111_1111_1111;
export const privilegedIntents = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export const threadTypes: ReadonlySet<number> = new Set([
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
]);
export const selectTypes: ReadonlySet<number> = new Set([
	ComponentType.StringSelect,
	ComponentType.UserSelect,
	ComponentType.RoleSelect,
	ComponentType.MentionableSelect,
	ComponentType.ChannelSelect,
]);
