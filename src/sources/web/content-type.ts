import type { Fetched } from './fetch.ts';

/** The media type of what was fetched, with its encoding where the server names one, as a server writes both. */
export function contentTypeOf({ mediaType, charset }: Pick<Fetched, 'mediaType' | 'charset'>): string | null {
	return mediaType !== null && charset !== null ? `${mediaType}; charset=${charset}` : mediaType;
}
