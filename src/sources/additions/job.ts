import { withoutQuotationMarks } from '../../errors.ts';
import { addressTyped } from '../web/address.ts';
import { addressKey, originalAddress } from '../web/canonical.ts';
import { contentTypeOf } from '../web/content-type.ts';
import type { Web } from '../web/fetch.ts';
import { mostBytes } from '../web/readable.ts';
import { fetchFile, fetchPage, fileTooLarge } from './fetch-article.ts';
import { textBytes } from './text.ts';

/** What a member adds. */
export type Thing =
	| { readonly kind: 'link'; readonly address: string }
	/** A file at Discord. */
	| { readonly kind: 'file'; readonly name: string; readonly url: string; readonly size: number }
	| { readonly kind: 'text'; readonly headline: string; readonly text: string };

/** What is being done; the last one stays until the answer is there. */
export type Step =
	| { readonly step: 'fetching'; readonly what: string }
	| { readonly step: 'reading'; readonly bytes: number };

/** What is read, however it came. */
export interface Job {
	readonly kind: Thing['kind'];
	readonly name: string;
	/** What it is called in a sentence. */
	readonly called: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string | null;
	readonly address: string | null;
}

/** What a thing is known by before it is fetched; null for a file. @throws UserError for an address that is none. */
export async function nameOf(thing: Thing, web: Web): Promise<string | null> {
	if (thing.kind === 'link') return addressKey(web.check(addressTyped(thing.address)).href);
	return thing.kind === 'text' ? hashName(textBytes(thing)) : null;
}

/** Gets the bytes of what a member adds. @throws UserError, one sentence, where that is not possible. */
export async function fetchJob(thing: Thing, web: Web, progress: (step: Step) => void): Promise<Job> {
	switch (thing.kind) {
		case 'link': {
			const asked = web.check(originalAddress(web.check(addressTyped(thing.address)).href));
			progress({ step: 'fetching', what: asked.hostname });
			const fetched = await fetchPage(web, asked.href);
			const { address, bytes } = fetched;
			const mediaType = contentTypeOf(fetched);
			const found = new URL(address);
			const called = short(`${found.hostname}${found.pathname === '/' ? '' : found.pathname}`);
			return { kind: 'link', name: addressKey(address), called, bytes, mediaType, address };
		}
		case 'file': {
			if (thing.size > mostBytes) throw fileTooLarge();
			progress({ step: 'fetching', what: thing.name });
			const { bytes } = await fetchFile(web, thing.url);
			// What Discord takes it for only follows from its name.
			return {
				kind: 'file',
				name: await hashName(bytes),
				called: short(thing.name),
				bytes,
				mediaType: null,
				address: null,
			};
		}
		case 'text': {
			const bytes = textBytes(thing);
			return {
				kind: 'text',
				name: await hashName(bytes),
				called: 'The text',
				bytes,
				mediaType: 'text/plain; charset=utf-8',
				address: null,
			};
		}
	}
}

/** Worked out beside the main thread: a large file takes a while. */
async function hashName(bytes: Uint8Array): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
	return Buffer.from(digest).toString('hex').slice(0, 32);
}

/** A stranger's name for a sentence. */
function short(name: string): string {
	const plain = withoutQuotationMarks(name).replace(/\s+/gu, ' ').trim();
	return plain.length > 60 ? `${plain.slice(0, 60).toWellFormed()}…` : plain;
}
