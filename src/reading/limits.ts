/** Bytes of the largest source that is read. A caller asks for the size before it reads a file into memory. */
export const maxBytes = 20 * 1024 * 1024;

/** Articles in one source: all of them are added in one write, and others wait for that. */
export const maxArticles = 1_000;
