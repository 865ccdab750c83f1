import { UserError } from '../errors.ts';
import { cityOf, foldPlace, isKnownHere, isMain, type Zone, zoneNamed, zones } from './zone-list.ts';
import { readOffset } from './zone-offset.ts';
import { zonesASlipAway } from './zone-search.ts';

/** Of countries with several clocks, the one that most of the people have. */
const mainZones: Readonly<Record<string, string>> = {
	AU: 'Australia/Sydney',
	BR: 'America/Sao_Paulo',
	CA: 'America/Toronto',
	CN: 'Asia/Shanghai',
	ES: 'Europe/Madrid',
	ID: 'Asia/Jakarta',
	MX: 'America/Mexico_City',
	PT: 'Europe/Lisbon',
	RU: 'Europe/Moscow',
	UA: 'Europe/Kyiv',
	US: 'America/New_York',
};

/**
 * The zone that is meant: a name of the tz database in any case, a city, a country with one clock, or an offset
 * ("UTC+3").
 * @returns its name as it is written in the tz database, or an offset as `readOffset` gives it.
 * @throws UserError that offers the nearest names, where there are any.
 */
export function readZone(typed: string): string {
	const text = typed.slice(0, 100).replace(/\s+/gu, ' ').trim();
	const exact = zoneNamed(text);
	if (exact && isKnownHere(exact.name)) return exact.name;
	const offset = readOffset(text);
	if (offset !== null) return offset;
	const shown = text.slice(0, 40);
	const folded = foldPlace(text);
	for (const named of namedBy(folded)) {
		const known = named.filter(({ name }) => isKnownHere(name));
		const [first] = known;
		if (first && known.length === 1) return first.name;
		if (known.length > 1) {
			throw new UserError(
				`There are several time zones in ${shown}: ${listed(known.slice(0, 4).map(({ name }) => name))}. Pick one of them.`,
			);
		}
	}
	const near = zonesASlipAway(folded)
		.slice(0, 3)
		.map(({ name }) => name);
	throw new UserError(
		near.length === 0
			? `I know no time zone called ${shown || 'that'}. Type a city, a country or an offset, such as Berlin, Kenya or UTC+3, and pick from the list.`
			: `I know no time zone called ${shown}. Did you mean ${listed(near)}?`,
	);
}

/** Zones with a name, surest first: of their own city, of another city there, of their country. */
function namedBy(folded: string): readonly (readonly Zone[])[] {
	if (folded === '') return [];
	const current = zones().filter((zone) => zone.current);
	// "Kiev" is Europe/Kyiv's older name.
	const older = zones().filter((zone) => !zone.current && zone.name.includes('/') && cityOf(zone) === folded);
	const renamed = older.flatMap(({ place }) => zoneNamed(place?.name ?? '') ?? []);
	return [
		current.filter((zone) => cityOf(zone) === folded),
		[...new Set(renamed)],
		current.filter(
			(zone) => isMain(zone) && zone.place?.mainCities.some((city) => foldPlace(city) === folded),
		),
		current.filter((zone) => isMain(zone) && foldPlace(zone.place?.countryName ?? '') === folded),
	];
}

function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** The zone that people with this language mostly live in, or null where it says nothing ("es-419"). */
export function guessZone(locale: string): string | null {
	const [first] = zonesOfLanguage(locale);
	return first?.name ?? null;
}

/** The zones of the country where a language is mostly spoken, the most populated first. */
export function zonesOfLanguage(locale: string): Zone[] {
	const region = regionOf(locale);
	const main = mainZones[region ?? ''];
	return zones()
		.filter((zone) => zone.place?.countryCode === region && isMain(zone))
		.sort((one, other) => Number(other.name === main) - Number(one.name === main));
}

function regionOf(locale: string): string | undefined {
	try {
		return new Intl.Locale(locale).maximize().region;
	} catch {
		return undefined;
	}
}
