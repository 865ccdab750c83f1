import type { FieldProblem, RecordedRequest } from '../api.ts';
import type { ApiError } from '../errors.ts';
import type { World } from '../state/world.ts';

/** JSON that is larger than this is not remembered. */
const rememberedSize = 100_000;

/** What is known about a request while it is handled. */
export interface RequestRecord {
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

export function startRecord(method: string, path: string): RequestRecord {
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
export function refused(world: World, record: RequestRecord, error: ApiError): void {
	record.code = error.code;
	record.problems = error.problems;
	const interaction = record.interactionId ? world.interactions.byId(record.interactionId) : undefined;
	if (interaction?.state !== 'pending' || !record.route?.endsWith('/callback')) return;
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

	add(record: RequestRecord, status: number): void {
		this.#count += 1;
		const request: RecordedRequest = {
			id: this.#count,
			at: new Date(this.#world.now()).toISOString(),
			method: record.method,
			path: record.path,
			route: record.route,
			query: record.query,
			body: record.bodySize > rememberedSize ? null : (record.body ?? null),
			files: record.files,
			status,
			code: record.code,
			problems: record.problems,
			ignored: record.ignored,
			ms: Math.round((performance.now() - record.startedAt) * 100) / 100,
			interactionId: record.interactionId,
			fault: record.fault,
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
