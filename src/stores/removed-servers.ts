/**
 * Whether a server still has the bot, as a condition that both databases take: what was set there rests otherwise.
 * @param server the column with its id, with its table in front of it.
 */
export const hasBot = (server: `${string}.server`): string =>
	`NOT EXISTS (SELECT 1 FROM removed_servers AS gone WHERE gone.server = ${server})`;
