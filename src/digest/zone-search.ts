import { distance } from 'fastest-levenshtein';
import { cityOf, foldPlace, isMain, type Zone, zones } from './zone-list.ts';

/** One in so many letters may be wrong in a name that still counts as a slip, and never more than three. */
const lettersForSlip = 3;
const mostSlips = 3;

/** Zones with all words in their name, country or cities, best first; where there are none, those a slip away. */
export function nearestZones(folded: string, count: number): readonly Zone[] {
	const found = zonesWithWords(folded);
	return (found.length > 0 ? found : zonesASlipAway(folded)).slice(0, count);
}

/** Zones with all words in their name, country or cities; first those whose own city begins so. */
function zonesWithWords(folded: string): Zone[] {
	const words = folded.split(' ').filter((word) => word !== '');
	if (words.length === 0) return [];
	const rank = (zone: Zone) => (cityOf(zone).startsWith(folded) ? 0 : 4) + (isMain(zone) ? 0 : 1);
	return zones()
		.filter((zone) => zone.current && words.every((word) => ` ${zone.searched}`.includes(` ${word}`)))
		.sort((one, other) => rank(one) - rank(other));
}

/** Zones of which a name is a slip away from the typed one, the nearest first. */
export function zonesASlipAway(folded: string): Zone[] {
	const most = Math.min(mostSlips, Math.floor(folded.length / lettersForSlip));
	// A letter changed in a shorter one makes another name: Mary, in Turkmenistan, out of Mars.
	if (folded.length < 5) return [];
	return zones()
		.filter(({ current }) => current)
		.map((zone) => {
			const cities = isMain(zone) ? (zone.place?.mainCities ?? []) : [];
			const names = [cityOf(zone), foldPlace(zone.name), ...cities.map(foldPlace)];
			return { zone, far: Math.min(...names.map((name) => distance(folded, name))) };
		})
		.filter(({ far }) => far <= most)
		.sort((one, other) => one.far - other.far)
		.map(({ zone }) => zone);
}
