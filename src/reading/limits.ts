/** Bytes of the largest source that is read. A caller asks for the size before it reads a file into memory. */
export const maxBytes = 20 * 1024 * 1024;
