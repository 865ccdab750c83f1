const name =
	"(?:(?:Rep|Sen|Gov|Dr|Prof|Mr|Mrs|Ms|Lt|Gen)\\. )?\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,2} (\\p{Lu}[\\p{L}'’-]+)";
/** "Ada Venn, a professor of law, is a member of our board." "Ilse Holt teaches history." */
const tellsWho = new RegExp(
	`^${name}(?:,? (?:[JS]r\\.|PhD|M\\.D\\.))?(?:, [^.;:“"]{2,80},| \\([^)]{2,40}\\))? (?:is|are|was|teaches|chairs|writes|covers|directs|edits|blogs|serves|contributed|can be reached)(?!\\p{L})`,
	'u',
);

/** The surname of the one whom a sentence introduces, as a note at the end of an article does its writer; else null. */
export const introducedIn = (text: string): string | null => tellsWho.exec(text)?.[1] ?? null;
