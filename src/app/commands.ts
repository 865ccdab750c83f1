import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from '../command.ts';

const folder = new URL('../../commands/', import.meta.url);

/**
 * The commands by name ("quotes", "digest show"): every file of `commands/` exports one by default, or an array
 * of subcommands.
 * @throws TypeError for a file that exports none, or a name that two have.
 */
export async function loadCommands<Context>(): Promise<ReadonlyMap<string, Command<Context>>> {
	const files = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.ts')).sort();
	const modules = await Promise.all(
		files.map(async (file) => ({
			file,
			module: (await import(new URL(file, folder).href)) as { default?: unknown },
		})),
	);
	const commands = new Map<string, Command<Context>>();
	for (const { file, module } of modules) {
		for (const command of [module.default].flat()) {
			if (!isCommand<Context>(command))
				throw new TypeError(`commands/${file} exports no command by default.`);
			if (commands.has(command.name)) throw new TypeError(`Two commands are named "${command.name}".`);
			commands.set(command.name, command);
		}
	}
	return commands;
}

/** Those that are there: without a language model nobody is offered what could only fail. */
export function offeredCommands<One>(
	all: ReadonlyMap<string, One>,
	hasModel: boolean,
): ReadonlyMap<string, One> {
	return hasModel ? all : new Map([...all].filter(([name]) => name !== 'explain'));
}

function isCommand<Context>(value: unknown): value is Command<Context> {
	return (
		typeof value === 'object' && value !== null && 'name' in value && 'options' in value && 'run' in value
	);
}
