import { refusal } from '../errors.ts';
import type { Route } from './call.ts';

export interface Match {
	readonly route: Route;
	readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path below `/api/v10`. A fixed part is preferred to a parameter ("@original"). */
export function router(routes: readonly Route[]): (method: string, path: string) => Match {
	const byLength = new Map<number, { route: Route; parts: string[] }[]>();
	for (const route of routes) {
		const parts = route.template.split('/').slice(1);
		const list = byLength.get(parts.length) ?? [];
		list.push({ route, parts });
		byLength.set(parts.length, list);
	}
	const fixed = ({ parts }: { parts: string[] }) => parts.filter((part) => !part.startsWith('{')).length;
	for (const list of byLength.values()) list.sort((a, b) => fixed(b) - fixed(a));
	return (method, path) => {
		// Decoded first: a client may write "%40original".
		const given = path.split('/').slice(1).map(decode);
		let known = false;
		for (const { route, parts } of byLength.get(given.length) ?? []) {
			const params = match(parts, given);
			if (params === null) continue;
			if (route.method === method) return { route, params };
			known = true;
		}
		throw refusal(known ? 'methodNotAllowed' : 'notFound');
	};
}

function match(parts: readonly string[], given: readonly (string | null)[]): Record<string, string> | null {
	const params: Record<string, string> = {};
	for (const [index, part] of parts.entries()) {
		const value = given[index];
		if (part.startsWith('{')) {
			if (!value) return null;
			params[part.slice(1, -1)] = value;
		} else if (part !== value) return null;
	}
	return params;
}

function decode(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
