import { Temporal } from '../temporal.ts';
import { foldPlace, isKnownHere, isMain, zones } from './zone-list.ts';
import { readOffset, zoneText } from './zone-offset.ts';
import { nearestZones } from './zone-search.ts';
import { zonesOfLanguage } from './zones.ts';

/**
 * Zones to offer while a member types: by name, city, country or offset; before anything is typed those of the
 * member's language first. Only what fits the typed text is offered.
 * @param now in milliseconds since 1970, to show the current time of each of them.
 */
export function suggestZones(
	typed: string,
	{ locale, now, limit }: { readonly locale: string; readonly now: number; readonly limit: number },
): readonly { readonly label: string; readonly value: string }[] {
	const text = typed.slice(0, 100);
	const folded = foldPlace(text);
	const offset = readOffset(text);
	const usual = () => zones().filter((zone) => zone.name === 'UTC' || isMain(zone));
	const found =
		folded === ''
			? [...new Set([...zonesOfLanguage(locale), ...usual()])]
			: nearestZones(folded, offset === null ? limit : 0);
	const clockIn = (zone: string) =>
		Temporal.Instant.fromEpochMilliseconds(now)
			.toZonedDateTimeISO(zone)
			.toPlainTime()
			.toString({ smallestUnit: 'minute' });
	const offers =
		offset === null
			? []
			: [
					{
						label: `${zoneText(offset)}, without summer time · ${clockIn(offset)} now`,
						value: zoneText(offset),
					},
				];
	for (const { name, place } of found) {
		if (offers.length === limit) break;
		if (!isKnownHere(name)) continue;
		const country = place === null ? '' : ` · ${place.countryName}`;
		offers.push({ label: `${name}${country} · ${clockIn(name)} now`, value: name });
	}
	return offers;
}
