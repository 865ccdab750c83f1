import { type RawTimeZone, rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { distance } from 'fastest-levenshtein';
import { Temporal } from 'temporal-polyfill';
import { UserError } from '../errors.ts';

/** What is known of a name of the tz database. */
interface Zone {
	/** As it is written: "America/New_York". */
	readonly name: string;
	/** Names of today; older ones are understood and not offered. */
	readonly current: boolean;
	/** Country and cities, where it has some. */
	readonly place: RawTimeZone | null;
	/** All that it is found by, folded. */
	readonly searched: string;
}

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

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9+]+/gu, ' ')
		.trim();
}

const placeOf = new Map(rawTimeZones.flatMap((raw) => raw.group.map((name) => [name, raw] as const)));
const currentNames = new Set([...timeZonesNames, 'Etc/UTC', 'UTC']);

const zones: readonly Zone[] = [
	...new Set([...currentNames, ...placeOf.keys(), ...Intl.supportedValuesOf('timeZone')]),
].map((name) => {
	const place = placeOf.get(name) ?? null;
	const main = place?.name === name ? [place.alternativeName, place.abbreviation, ...place.mainCities] : [];
	return {
		name,
		current: currentNames.has(name),
		place,
		searched: fold([name, place?.countryName ?? '', ...main].join(' ')),
	};
});

const byName = new Map(zones.map((zone) => [zone.name.toLowerCase(), zone]));

/** All names of the tz database that are understood. */
export function zoneNames(): readonly string[] {
	return zones.map(({ name }) => name);
}

/**
 * The zone that is meant: a name of the tz database in any case, or a city that only one has.
 * @returns its name as it is written there.
 * @throws UserError that offers the nearest names.
 */
export function readZone(typed: string): string {
	const text = typed.slice(0, 100).trim();
	const exact = byName.get(text.toLowerCase().replace(/\s+/gu, '_'));
	if (exact && isKnownHere(exact.name)) return exact.name;
	const folded = fold(text);
	const named = zones.filter((zone) => zone.current && (cityOf(zone) === folded || isMainCity(zone, folded)));
	const [only] = named;
	if (only && named.length === 1 && isKnownHere(only.name)) return only.name;
	if (/^(?:gmt|utc)?\s?[+-]\s?\d/iu.test(text)) {
		throw new UserError(
			`“${text.slice(0, 40)}” says nothing of summer time. Give a time zone by its city, like Europe/Berlin or America/New_York.`,
		);
	}
	const near = nearestZones(text, 3).join(', ');
	throw new UserError(
		`I know no time zone “${text.slice(0, 40)}”. Near it are ${near}; pick one of the names that I offer while you type.`,
	);
}

/** The zone's own city: "new york". */
function cityOf({ name }: Zone): string {
	return fold(name.split('/').at(-1) ?? name);
}

function isMainCity({ name, place }: Zone, folded: string): boolean {
	return place?.name === name && place.mainCities.some((city) => fold(city) === folded);
}

/** The tz database of the runtime may be older than the list. */
function isKnownHere(name: string): boolean {
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch {
		return false;
	}
}

function nearestZones(typed: string, count: number): string[] {
	const folded = fold(typed);
	const found = search(folded);
	if (found.length > 0) return found.slice(0, count).map(({ name }) => name);
	return zones
		.filter(({ current }) => current)
		.map((zone) => ({
			name: zone.name,
			far: Math.min(distance(folded, cityOf(zone)), distance(folded, fold(zone.name))),
		}))
		.sort((one, other) => one.far - other.far)
		.slice(0, count)
		.map(({ name }) => name);
}

/** Zones with all words in their name, country or cities, the best first: those whose own city begins so. */
function search(folded: string): Zone[] {
	const words = folded.split(' ').filter((word) => word !== '');
	const rank = (zone: Zone) =>
		(cityOf(zone).startsWith(folded) ? 0 : 4) + (zone.place?.name === zone.name ? 0 : 1);
	return zones
		.filter((zone) => zone.current && words.every((word) => ` ${zone.searched}`.includes(` ${word}`)))
		.sort((one, other) => rank(one) - rank(other));
}

/** The zone that people with this language mostly live in, or null where it says nothing ("es-419"). */
export function guessZone(locale: string): string | null {
	const [first] = zonesOfLanguage(locale);
	return first?.name ?? null;
}

function zonesOfLanguage(locale: string): Zone[] {
	const region = regionOf(locale);
	const main = mainZones[region ?? ''];
	return zones
		.filter((zone) => zone.place?.countryCode === region && zone.place?.name === zone.name)
		.sort((one, other) => Number(other.name === main) - Number(one.name === main));
}

function regionOf(locale: string): string | undefined {
	try {
		return new Intl.Locale(locale).maximize().region;
	} catch {
		return undefined;
	}
}

/**
 * Zones to offer while a member types: by name, city and country; before that those of the member's language.
 * @param now in milliseconds since 1970, for the time that each of them has.
 */
export function suggestZones(
	typed: string,
	{ locale, now, limit }: { readonly locale: string; readonly now: number; readonly limit: number },
): readonly { readonly label: string; readonly value: string }[] {
	const folded = fold(typed.slice(0, 100));
	const first = zonesOfLanguage(locale);
	const usual = zones.filter(({ name, place }) => name === 'UTC' || place?.name === name);
	const found = folded === '' ? [...new Set([...first, ...usual])] : search(folded);
	const near =
		found.length > 0 ? found : nearestZones(typed, 5).flatMap((name) => byName.get(name.toLowerCase()) ?? []);
	const offers: { label: string; value: string }[] = [];
	for (const { name, place } of near) {
		if (offers.length === limit) break;
		if (!isKnownHere(name)) continue;
		const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(name).toPlainTime();
		const country = place === null ? '' : ` · ${place.countryName}`;
		offers.push({
			label: `${name}${country} · ${clock.toString({ smallestUnit: 'minute' })} now`,
			value: name,
		});
	}
	return offers;
}
