import type { FieldProblem } from './api.ts';

/** Why a member could not do what a script or the page asked for. */
export class RehearsalError extends Error {
	override readonly name = 'RehearsalError';
}

/** An error as Discord words it: HTTP status, JSON error code and message. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	readonly status: number;
	readonly code: number;
	readonly problems: readonly FieldProblem[];

	constructor(status: number, code: number, message: string, problems: readonly FieldProblem[] = []) {
		super(message);
		this.status = status;
		this.code = code;
		this.problems = problems;
	}

	/** The JSON that is sent. */
	body(): unknown {
		const body = { message: this.message, code: this.code };
		return this.problems.length === 0 ? body : { ...body, errors: nested(this.problems) };
	}
}

const table = {
	unauthorized: [401, 0, '401: Unauthorized'],
	notFound: [404, 0, '404: Not Found'],
	methodNotAllowed: [405, 0, '405: Method Not Allowed'],
	internal: [500, 0, '500: Internal Server Error'],
	unknownApplication: [404, 10002, 'Unknown Application'],
	unknownChannel: [404, 10003, 'Unknown Channel'],
	unknownGuild: [404, 10004, 'Unknown Guild'],
	unknownMember: [404, 10007, 'Unknown Member'],
	unknownMessage: [404, 10008, 'Unknown Message'],
	unknownRole: [404, 10011, 'Unknown Role'],
	unknownUser: [404, 10013, 'Unknown User'],
	unknownEmoji: [400, 10014, 'Unknown Emoji'],
	unknownWebhook: [404, 10015, 'Unknown Webhook'],
	unknownInteraction: [404, 10062, 'Unknown interaction'],
	unknownCommand: [404, 10063, 'Unknown application command'],
	unknownOverwrite: [404, 10009, 'Unknown Permission Overwrite'],
	tooManyPins: [400, 30003, 'Maximum number of pins reached (250)'],
	tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
	tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
	requestTooLarge: [413, 40005, 'Request entity too large'],
	tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
	forumNeedsThread: [400, 40058, 'Cannot send a message in a forum channel'],
	alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
	missingAccess: [403, 50001, 'Missing Access'],
	notInDirectMessages: [403, 50003, 'Cannot execute action on a DM channel'],
	notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
	emptyMessage: [400, 50006, 'Cannot send an empty message'],
	cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
	notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
	missingPermissions: [403, 50013, 'Missing Permissions'],
	systemMessage: [403, 50021, 'Cannot execute action on a system message'],
	wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
	invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
	bulkDeleteTooOld: [400, 50034, 'You can only bulk delete messages that are under 14 days old.'],
	invalidVersion: [400, 50041, 'Invalid API version provided'],
	archivedThread: [400, 50083, 'Thread is archived'],
	noMutualGuild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
	invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
	cannotReplyWithoutHistory: [400, 160002, 'Cannot reply without permission to read message history'],
	threadExists: [400, 160004, 'A thread has already been created for this message'],
	threadLocked: [400, 160005, 'Thread is locked'],
	cannotExpirePoll: [400, 520006, 'Cannot expire a non-poll message'],
	cannotEditPoll: [400, 520003, 'Cannot edit a poll message'],
} as const;

/** An error by name. */
export function refusal(name: keyof typeof table): ApiError {
	const [status, code, message] = table[name];
	return new ApiError(status, code, message);
}

/** 50035 with what is wrong, field by field. */
export function invalidForm(problems: readonly FieldProblem[]): ApiError {
	return new ApiError(400, 50035, 'Invalid Form Body', problems);
}

/** @throws ApiError 50035 where there is any problem. */
export function refuseProblems(problems: readonly FieldProblem[]): void {
	if (problems.length > 0) throw invalidForm(problems);
}

interface Nested {
	[field: string]: Nested | { code: string; message: string }[];
}

/** "a.0.b" becomes `{ a: { 0: { b: { _errors: [...] } } } }`, as Discord nests them. */
function nested(problems: readonly FieldProblem[]): Nested {
	const root: Nested = Object.create(null) as Nested;
	for (const { path, code, message } of problems) {
		let at = root;
		for (const key of path === '' ? [] : path.split('.')) {
			const next = at[key];
			if (next !== undefined && !Array.isArray(next)) at = next;
			else at = at[key] = Object.create(null) as Nested;
		}
		const list = at._errors;
		if (Array.isArray(list)) list.push({ code, message });
		else at._errors = [{ code, message }];
	}
	return root;
}
