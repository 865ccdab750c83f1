/** Longer ones are a text that only begins politely: "Thanks to the ferry, …". */
const mostWords = 8;

const politeness =
	/^(?:thanks?|thank you|thx|ty|cheers|hello|hi|hiya|hey|hallo|bonjour|hola|привет|danke|merci|gracias|спасибо|good (?:bot|job|work|morning|evening|night)|well done|nice one|ok(?:ay)?|lol|haha)(?![\p{L}\p{N}])/iu;

const aboutTheBot =
	/^(?:(?:can|could|will|would) you help(?: (?:me|us))?|help(?: me| us)?|what (?:can|do) you do|who are you|what are you|how do (?:you|i|we) (?:work|use (?:you|this)))[\s?!.]*$/iu;

const request =
	/^(?:please )?(?:(?:tell|show|give|find) (?:me|us)|explain|describe|summari[sz]e)(?![\p{L}\p{N}])[\s,:]*/iu;
const beforeSubject = /^(?:(?:all|everything|something|more|about|of|on|the|an?)(?![\p{L}\p{N}])\s*)+/iu;
const behindSubject = /(?:\s+(?:article|story|please))*[\s.!?]*$/iu;

const marks = /["“”«»„>]/u;

/** Whether somebody only says hello, thanks or the like to the bot: in a few words, without quotation marks. */
export function isSmallTalk(text: string): boolean {
	return politeness.test(text.trim()) && !marks.test(text) && text.trim().split(/\s+/u).length <= mostWords;
}

/** Whether somebody asks what the bot is or does. */
export function asksForHelp(text: string): boolean {
	return aboutTheBot.test(text.trim());
}

/**
 * What somebody wants to be told about: "the ferry" of "tell me about the ferry"; null where it is no such request.
 * Empty where nothing is named.
 */
export function subjectAsked(text: string): string | null {
	const [opening] = request.exec(text.trim()) ?? [];
	if (opening === undefined || marks.test(text)) return null;
	return text.trim().slice(opening.length).replace(beforeSubject, '').replace(behindSubject, '');
}
