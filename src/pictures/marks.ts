/** A no-break space that is a fifth of an em, as French has it inside its marks. */
const thin = '\u202f';

/** The outer quotation marks of languages, as Unicode's locale data (CLDR) has them. */
const marks: Readonly<Record<string, readonly [open: string, close: string]>> = {
	...{ ar: ['«', '»'], fa: ['«', '»'], he: ['”', '”'], ja: ['「', '」'], ru: ['«', '»'], uk: ['«', '»'] },
	...{ be: ['«', '»'], el: ['«', '»'], es: ['«', '»'], it: ['«', '»'], ca: ['«', '»'], no: ['«', '»'] },
	...{ nb: ['«', '»'], hy: ['«', '»'], pt: ['“', '”'], de: ['„', '“'], cs: ['„', '“'], sk: ['„', '“'] },
	...{ bg: ['„', '“'], sl: ['„', '“'], lt: ['„', '“'], et: ['„', '“'], sr: ['„', '“'], ro: ['„', '”'] },
	...{ pl: ['„', '”'], hu: ['„', '”'], hr: ['„', '”'], fi: ['”', '”'], sv: ['”', '”'] },
	fr: [`«${thin}`, `${thin}»`],
};

/** The quotation marks of a language; the English ones where it is unknown. */
export function quotationMarks(language: string | null): readonly [open: string, close: string] {
	const tag = language?.toLowerCase() ?? '';
	if (/^zh-(?:hant|tw|hk|mo)/u.test(tag)) return ['「', '」'];
	return marks[tag.split('-')[0] ?? ''] ?? ['“', '”'];
}
