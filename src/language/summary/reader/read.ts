import type { LanguagePack } from '../../pack.ts';
import type { Named } from '../introductions.ts';
import type { ArticleKind } from '../kind.ts';
import type { Needs } from '../needs.ts';
import type { Candidate } from '../sentences.ts';

/** What is known of an article when its sentences are judged. */
export interface Read {
	readonly all: readonly Candidate[];
	readonly needs: readonly Needs[];
	readonly named: readonly Named[];
	readonly kind: ArticleKind;
	readonly isComment: boolean;
	readonly spoken: readonly boolean[];
	/** The words of headline and deck, as keys. */
	readonly announced: ReadonlySet<string>;
	/** What each sentence is worth alone. */
	readonly alone: readonly number[];
	readonly headline: string;
	/** What the rules pick, by name: the sentence that tells the point, the first one of news, a claim. */
	readonly picked: Readonly<Record<'point' | 'lede' | 'closing' | 'claim', number | undefined>>;
	readonly pack: LanguagePack;
}
