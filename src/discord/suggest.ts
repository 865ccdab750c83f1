import { type AutocompleteInteraction, InteractionResponseType } from 'discord.js';
import type { Suggestion } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Runtime } from './answer.ts';
import * as limits from './limits.ts';
import { readOptions, withoutFiles } from './options.ts';
import { placeOf } from './place.ts';
import { plainLine } from './plain.ts';
import { callback, report, within } from './respond.ts';
import { commandName, givenOptions } from './slash.ts';
import { label } from './views/cut.ts';

/** Offers answers while a member types. Whatever goes wrong or takes too long, the member only sees no offers. */
export async function suggest<Context>(
	interaction: AutocompleteInteraction,
	runtime: Runtime<Context>,
): Promise<void> {
	let offers: readonly Suggestion[] = [];
	try {
		offers = (await within(offersFor(interaction, runtime), limits.suggestWithin)) ?? [];
	} catch (err) {
		// What is typed so far may still be invalid.
		if (!(err instanceof UserError))
			runtime.log.warn({ err, reference: interaction.id }, 'no offers could be made');
	}
	await offer(interaction, offers, runtime);
}

/** Sends offers. What goes wrong is logged. */
export async function offer(
	interaction: AutocompleteInteraction,
	offers: readonly Suggestion[],
	{ log }: Pick<Runtime<never>, 'log'>,
): Promise<void> {
	try {
		const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
		await callback(interaction, { type, data: { choices: choices(offers) } });
	} catch (err) {
		report(err, interaction, log);
	}
}

async function offersFor<Context>(
	interaction: AutocompleteInteraction,
	runtime: Runtime<Context>,
): Promise<readonly Suggestion[]> {
	const command = runtime.commands.get(commandName(interaction));
	const focused = interaction.options.getFocused(true);
	const option =
		command !== undefined && Object.hasOwn(command.options, focused.name)
			? command.options[focused.name]
			: undefined;
	if (command === undefined || option?.kind !== 'string' || option.suggest === undefined) return [];
	const { [focused.name]: typed, private: _, ...others } = givenOptions(interaction);
	const optional = Object.fromEntries(
		Object.entries(command.options).map(([name, one]) => [name, { ...one, required: false }]),
	);
	const filled = withoutFiles(readOptions(optional, others, { hidden: false }));
	return option.suggest(
		String(typed ?? '').slice(0, option.maxLength),
		runtime.contextOf(await placeOf(interaction, runtime)),
		filled,
	);
}

/** At most 25, each within Discord's lengths; a value too long to be sent back is not offered. */
export function choices(offers: readonly Suggestion[]): { name: string; value: string }[] {
	return offers
		.filter(({ value }) => value !== '' && value.length <= limits.choiceText)
		.slice(0, limits.optionChoices)
		.map(({ label: shown, value }) => ({ name: label(plainLine(shown), limits.choiceText) || value, value }));
}
