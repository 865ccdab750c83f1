import { webAddress } from '../../web-address.ts';
import type { Layout } from '../blocks/layout.ts';
import type { Parent } from '../tree.ts';
import { firstOf, type Head, headOf } from './head.ts';
import { siteOf } from './site.ts';

/** What is known of a page before its title, date and authors are chosen. What it does not say is null. */
export interface Ground {
	readonly head: Head;
	readonly layout: Layout;
	readonly site: string | null;
	readonly language: string | null;
	/** The address that the page calls its own. */
	readonly canonical: string | null;
	/** Where it came from, else the address that it calls its own, and the host of that without "www.". */
	readonly address: string | null;
	readonly host: string | null;
}

/** @param address where the page came from, or null. */
export function groundOf(page: Parent, layout: Layout, address: string | null): Ground {
	const head = headOf(page);
	const canonical = webAddress(head.links.get('canonical') ?? firstOf(head, 'og:url'), address);
	const own = address ?? canonical;
	const host = own && URL.canParse(own) ? new URL(own).hostname.replace(/^www\./u, '') : null;
	return { head, layout, site: siteOf(head), language: languageOf(head), canonical, address: own, host };
}

function languageOf(head: Head): string | null {
	const said = head.language ?? firstOf(head, 'og:locale')?.replace('_', '-') ?? '';
	return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(said) ? said : null;
}
