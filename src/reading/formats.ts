import { dumpFormat } from './dump/format.ts';
import { feedFormat } from './feed/format.ts';
import type { Format, SourceBytes } from './format.ts';
import { htmlFormat } from './html/format.ts';
import { jsonFormat } from './json.ts';

/** All formats, the most specific first; the last one takes everything else. */
const formats: readonly Format[] = [feedFormat, htmlFormat, jsonFormat, dumpFormat];

export function detectFormat(source: SourceBytes): Format {
	return formats.find((format) => format.matches(source)) ?? dumpFormat;
}
