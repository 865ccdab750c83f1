import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { Thing } from '../../../../src/sources/additions/service.ts';

/** Where a case finds its servers. */
export interface Where {
	/** "http://127.0.0.1:PORT" of the server that may be reached, and its port. */
	readonly site: string;
	readonly port: number;
	/** "127.0.0.1:PORT" of one that may not: whatever connects to it has got inside. */
	readonly inside: string;
	readonly insidePort: number;
}

/** What somebody hostile tries. */
export interface Case {
	/** As in the table of docs/hostile.md. */
	readonly name: string;
	/** What is added: an address, or a file or text. A case without one adds its own page at the site. */
	readonly add?: (where: Where) => string | Thing;
	/** How the site answers; a string or bytes is a page of HTML. */
	readonly answer?: string | Uint8Array | ((where: Where) => RequestListener);
	readonly type?: string;
	/** The site's robots.txt. */
	readonly robots?: RequestListener;
	/** What the site does with a connection itself, once a request has come. */
	readonly raw?: (socket: Socket) => void;
	/** What the resolver gives for any name, one after another; of several the last one stays. */
	readonly resolves?: readonly (readonly string[] | 'nothing' | 'never')[];
	/** Whether it does nothing but wait until the bot gives up, so that it may run beside other cases. */
	readonly waits?: boolean;
	/** Whether reading may be stopped where the machine is slow, in which case the sentence says so. */
	readonly mayBeStopped?: boolean;
	/** What is read, as it is in the table, where it is read at all. */
	readonly reads?: (view: { headline: string; paragraphs: readonly string[]; url: string | null }) => string;
}
