import type { Command, Options } from '../../src/command.ts';
import type { DigestService } from '../../src/digest/service.ts';
import type { CheckFor } from '../../src/discussion/checks.ts';
import type { DiscussionService } from '../../src/discussion/service.ts';
import type { Explainer } from '../../src/explanation/service.ts';
import type { FollowService } from '../../src/follow/service.ts';
import type { Corrections } from '../../src/library/corrections/service.ts';
import type { Library } from '../../src/library/library.ts';
import type { Pictures } from '../../src/pictures/picture.ts';
import type { Place } from '../../src/place.ts';
import type { Privacy } from '../../src/removal/service.ts';
import type { Additions } from '../../src/sources/additions/service.ts';
import type { FeedService } from '../../src/sources/feeds/service.ts';

/** What every command gets besides its options. */
export interface Context {
	readonly library: Library;
	/** Of the server; null outside of one. */
	readonly corrections: Corrections | null;
	readonly pictures: Pick<Pictures, 'draw'>;
	readonly digests: DigestService;
	readonly discussions: DiscussionService;
	readonly follows: FollowService;
	readonly feeds: FeedService;
	/** Checks quotes against what the server sees. */
	readonly check: ReturnType<CheckFor>;
	/** What members add. */
	readonly additions: Additions;
	/** What is kept of servers and members. */
	readonly privacy: Privacy;
	/** Null or left out where the owner has brought no language model. */
	readonly explainer?: Explainer | null;
	readonly place: Place;
}

/** A command whose `run` takes what its options say. */
export function command<const O extends Options<Context>>(
	definition: Command<Context, O>,
): Command<Context, O> {
	return definition;
}
