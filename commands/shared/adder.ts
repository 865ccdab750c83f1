import type { Place } from '../../src/place.ts';
import type { Adder } from '../../src/sources/additions/service.ts';

/** Who asks, as the rules of adding see them. */
export function adderIn({ server, member }: Place): Adder {
	return {
		server: server?.id ?? null,
		member: member.id,
		mayManageServer: member.mayManageServer,
		mayEmbedLinks: member.mayEmbedLinks ?? false,
		roles: member.roles ?? [],
	};
}
