/** A bracket at the end of a line: "(Ada Venn/Halden Post)", "( Halden Star file photo )". */
const credit =
	/[([][^()[\]]{0,80}(?:\p{L}\s?\/\s?\p{L}|\b(?:photos?|photograph|file|handout|courtesy|supplied|submitted|images?|getty|reuters|afp|ap|epa|shutterstock|press)\b)[^()[\]]{0,80}[)\]]\.?$/iu;
/** The same without brackets: "… on Tuesday. Ada Venn/Getty Images". */
const agency =
	/\p{L}\s?\/\s?(?:getty(?: images)?|reuters|afp|ap|epa|cbc|bloomberg|shutterstock|the (?:associated|canadian) press|press association)$/iu;
const opens =
	/^(?:open this (?:photo|image) in gallery|(?:watch|photo|image|picture|pictured|file photo|caption)\s?[:–—-])/iu;
/** How long a film runs, at the end of the line beside it: "… on the quay. 2:43". */
const length = /[.!?] \d{1,2}:[0-5]\d$/u;
const LONGEST = 600;

/** Whether a paragraph tells what a picture or a film shows: it is beside the text, and nobody in it is meant by what follows. */
export const isCaption = (text: string): boolean =>
	text.length <= LONGEST && (opens.test(text) || credit.test(text) || agency.test(text) || length.test(text));
