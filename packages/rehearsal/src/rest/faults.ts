import type { Fault, RequestEffect } from '../api.ts';
import type { World } from '../state/world.ts';

interface Planned {
	left: number;
	readonly method: string | null;
	readonly route: string;
	readonly effect: RequestEffect;
}

/** The requested faults that have not been used up. */
export class Faults {
	#planned: Planned[] = [];

	/** Takes the faults of requests and of the world; the gateway takes its own. */
	add(world: World, fault: Fault): void {
		if (fault.kind === 'requests') {
			const { times = 1, method, route = '', effect } = fault;
			this.#planned.push({ left: times, method: method?.toUpperCase() ?? null, route, effect });
			return;
		}
		if (fault.kind === 'none') {
			this.#planned = [];
			world.faults = { slow: 0, missingPermission: false, rateLimits: world.settings.rateLimits };
		} else if (fault.kind === 'slow') world.faults = { ...world.faults, slow: fault.ms };
		else if (fault.kind === 'missingPermission') {
			world.faults = { ...world.faults, missingPermission: fault.on };
		} else if (fault.kind === 'rateLimits') world.faults = { ...world.faults, rateLimits: fault.on };
		else return;
		world.emit({ event: 'FAULTS_UPDATE', data: world.faults, guildId: null, audience: 'members' });
	}

	/** The first fault that fits a request, which is then used once. */
	hit(method: string, path: string, template: string): RequestEffect | null {
		const planned = this.#planned.find(
			(fault) =>
				(fault.method === null || fault.method === method) &&
				(path.includes(fault.route) || template.includes(fault.route)),
		);
		if (planned === undefined) return null;
		planned.left -= 1;
		if (planned.left <= 0) this.#planned = this.#planned.filter((fault) => fault !== planned);
		return planned.effect;
	}
}

/** A fault's label in the developers' drawer. */
export function nameOf(effect: RequestEffect): string {
	if ('status' in effect) return `answered ${effect.status}`;
	if ('retryAfter' in effect) return `rate limited for ${effect.retryAfter} s (${effect.scope ?? 'user'})`;
	if ('slow' in effect) return `slowed by ${effect.slow} ms`;
	if ('lose' in effect) return `lost the ${effect.lose}`;
	return 'missing permission';
}
