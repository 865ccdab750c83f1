/** Bytes of a page or file that are fetched; a page of news has a tenth of it. */
export const mostBytes = 10 * 1024 * 1024;

/** Media types that may hold an article; what is in it is seen when it is read. */
export const readableTypes =
	/^(?:text\/|(?:message\/rfc822|multipart\/related)$|application\/(?:[\w.+-]*(?:xml|json|html)|pdf|octet-stream|x-mimearchive|vnd\.openxmlformats-[\w.-]+)$)/u;
