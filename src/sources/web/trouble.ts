import { bold, type Sentence, type SetOff, UserError } from '../../errors.ts';

/** Why an address was not fetched. */
export type WebTrouble =
	/** It is no address of the public web. */
	| 'address'
	/** The site's robots.txt does not allow it. */
	| 'robots'
	/** No name, no connection, or a broken answer. */
	| 'unreachable'
	| 'redirects'
	| 'too-large'
	| 'too-slow'
	/** Not the kind of file that was asked for. */
	| 'type'
	/** Too many others wait for this site, or for the network. */
	| 'busy'
	/** The one who asked has stopped waiting. */
	| 'stopped';

/** An address that was not fetched: one sentence for the member, and the reason for the program. */
export class WebError extends UserError {
	readonly reason: WebTrouble;

	constructor(reason: WebTrouble, sentence: string | Sentence, options?: ErrorOptions) {
		super(sentence, options);
		this.reason = reason;
	}
}

/** How a site is named in a sentence. */
export function siteName(url: URL): SetOff {
	return bold(url.hostname.replace(/^www\./u, ''));
}
