// `npm run --silent try -- '/quotes speaker:John Ames' '[Next]'`: runs commands and presses buttons through the
// real client against the rehearsal, and prints each reply as a member reads it.
import { EventEmitter, once as onceOf } from 'node:events';
import type { Outcome, Rehearsal, ShownMessage } from 'discord-rehearsal';
import { allowClosedOutput } from '../app/closed-output.ts';
import { loadCommands, offeredCommands } from '../app/commands.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { loadRehearsal } from '../app/rehearsal.ts';
import { shutdown } from '../app/shutdown.ts';
import { readLine, type Typed } from '../app/typed.ts';
import { UserError } from '../errors.ts';

allowClosedOutput();
await runProgram(async () => {
	const lines = process.argv.slice(2);
	if (lines.length === 0)
		throw new UserError("Give one or more lines, like: npm run --silent try -- '/quotes' '[Next]'");
	const config = configFromEnvironment();
	const { startRehearsal } = await loadRehearsal(
		'npm run try needs the rehearsal, which is not installed: run npm ci without --omit=dev.',
	);
	const commands = offeredCommands(await loadCommands<never>(), config.llm !== null);
	const typed = lines.map((line) => readLine(line, commands));
	// Loaded only where the lines are right.
	const [{ openLog }, { openParts }, { connectPosting }, { startBot }] = await Promise.all([
		import('../app/log.ts'),
		import('../app/parts.ts'),
		import('../app/posting.ts'),
		import('../discord/bot.ts'),
	]);
	const log = openLog(process.env.LOG_LEVEL ? config.logLevel : 'warn');
	const closing = shutdown(log);
	// Reads markdown with a dev dependency, too.
	const view = await import('discord-rehearsal/text');
	try {
		const allow = new Set<string>();
		const parts = await openParts(config, log, undefined, { allow });
		closing.add('library', () => parts.close());
		await parts.loaded;
		const rehearsal = await startRehearsal({ port: 0, botName: 'Verbatim' });
		closing.add('rehearsal', () => rehearsal.close());
		allow.add(new URL(rehearsal.url).host);
		const answers = new EventEmitter();
		const observer = { command() {}, turnedAway() {}, interaction: () => answers.emit('whole') };
		const bot = await startBot({ ...rehearsal, shards: null, ...parts, log, observer });
		closing.add('client', () => bot.close());
		connectPosting(parts, bot);
		if (!(await bot.registered))
			throw new UserError('The commands could not be registered; the log says why.');
		let before: Reply | null = null;
		for (const [index, one] of typed.entries()) {
			// What takes long is first answered with what it does.
			const whole = onceOf(answers, 'whole');
			before = await act(one, before, { rehearsal, whole, findButton: view.findButton });
			const { components = [], rehearsal: known } = before.message;
			const seen = known.visibleTo === null ? '' : ' (only you see this)';
			process.stdout.write(
				`${index === 0 ? '' : '\n'}❯ ${lines[index]}${seen}\n\n${view.readMessage(components)}\n`,
			);
		}
	} finally {
		await closing.run();
	}
});

type FindButton = typeof import('discord-rehearsal/text').findButton;

interface Reply {
	readonly message: ShownMessage;
	readonly memberId: string;
}

/** A button is pressed by whoever got the reply before, unless somebody else is named. */
async function act(
	typed: Typed,
	before: Reply | null,
	{
		rehearsal,
		whole,
		findButton,
	}: { readonly rehearsal: Rehearsal; readonly whole: Promise<unknown>; readonly findButton: FindButton },
): Promise<Reply> {
	const { guild } = rehearsal;
	const named = typed.member === null ? null : memberId(typed.member, guild.members);
	const member = named ?? (typed.kind === 'press' ? before?.memberId : null) ?? guild.members.member;
	const by = { memberId: member, until: 'answered' } as const;
	const first = await rehearsal
		.interact(
			typed.kind === 'command'
				? { kind: 'command', name: typed.name, options: typed.options, ...by }
				: { kind: 'component', ...pressed(typed.label, before, findButton), ...by },
		)
		.catch((err: unknown) => {
			if (!(err instanceof Error && err.name === 'RehearsalError')) throw err;
			const other = err.message.startsWith('You do not have permission')
				? ' Put @owner in front of the line to try it as the one who owns the server.'
				: '';
			throw new UserError(`${err.message}${other}`);
		});
	if (first.message !== null) await whole;
	const { message, problem, modal } = rehearsal.outcome(first.interactionId) ?? first;
	if (modal !== undefined) throw new UserError(formOpened(modal));
	if (message === null) throw new UserError(problem ?? 'There was no reply.');
	return { message, memberId: member };
}

/** A form that opened, with the labels of its fields. */
function formOpened({ title, components }: NonNullable<Outcome['modal']>): string {
	const fields = components.flatMap((one) => ('label' in one ? [one.label] : []));
	return `A form opened, "${title}", with these fields: ${fields.join(', ')}. It is filled in on the page of npm start.`;
}

function pressed(label: string, before: Reply | null, findButton: FindButton) {
	const found = findButton(before?.message.components ?? [], label);
	if (before === null || found === null) throw new UserError(`The reply before has no button [${label}].`);
	return { messageId: before.message.id, ...found };
}

function memberId(name: string, members: Readonly<Record<string, string>>): string {
	const id = Object.hasOwn(members, name) ? members[name] : undefined;
	if (id === undefined)
		throw new UserError(`There is no member @${name}; there are: @${Object.keys(members).join(', @')}.`);
	return id;
}
