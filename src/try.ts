// `npm run --silent try -- '/quotes speaker:John Ames' '[Next]'`: runs commands and presses buttons through the
// real client against the rehearsal, and prints each reply as a member reads it.
import type { Command } from './command.ts';
import { startBot } from './discord/bot.ts';
import { findButton, readMessage } from './discord/views/text.ts';
import { configFromEnvironment, runProgram } from './environment.ts';
import { UserError } from './errors.ts';
import { openLog } from './log.ts';
import { openParts } from './parts.ts';
import type { Outcome, Rehearsal, ShownMessage } from './rehearsal/api.ts';
import { startRehearsal } from './rehearsal/rehearsal.ts';
import { shutdown } from './shutdown.ts';
import { readLine, type Typed } from './typed.ts';

await runProgram(async () => {
	const lines = process.argv.slice(2);
	if (lines.length === 0)
		throw new UserError("Give one or more lines, like: npm run --silent try -- '/quotes' '[Next]'");
	const config = configFromEnvironment();
	const log = openLog(process.env.LOG_LEVEL ? config.logLevel : 'warn');
	const closing = shutdown(log);
	try {
		const parts = await openParts(config, log);
		closing.add('library', () => parts.close());
		const typed = lines.map((line) => readLine(line, parts.commands as ReadonlyMap<string, Command<never>>));
		await parts.loaded;
		const rehearsal = await startRehearsal({ port: 0 });
		closing.add('rehearsal', () => rehearsal.close());
		const bot = await startBot({ ...rehearsal, shards: null, ...parts, log });
		closing.add('client', () => bot.close());
		if (!(await bot.registered))
			throw new UserError('The commands could not be registered; the log says why.');
		let last: ShownMessage | null = null;
		for (const [index, one] of typed.entries()) {
			const outcome: Outcome = await act(one, last, rehearsal);
			if (outcome.message === null) throw new UserError(outcome.problem ?? 'There was no reply.');
			last = outcome.message;
			const seen = outcome.ephemeral ? ' (only you see this)' : '';
			process.stdout.write(
				`${index === 0 ? '' : '\n'}❯ ${lines[index]}${seen}\n\n${readMessage(last.components ?? [])}\n`,
			);
		}
	} finally {
		await closing.run();
	}
});

async function act(typed: Typed, last: ShownMessage | null, rehearsal: Rehearsal): Promise<Outcome> {
	const member = memberId(typed.member, rehearsal);
	const from = { ...(member === null ? {} : { memberId: member }), until: 'answered' } as const;
	if (typed.kind === 'command') {
		return rehearsal.interact({ kind: 'command', name: typed.name, options: typed.options, ...from });
	}
	const found = findButton(last?.components ?? [], typed.label);
	if (last === null || found === null)
		throw new UserError(`The reply before has no button [${typed.label}].`);
	return rehearsal.interact({ kind: 'component', messageId: last.id, ...found, ...from });
}

function memberId(name: string | null, { guild }: Rehearsal): string | null {
	if (name === null) return null;
	const members: Readonly<Record<string, string>> = guild.members;
	const id = Object.hasOwn(members, name) ? members[name] : undefined;
	if (id === undefined)
		throw new UserError(`There is no member @${name}; there are: @${Object.keys(members).join(', @')}.`);
	return id;
}
