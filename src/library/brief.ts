import type { SummarySentence } from '../article.ts';
import type { ArticleLine, Utterance } from '../stores/articles.ts';

export type { SummaryLength, SummarySentence } from '../article.ts';

/** An article in short. */
export interface Brief {
	readonly line: ArticleLine;
	readonly deck: string | null;
	readonly byline: readonly string[];
	readonly publishedAt: string | null;
	/** The day alone, "2031-05-03", where no more is known; else left out. */
	readonly publishedOn?: string;
	readonly updatedAt: string | null;
	readonly capturedAt: string | null;
	readonly caption: string | null;
	readonly credit: string | null;
	/** The language whose speakers are not read, as a BCP 47 tag ('und' for an unknown one); null where they are read. */
	readonly speakersNotReadIn: string | null;
	/** In the order of the text; none where the article is hardly longer than a summary of it. */
	readonly summary: readonly SummarySentence[];
	/** The main speakers, each with the most telling utterance. */
	readonly mainSpeakers: readonly MainSpeaker[];
	readonly topics: readonly string[];
	/** Whether the article's page names its topics, or they are phrases of its text. */
	readonly topicsAre: 'tags' | 'phrases';
}

export interface MainSpeaker {
	readonly speaker: string;
	readonly role: string | null;
	/** Utterances of this speaker in the article. */
	readonly count: number;
	readonly telling: Utterance;
}
