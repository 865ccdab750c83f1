import { articleSchema } from '../article.ts';

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)? ?(Z|[+-]\d{2}:?\d{2})$/u;

/**
 * A moment that a page writes by ISO 8601, as an article keeps it. Null for a day alone, for a time without an offset,
 * and for a day or an hour that no calendar has.
 */
export function momentOf(written: string | null): string | null {
	const [, day, minutes, seconds = ':00', zone = ''] = iso.exec(written ?? '') ?? [];
	if (day === undefined) return null;
	const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
	const at = `${day}T${minutes}${seconds}${offset}`;
	return articleSchema.shape.publishedAt.safeParse(at).success ? at : null;
}
