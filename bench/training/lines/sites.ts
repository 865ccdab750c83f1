/** Names by which a page's publisher is known: the registered label of an address, the letters of another name. */
export function siteName(address: string): string {
	const host = /^https?:\/\//.test(address) ? new URL(address).hostname : address;
	const labels = host.toLowerCase().split('.');
	const known =
		labels.length > 1 ? labels.slice(0, -1).filter((label) => label.length > 3 || labels.length < 3) : labels;
	const name = known.at(-1) ?? labels[0] ?? '';
	return name.replace(/[^\p{L}\p{N}]/gu, '').replace(/^(?:the|die|der|das|el|la|le|il)(?=\p{L}{4})/u, '');
}

/** Gives names of the same site one number: those where one begins with the other ("bbc", "bbcnews"). */
export function groupSites(names: readonly string[]): Map<string, number> {
	const groups = new Map<string, number>();
	const heads: string[] = [];
	for (const name of [...new Set(names)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
		const head = heads.findIndex((one) => one.length >= 3 && name.startsWith(one));
		groups.set(name, head >= 0 ? head : heads.push(name) - 1);
	}
	return groups;
}

/** A number that depends on the text alone. */
export function hashOf(text: string): number {
	let hash = 2166136261;
	for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
	return hash;
}
