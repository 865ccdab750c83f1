import { hidden } from '../../src/command.ts';
import type { Theme } from '../../src/pictures/picture.ts';

/** The hidden option in which a button asks for a picture. */
export const pictureOption = (description: string) => hidden.string(`${description}: light or dark`, 5);

/** What such an option asks for. */
export function themeOf(picture: string): Theme {
	return picture === 'light' ? 'light' : 'dark';
}

/** The theme that a picture can be changed to, as a button says it. */
export function otherTheme(theme: Theme): { readonly theme: Theme; readonly label: string } {
	return theme === 'dark' ? { theme: 'light', label: 'Light' } : { theme: 'dark', label: 'Dark' };
}
