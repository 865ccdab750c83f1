/** Longer addresses are no pages'. */
const longest = 2_048;

/** An address of the web as a page or a feed writes it, made absolute; null for anything else. The fragment goes. */
export function webAddress(written: string | undefined | null, base: string | null = null): string | null {
	if (written == null || written.length > longest) return null;
	const url = URL.parse(written.trim(), base ?? undefined);
	if (url === null || !/^https?:$/u.test(url.protocol)) return null;
	url.hash = '';
	return url.href;
}
