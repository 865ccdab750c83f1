import { dumpFormat } from './dump/format.ts';
import type { Format, SourceBytes } from './format.ts';
import { jsonFormat } from './json.ts';

/** All formats, the most particular first; the last one takes whatever is left. */
const formats: readonly Format[] = [jsonFormat, dumpFormat];

export function detectFormat(source: SourceBytes): Format {
	return formats.find((format) => format.matches(source)) ?? dumpFormat;
}
