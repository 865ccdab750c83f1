import { withoutQuoted } from './pointing.ts';

/** "declined to comment", "could not be reached": that somebody said nothing, with all of its verb. */
const silent =
	/(?<!\p{L})(?:(?:(?:has|have|had|is|are|was|were) )?declin(?:ed|es|ing) (?:to (?:comment|elaborate|answer|discuss|respond|give|provide)|(?:an? )?(?:interview )?requests?|comment)|(?:did|do|does|has|have|had)(?: not|n[’']t) (?:immediately |yet |promptly )*(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?) (?:to )?(?:\p{L}+[’']s |an? |the |our |multiple |several )*(?:requests?|calls?|messages?|emails?|e-mails?|questions?|inquir(?:y|ies))|(?:could|can)(?: not|n[’']t) (?:immediately |be )*(?:be )?reached|(?:is|are|was|were)(?: not|n[’']t) (?:immediately )?available (?:for comment|to comment)|(?:is|are|was|were|has|have)(?: not|n[’']t) (?:been )?(?:immediately )?(?:possible|able) to (?:independently )?verify|could not (?:be )?(?:independently )?(?:be )?verif\p{Ll}+)(?!\p{L})/iu;
/** "Reached by telephone, ", "When asked on Monday, ": before whom it is about. */
const asked =
	/^["'“‘(]*(?:(?:when|if|after being) )?(?:asked|reached|contacted|approached|questioned)(?!\p{L})[^,]{0,80}, /iu;
/** A verb before it is the main one, and a word that joins it to another verb or clause tells the same. */
const verbBefore =
	/(?<![\p{L}’'-])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|says?|said|told|tells?|came|went|left|quit|sold|won|lost|made|took|gave|wrote|met|kept|stood|fell|sank|rose|\p{Ll}{2,}ed)(?![\p{L}’-])|(?<!\p{L})(?:and|but|or|then|who|which|that|while|although|though|because|since),? ?(?:also |then |later |has |have |had )?$/u;
/** What tells more behind it: "…, but the council said". */
const more =
	/[;:–—]|(?<!\p{L})(?:but|while|although|though|whereas|which|saying|adding|and (?:the \p{Ll}+ |\p{Lu}\p{L}+ )?(?:said|told|will|left|(?!(?:referred|directed|deferred)(?!\p{L}))\p{Ll}{2,}ed))(?!\p{L})/u;

/** Whether all that a sentence tells is that somebody said nothing, or could not be asked. */
export function saysNothing(sentence: string): boolean {
	const own = withoutQuoted(sentence).replace(asked, '');
	const found = silent.exec(own);
	if (!found) return false;
	const [words] = found;
	return !verbBefore.test(own.slice(0, found.index)) && !more.test(own.slice(found.index + words.length));
}
