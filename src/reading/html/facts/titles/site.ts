/** Between a title and the name of its site. */
const separator = / (?:[|·•»›:]{1,2}|[-–—]) | \|(?=\S)|(?<=\S)\| |: /u;

/** What is left of a title without its last part, and without its first one, with that part; parts stand between bars. */
export function cutsOf(title: string): { text: string; cut: string; isEnd: boolean }[] {
	const found: { text: string; cut: string; isEnd: boolean }[] = [];
	const places = [...title.matchAll(new RegExp(separator, 'gu'))].slice(0, 6);
	for (const match of places) {
		const before = title.slice(0, match.index).trim();
		const after = title.slice(match.index + match[0].length).trim();
		if (before === '' || after === '') continue;
		found.push({ text: before, cut: after, isEnd: true }, { text: after, cut: before, isEnd: false });
	}
	return found;
}
