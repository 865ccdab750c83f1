import { Temporal } from '../../temporal.ts';

/**
 * Minutes east of UTC. Only abbreviations with one meaning are here: "IST" is India, Ireland and Israel,
 * "CST" is Chicago, Shanghai and Havana, "BST" is Britain and Bangladesh, so a time with one of those stays
 * unknown. The North American ones have their meaning from RFC 5322, the others from the tz database.
 */
const zones: Readonly<Record<string, number>> = {
	...{ z: 0, gmt: 0, utc: 0, ut: 0, wet: 0, west: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180 },
	...{ est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
	...{ akst: -540, akdt: -480, hst: -600, nst: -210, ndt: -150 },
	...{ jst: 540, kst: 540, hkt: 480, pkt: 300, wib: 420, wita: 480, wit: 540 },
	...{ awst: 480, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
	...{ wat: 60, cat: 120, sast: 120, eat: 180 },
	...{ mez: 60, mesz: 120, idt: 180, trt: 180, irst: 210, npt: 345, ict: 420 },
	...{ myt: 480, sgt: 480, pht: 480, brt: -180, art: -180, pet: -300 },
};
/** Names that several zones have: a time with one of them is a time, and its moment is unknown. */
const ambiguous = ['ist', 'cst', 'bst'];
/** Abbreviations that leave summer time to the date. */
const places: Readonly<Record<string, string>> = {
	...{ et: 'America/New_York', ct: 'America/Chicago', mt: 'America/Denver', pt: 'America/Los_Angeles' },
};

/** Every abbreviation of a zone that is known, in capitals, the longest first; "Z" is not among them. */
export const zoneNames: readonly string[] = [...Object.keys(zones), ...Object.keys(places), ...ambiguous]
	.filter((name) => name !== 'z')
	.map((name) => name.toUpperCase())
	.sort((a, b) => b.length - a.length);

/** Offsets that are not whole hours and yet kept somewhere, in minutes. */
const oddOffsets = new Set([-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825]);

/** Whether clocks anywhere are kept this many minutes east of UTC. */
export function isOffset(minutes: number): boolean {
	return (minutes % 60 === 0 && minutes >= -720 && minutes <= 840) || oddOffsets.has(minutes);
}

/** "+03:00" of 180. */
export function formatOffset(minutes: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const distance = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

/** Minutes of "3", "03", "0330", "3:30" after a sign; null where no clock is kept so. */
export function offsetOf(sign: string, digits: string): number | null {
	const parts = /^(\d{1,2})(?::?(\d{2}))?$/.exec(digits);
	if (!parts) return null;
	const distance = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
	const minutes = sign === '+' || distance === 0 ? distance : -distance;
	return isOffset(minutes) ? minutes : null;
}

/** Minutes east of UTC of a zone's abbreviation on a local date and time; null where it has no one meaning. */
export function namedOffset(name: string, local: string): number | null {
	const key = name.toLowerCase();
	const place = Object.hasOwn(places, key) ? places[key] : undefined;
	if (place) return Temporal.PlainDateTime.from(local).toZonedDateTime(place).offsetNanoseconds / 60e9;
	return fixedOffset(name);
}

/** Minutes east of UTC of a zone's abbreviation that has one meaning all year; null for any other. */
export function fixedOffset(name: string): number | null {
	const key = name.toLowerCase();
	return Object.hasOwn(zones, key) ? (zones[key] ?? null) : null;
}
