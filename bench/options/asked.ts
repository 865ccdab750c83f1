import type { Context } from '../../commands/shared/context.ts';
import type { AnyOption, Command } from '../../src/command.ts';
import type { Place } from '../../src/place.ts';

export const placeOfBench: Place = {
	server: { id: '100000000000000001', name: 'Bench' },
	channel: { id: '100000000000000002' },
	member: { id: '100000000000000003', name: 'Ada', mayManageServer: false },
	locale: 'en-GB',
} as Place;

/** What a member may type that costs most: repeated, common, rare, mistyped, short, very long, without words. */
const typed: readonly string[] = [
	'a',
	'ba',
	'ce',
	'pier',
	'gate '.repeat(20).trim(),
	'gate gates gated gating pier piers harbour harbours boats boat bridge bridges ferry ferries town towns',
	'ce ba di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri flo gru bace cedi',
	'harbuor concil brigde piar wintr repiars mayro poeple moeny ferrry',
	'zzzzzzz qqqqqqq xxxxxxx wwwwwww vvvvvvv',
	'a b c d e f g h i j k l m n o p q r s t u v w x y z',
	'x'.repeat(100),
	'the of and to in',
	'"*(){}[]^~:- NEAR(AND) OR NOT',
	'💩'.repeat(50),
	'Ada Quillon',
	'ada',
];

export interface Way {
	readonly asked: string;
	readonly run: () => Promise<unknown>;
}

/** Every command with each of its options at its limits, alone and with an article, and every completion. */
export async function waysToAsk(
	commands: ReadonlyMap<string, Command<Context>>,
	context: Context,
): Promise<readonly Way[]> {
	const latest = await context.library.latest(12);
	const ids = latest.map(({ id }) => id);
	const ways: Way[] = [];
	const ask = (command: Command<Context>, options: Record<string, string | number | boolean>) =>
		ways.push({
			asked: `/${command.name} ${JSON.stringify(options).slice(0, 110)}`,
			run: () => command.run(options as never, context),
		});
	for (const command of commands.values()) {
		if (command.only !== undefined || command.name === 'notify') continue;
		ask(command, {});
		for (const [name, option] of Object.entries(command.options)) {
			for (const value of valuesOf(option)) {
				ask(command, { [name]: value });
				if (name === 'article' || !('article' in command.options)) continue;
				for (const article of ids) ask(command, { [name]: value, article });
			}
			if (name === 'article') for (const article of ids) ask(command, { article });
			if (name === 'about') for (const about of typed) ask(command, { speaker: 'ada', about });
			if (option.kind !== 'string' || !option.suggest) continue;
			const { suggest } = option;
			for (const text of ['', ...typed]) {
				for (const filled of [{}, { article: ids[0] ?? '' }, { speaker: 'ada' }]) {
					const shown = `completing ${command.name} ${name}:${text} ${JSON.stringify(filled)}`;
					ways.push({ asked: shown.slice(0, 130), run: () => suggest(text, context, filled) });
				}
			}
		}
	}
	return ways;
}

function valuesOf(option: AnyOption<Context>): readonly (string | number | boolean)[] {
	switch (option.kind) {
		case 'integer':
			return [option.min, Math.min(option.max, 3), option.max];
		case 'boolean':
			return [true];
		case 'string':
			return option.choices
				? Object.keys(option.choices)
				: typed.map((text) => text.slice(0, option.maxLength));
		default:
			return [];
	}
}
