/**
 * Where an article is: on the shelf of one server, given by the server's id, or on the shared shelf (null) that
 * everybody sees. Every member sees the shared shelf and their own server's, never another's.
 */
export type Shelf = string | null;

/** The shelf that everybody sees: the articles folder. */
export const sharedShelf: Shelf = null;
