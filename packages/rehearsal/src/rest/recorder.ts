import type { FieldProblem, RecordedRequest } from '../api.ts';
import type { ApiError } from '../errors.ts';
import type { World } from '../state/world.ts';

/** JSON that is larger than this is not remembered. */
const rememberedSize = 100_000;

/** What is known about a request while it is handled. */
export interface Entry {
	readonly startedAt: number;
	readonly method: string;
	path: string;
	route: string | null;
	query: Readonly<Record<string, string>>;
	body: unknown;
	bodySize: number;
	files: RecordedRequest['files'];
	problems: readonly FieldProblem[];
	ignored: readonly string[];
	interactionId: string | null;
	fault: string | null;
	code: number | null;
}

export function entry(method: string, path: string): Entry {
	return {
		startedAt: performance.now(),
		method,
		path,
		route: null,
		query: {},
		body: undefined,
		bodySize: 0,
		files: [],
		problems: [],
		ignored: [],
		interactionId: null,
		fault: null,
		code: null,
	};
}

/** Notes why a request was refused, with the interaction it was to answer. */
export function refused(world: World, entry: Entry, error: ApiError): void {
	entry.code = error.code;
	entry.problems = error.problems;
	const interaction = entry.interactionId ? world.interactions.byId(entry.interactionId) : undefined;
	if (interaction?.state !== 'pending' || !entry.route?.endsWith('/callback')) return;
	const [first] = error.problems;
	interaction.refusal = first ? `${first.path}: ${first.message}` : `${error.message} (${error.code})`;
}

/** The last requests, oldest first. */
export class Recorder {
	readonly #world: World;
	readonly #ring: RecordedRequest[] = [];
	#count = 0;

	constructor(world: World) {
		this.#world = world;
	}

	add(entry: Entry, status: number): void {
		this.#count += 1;
		const request: RecordedRequest = {
			id: this.#count,
			at: new Date(this.#world.now()).toISOString(),
			method: entry.method,
			path: entry.path,
			route: entry.route,
			query: entry.query,
			body: entry.bodySize > rememberedSize ? null : (entry.body ?? null),
			files: entry.files,
			status,
			code: entry.code,
			problems: entry.problems,
			ignored: entry.ignored,
			ms: Math.round((performance.now() - entry.startedAt) * 100) / 100,
			interactionId: entry.interactionId,
			fault: entry.fault,
		};
		this.#ring.push(request);
		const { keepRequests } = this.#world.settings;
		// Trimmed in batches, so that a full ring costs nothing per request.
		if (this.#ring.length > keepRequests * 2) this.#ring.splice(0, this.#ring.length - keepRequests);
		this.#world.requested(request);
	}

	all(): readonly RecordedRequest[] {
		const { keepRequests } = this.#world.settings;
		return keepRequests === 0 ? [] : this.#ring.slice(-keepRequests);
	}
}
