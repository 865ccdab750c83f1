import { type RawTimeZone, rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { fold } from '../language/fold.ts';
import { Temporal } from '../temporal.ts';

/** What is known about a name of the tz database. */
export interface Zone {
	/** As it is written: "America/New_York". */
	readonly name: string;
	/** Whether the name is current; older ones are understood and not offered. */
	readonly current: boolean;
	/** Country and cities, where it has some. */
	readonly place: RawTimeZone | null;
	/** Everything that it is found by, folded. */
	readonly searched: string;
}

/** Folds case, accents and punctuation away: "São Paulo" is "sao paulo". */
export function foldPlace(text: string): string {
	return fold(text)
		.replace(/[^a-z0-9+]+/gu, ' ')
		.trim();
}

interface ZoneList {
	readonly all: readonly Zone[];
	/** By name in small letters. */
	readonly byName: ReadonlyMap<string, Zone>;
}

let list: ZoneList | null = null;

/** Built at first use: only setting up a digest asks for it, and the start of the bot should not wait for that. */
function zoneList(): ZoneList {
	list ??= listOf();
	return list;
}

function listOf(): ZoneList {
	const placeOf = new Map(rawTimeZones.flatMap((raw) => raw.group.map((name) => [name, raw] as const)));
	const currentNames = new Set([...timeZonesNames, 'Etc/UTC', 'UTC']);
	const names = new Set([...currentNames, ...placeOf.keys(), ...Intl.supportedValuesOf('timeZone')]);
	const all = [...names].map((name) => {
		const place = placeOf.get(name) ?? null;
		const main = place?.name === name ? [place.alternativeName, place.abbreviation, ...place.mainCities] : [];
		return {
			name,
			current: currentNames.has(name),
			place,
			searched: foldPlace([name, place?.countryName ?? '', ...main].join(' ')),
		};
	});
	return { all, byName: new Map(all.map((zone) => [zone.name.toLowerCase(), zone])) };
}

/** All that are known, current and older ones. */
export function zones(): readonly Zone[] {
	return zoneList().all;
}

/** All names of the tz database that are understood. */
export function zoneNames(): readonly string[] {
	return zones().map(({ name }) => name);
}

/** A zone by its name, in any case and with blanks for underscores. */
export function zoneNamed(name: string): Zone | null {
	return zoneList().byName.get(name.trim().toLowerCase().replace(/\s+/gu, '_')) ?? null;
}

/** The zone's own city, folded: "new york". */
export function cityOf({ name }: Zone): string {
	return foldPlace(name.split('/').at(-1) ?? name);
}

/** Whether a zone represents its country and cities in the list, and not only for a part of them. */
export function isMain({ name, place }: Zone): boolean {
	return place?.name === name;
}

/** Whether this runtime knows a zone: its tz database may be older than the list. */
export function isKnownHere(name: string): boolean {
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch {
		return false;
	}
}
