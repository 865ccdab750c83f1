import type { Filled } from '../card.ts';
import { type Command, privateOption } from '../command.ts';
import { readOptions, withoutFiles } from '../discord/options.ts';
import { UserError } from '../errors.ts';

/** What a line of `npm run try` asks for. */
export type Typed =
	| {
			readonly kind: 'command';
			readonly member: string | null;
			readonly name: string;
			readonly options: Filled;
	  }
	/** A button, or a choice in a menu, of the last reply. */
	| { readonly kind: 'press'; readonly member: string | null; readonly label: string };

const optionName = /(?<=^|\s)([\w-]+):/gu;

type Known = ReadonlyMap<string, Pick<Command<never>, 'options' | 'way'>>;

/**
 * Reads `/quotes speaker:John Ames about:"the bridge" private:true` or `[Next]`, each optionally with `@member `
 * in front. A value goes on to the next option's name. In quotation marks it may hold such a name, and only then are
 * marks around the whole value taken off: others are what a member would type, too.
 * @throws UserError one sentence that says what is wrong with the line.
 */
export function readLine(line: string, commands: Known): Typed {
	const [, member = null, rest = ''] = /^\s*(?:@([\w-]+)\s+)?(.*)$/su.exec(line) ?? [];
	const text = rest.trim();
	const label = /^\[(.+)\]$/su.exec(text)?.[1];
	if (label !== undefined) return { kind: 'press', member, label };
	const name = commandIn(text, commands);
	const command = commands.get(name);
	if (command === undefined) throw new UserError(unknownCommand(text, commands));
	const options = { ...command.options, private: privateOption };
	const given = pairs(text.slice(name.length + 1).trim(), Object.keys(options), name);
	return {
		kind: 'command',
		member,
		name,
		options: withoutFiles(readOptions(options, given, { hidden: false })),
	};
}

/** The longest name wins, so that "digest show" is not read as "digest". */
function commandIn(text: string, commands: Known): string {
	const fits = [...commands.keys()].filter((name) => text === `/${name}` || text.startsWith(`/${name} `));
	return fits.sort((one, other) => other.length - one.length)[0] ?? '';
}

function unknownCommand(text: string, commands: Known): string {
	const slash = [...commands].filter(([, { way = 'slash' }]) => way === 'slash');
	const names = slash.map(([name]) => `/${name}`).join(', ');
	return text.startsWith('/')
		? `There is no command ${text.split(' ')[0]}; there are: ${names}.`
		: `A line is a command like "/help" or a button like "[Next]"; the commands are: ${names}.`;
}

function pairs(text: string, names: readonly string[], command: string): Record<string, string> {
	const given: Record<string, string> = {};
	const starts = [...text.matchAll(optionName)].filter(
		({ 1: name = '', index }) => index === 0 || (names.includes(name) && !quoted(text, index)),
	);
	if (text !== '' && starts[0]?.index !== 0) {
		throw new UserError(
			`/${command} takes options by name, like ${names[0]}:…, and "${text.slice(0, 40)}" has none.`,
		);
	}
	for (const [at, { 0: mark, 1: name = '', index }] of starts.entries()) {
		const value = text.slice(index + mark.length, starts[at + 1]?.index).trim();
		const inside = /^"([^"]*)"$/u.exec(value)?.[1];
		given[name] = inside !== undefined && namesAnOption(inside, names) ? inside : value;
	}
	return given;
}

function namesAnOption(text: string, names: readonly string[]): boolean {
	return [...text.matchAll(optionName)].some(({ 1: name = '' }) => names.includes(name));
}

/** Whether an offset is between quotation marks, of which the second is there. */
function quoted(text: string, offset: number): boolean {
	return (text.slice(0, offset).split('"').length - 1) % 2 === 1 && text.includes('"', offset);
}
