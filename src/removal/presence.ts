/** What is known of the servers that the bot is in. `discord/` implements it. */
export interface Presence {
	/**
	 * Whether the bot is in a server; 'unknown' where another process has its part of the gateway, or this one is not
	 * connected. A server in an outage of Discord's is still one that the bot is in.
	 */
	standing(server: string): 'in' | 'gone' | 'unknown';
	/** Grows whenever a part of the gateway was connected anew: servers may have come and gone meanwhile. */
	connections(): number;
	/** Tells of servers that the bot joins, or that remove it, from now on. */
	onChange(changed: (server: string, now: 'in' | 'gone') => void): void;
}
