import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Detector = typeof import('eld/extrasmall')['eld'];

let loaded: Detector | null = null;

/** The language detector. Loaded at first use: it takes 60 MB, and most processes never ask for a language. */
export function detector(): Detector {
	if (loaded === null) {
		// The package exports itself to `import` alone, which would have to be waited for.
		const file = fileURLToPath(import.meta.resolve('eld/extrasmall'));
		loaded = (createRequire(import.meta.url)(file) as { readonly eld: Detector }).eld;
	}
	return loaded;
}
