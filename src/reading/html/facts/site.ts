import { firstOf, type Head } from './head.ts';
import { isThing, textOf, typesOf } from './structured.ts';

/** The name that a page gives its site, or null. */
export function siteOf(head: Head): string | null {
	const said = firstOf(head, 'og:site_name', 'application-name');
	if (said) return said;
	for (const thing of head.things) {
		const publisher = isThing(thing.publisher) ? textOf(thing.publisher.name) : null;
		if (publisher) return publisher;
	}
	return textOf(head.things.find((thing) => typesOf(thing).includes('WebSite'))?.name);
}
