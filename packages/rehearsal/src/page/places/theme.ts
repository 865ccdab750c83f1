const themes = ['system', 'dark', 'light'] as const;
type Theme = (typeof themes)[number];
const key = 'theme';

const kept = (): Theme => themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system';

/** Uses the colours that were chosen last, or the system's. */
export function applyTheme(): void {
	const theme = kept();
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}

export function nextTheme(): void {
	localStorage.setItem(key, themes[(themes.indexOf(kept()) + 1) % themes.length] ?? 'system');
	applyTheme();
}

export const themeName = (): string => ({ system: 'as the system', dark: 'dark', light: 'light' })[kept()];
