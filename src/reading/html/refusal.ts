import { UserError } from '../../errors.ts';
import type { HtmlPage } from './page.ts';

/** Characters of text that a page shows of an article which is not free. */
const longestStub = 1_500;
/** A login page has hardly any text besides its form. */
const longestLogin = 2_500;
/** A page that needs a script shows hardly anything without it. */
const longestShell = 600;
/** Characters of text under which a page holds no article. */
const leastText = 80;

const appShell =
	/<div[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|main-app|react-root|svelte|app-root)\b|<app-root\b|enable javascript|javascript (?:is )?(?:required|disabled|must be)|(?:requires?|needs?) javascript|javascript to run/iu;
const paywall =
	/\b(?:subscribe|sign up|register|log ?in|sign in|become a (?:subscriber|member))\b.{0,60}\b(?:to (?:continue|keep|read|unlock|access)|for (?:full|unlimited) access|reading)|\b(?:this|the) (?:article|content|story|post) is (?:only |exclusively )?(?:for|available to|reserved for) (?:paying |paid )?(?:subscribers|members)|\bcontinue reading (?:with|by)\b|weiterlesen mit\b|réservé aux abonnés|solo para suscriptores/iu;

/** Why a page gives no article, or null where it gives one. */
export function refusal(
	{ paragraphs, facts, layout }: HtmlPage,
	html: string,
	name: string,
): UserError | null {
	const length = paragraphs.reduce((sum, { length }) => sum + length, 0);
	const shown = layout.blocks.reduce((sum, { text }) => sum + text.length, 0);
	if (
		length < longestStub &&
		(facts.isFree === false ||
			paragraphs.slice(-3).some((text) => paywall.test(text)) ||
			isLocked(layout, length))
	) {
		return new UserError(`${name} is behind a paywall: the page holds only the beginning of the article.`);
	}
	if (facts.head.asksPassword && shown < longestLogin && length < longestStub)
		return new UserError(`${name} is a login page, not an article: give the address of the article itself.`);
	if (shown < longestShell && length < longestShell && appShell.test(html) && /<script/iu.test(html)) {
		return new UserError(
			`${name} needs a script to show its text, and scripts are not run: copy the text of the page instead.`,
		);
	}
	if (facts.title === null || length < leastText)
		return new UserError(`${name} holds no article: give a page that has a headline and the text below it.`);
	return null;
}

/** A short text with an appeal to subscribe that is a block of the page by itself. */
function isLocked({ blocks }: HtmlPage['layout'], length: number): boolean {
	return (
		length < longestStub / 2 &&
		blocks.some(
			({ text }) =>
				text.length < 160 &&
				/\bto (?:continue|keep) reading\b|subscribers only|réservé aux abonnés/iu.test(text),
		)
	);
}
