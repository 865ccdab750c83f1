import type { Runtime } from './answer.ts';

/** The name of a command now, where a button or a form has one from before. */
export function nameNow<Context>(command: string, { commands }: Pick<Runtime<Context>, 'commands'>): string {
	if (commands.has(command)) return command;
	return [...commands.values()].find(({ formerly }) => formerly === command)?.name ?? command;
}
