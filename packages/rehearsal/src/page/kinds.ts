/**
 * Discord's numbers by name. The reference's own enums are types here only: their code would weigh more than the
 * rest of the page.
 */
export const Component = {
	actionRow: 1,
	button: 2,
	stringSelect: 3,
	textInput: 4,
	userSelect: 5,
	roleSelect: 6,
	mentionableSelect: 7,
	channelSelect: 8,
	section: 9,
	textDisplay: 10,
	thumbnail: 11,
	mediaGallery: 12,
	file: 13,
	separator: 14,
	container: 17,
	label: 18,
	fileUpload: 19,
	radioGroup: 21,
	checkboxGroup: 22,
	checkbox: 23,
} as const;

export const Channel = {
	text: 0,
	direct: 1,
	voice: 2,
	category: 4,
	announcement: 5,
	announcementThread: 10,
	publicThread: 11,
	privateThread: 12,
	forum: 15,
	media: 16,
} as const;

export const MessageKind = {
	reply: 19,
	command: 20,
	threadCreated: 18,
	threadStarter: 21,
	contextCommand: 23,
	pollResult: 46,
} as const;

export const MessageFlag = {
	suppressEmbeds: 1 << 2,
	ephemeral: 1 << 6,
	loading: 1 << 7,
	suppressNotifications: 1 << 12,
	componentsV2: 1 << 15,
} as const;

export const CommandKind = { chatInput: 1, user: 2, message: 3 } as const;

export const OptionKind = {
	subcommand: 1,
	group: 2,
	string: 3,
	integer: 4,
	boolean: 5,
	user: 6,
	channel: 7,
	role: 8,
	mentionable: 9,
	number: 10,
	attachment: 11,
} as const;

export const Permission = {
	addReactions: 1n << 6n,
	administrator: 1n << 3n,
	viewChannel: 1n << 10n,
	sendMessages: 1n << 11n,
	useApplicationCommands: 1n << 31n,
	sendMessagesInThreads: 1n << 38n,
} as const;
