/**
 * A number of 32 bits, not negative, that depends on a text alone: FNV-1a (Fowler, Noll, Vo) over UTF-16 units. What is
 * made of it is stored, so it must stay as it is.
 */
export function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash >>> 0;
}
