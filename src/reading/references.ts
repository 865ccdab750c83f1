const named: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
	nbsp: ' ',
};

/**
 * A text without its references to characters: those by number, and the names that XML itself has, with `nbsp`. Half of
 * a pair (`&#xD800;`) becomes U+FFFD.
 */
export function unescaped(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu, (all, decimal, hex, name) => {
		if (name) return named[name.toLowerCase()] ?? all;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : all;
	});
}
