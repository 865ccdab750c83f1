/** Why Discord did not do something: errors of it are returned, never thrown. */
export interface TroubleOf<Kind extends string> {
	readonly trouble: Kind;
	/** For the log: Discord's error text, without any part of a message. */
	readonly detail: string;
}

export function isTrouble<Result extends object>(
	result: Result,
): result is Extract<Result, { readonly trouble: string }> {
	return 'trouble' in result;
}
