import type { Metrics } from './metrics.ts';

type Method = (...given: unknown[]) => unknown;

/**
 * A store whose questions are timed. Ports in it, and those that its methods give back at once, are timed too;
 * whatever answers at once is left as it is.
 * @param port the name that its methods have in the metrics.
 */
export function timed<Port extends object>(
	inside: Port,
	port: string,
	metrics: Pick<Metrics, 'store'>,
): Port {
	const wrapped = new Map<PropertyKey, unknown>();
	return new Proxy(inside, {
		get(target, name) {
			const kept = wrapped.get(name);
			if (kept !== undefined) return kept;
			const value: unknown = Reflect.get(target, name, target);
			const made =
				typeof value === 'function'
					? timedMethod(target, value as Method, { port, name: String(name) }, metrics)
					: isPort(value)
						? timed(value, String(name), metrics)
						: undefined;
			if (made === undefined) return value;
			wrapped.set(name, made);
			return made;
		},
	});
}

function timedMethod(
	target: object,
	method: Method,
	{ port, name }: { readonly port: string; readonly name: string },
	metrics: Pick<Metrics, 'store'>,
): Method {
	return (...given) => {
		const start = performance.now();
		const result = method.apply(target, given);
		if (!(result instanceof Promise)) return isPort(result) ? timed(result, name, metrics) : result;
		const note = (failed: boolean) => metrics.store(port, name, (performance.now() - start) / 1000, failed);
		result.then(
			() => note(false),
			() => note(true),
		);
		return result;
	};
}

/** An object with methods; lists, maps and plain values are none. */
function isPort(value: unknown): value is object {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.getPrototypeOf(value) === Object.prototype &&
		Object.values(value).some((one) => typeof one === 'function')
	);
}
