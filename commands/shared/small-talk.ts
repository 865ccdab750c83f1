/** Longer ones are a text that only begins politely: "Thanks to the ferry, …". */
const mostWords = 8;

const politeness =
	/^(?:thanks?|thank you|thx|ty|cheers|hello|hi|hiya|hey|hallo|bonjour|hola|привет|danke|merci|gracias|спасибо|good (?:bot|job|work|morning|evening|night)|well done|nice one|ok(?:ay)?|lol|haha)(?![\p{L}\p{N}])/iu;

const aboutTheBot =
	/^(?:(?:can|could|will|would) you help(?: (?:me|us))?|help(?: me| us)?|what (?:can|do) you do|who are you|what are you|how do (?:you|i|we) (?:work|use (?:you|this)))[\s?!.]*$/iu;

const request =
	/^(?:please )?(?:tell|show|give|find) (?:me|us)(?![\p{L}])|^(?:please )?(?:explain|describe|summari[sz]e)(?![\p{L}])/iu;

const marks = /["“”«»„>]/u;

/** Whether somebody only says hello, thanks or the like to the bot: in a few words, without quotation marks. */
export function isSmallTalk(text: string): boolean {
	return politeness.test(text.trim()) && !marks.test(text) && text.trim().split(/\s+/u).length <= mostWords;
}

/** Whether somebody asks what the bot is or does. */
export function asksForHelp(text: string): boolean {
	return aboutTheBot.test(text.trim());
}

/** Whether somebody wants to be told something without a question: "tell me about the ferry". */
export function isRequest(text: string): boolean {
	return request.test(text.trim()) && !marks.test(text);
}
