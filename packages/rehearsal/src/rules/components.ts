import type { FieldProblem } from '../api.ts';
import { ButtonStyle, ComponentType, selectTypes } from '../constants.ts';
import { at, problem, required } from './problem.ts';

/** A component of any kind, as it comes in a request. */
export interface RawComponent {
	readonly type: number;
	readonly id?: number | null;
	readonly components?: readonly RawComponent[];
	readonly accessory?: RawComponent;
	readonly component?: RawComponent;
	readonly content?: string;
	readonly custom_id?: string | null;
	readonly style?: number;
	readonly label?: string | null;
	readonly url?: string | null;
	readonly sku_id?: string | null;
	readonly emoji?: { readonly id?: string | null; readonly name?: string | null } | null;
	readonly disabled?: boolean | null;
	readonly required?: boolean | null;
	readonly options?: readonly RawOption[];
	readonly default_values?: readonly unknown[] | null;
	readonly min_values?: number | null;
	readonly max_values?: number | null;
	readonly media?: RawMedia;
	readonly file?: RawMedia;
	readonly items?: readonly { readonly media: RawMedia }[];
}
interface RawOption {
	readonly label: string;
	readonly value: string;
	readonly default?: boolean | null;
	readonly emoji?: RawComponent['emoji'];
}
interface RawMedia {
	readonly url: string;
}

/** Every component with its path, parents before children, as Discord numbers them. */
export function* walk(
	components: readonly RawComponent[],
	path: string,
): Generator<{ component: RawComponent; path: string }> {
	for (const [index, component] of components.entries()) {
		const here = at(path, index);
		yield { component, path: here };
		if (component.components) yield* walk(component.components, at(here, 'components'));
		for (const key of ['accessory', 'component'] as const) {
			const child = component[key];
			if (child) yield { component: child, path: at(here, key) };
		}
	}
}

/** The rules that hold for components of messages and modals alike, beyond Discord's published schema. */
export function checkComponents(components: readonly RawComponent[], path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const customIds = new Set<string>();
	const ids = new Set<number>();
	for (const { component, path: here } of walk(components, path)) {
		const { custom_id, id } = component;
		if (typeof custom_id === 'string') {
			if (customIds.has(custom_id)) {
				const said = 'Component custom id cannot be duplicated';
				problems.push(problem(at(here, 'custom_id'), 'COMPONENT_CUSTOM_ID_DUPLICATED', said));
			}
			customIds.add(custom_id);
		}
		// 0 means "number it for me", as does leaving it out.
		if (id) {
			if (ids.has(id)) {
				problems.push(
					problem(at(here, 'id'), 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
				);
			}
			ids.add(id);
		}
		if (component.type === ComponentType.Button) problems.push(...checkButton(component, here));
		if (component.type === ComponentType.ActionRow) problems.push(...checkRow(component, here));
		if (selectTypes.has(component.type)) problems.push(...checkSelect(component, here));
	}
	return problems;
}

/** A row is five wide: a button takes one, everything else all five. */
function checkRow(row: RawComponent, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	let width = 0;
	for (const [index, { type }] of (row.components ?? []).entries()) {
		width += type === ComponentType.Button ? 1 : 5;
		if (width > 5) {
			const said = 'The specified component exceeds the maximum width';
			problems.push(problem(at(at(path, 'components'), index), 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', said));
		}
	}
	return problems;
}

function checkButton(button: RawComponent, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const { style, url, custom_id, sku_id, label, emoji } = button;
	const isLink = style === ButtonStyle.Link;
	const isPremium = style === ButtonStyle.Premium;
	if (isLink && !url) problems.push(required(at(path, 'url')));
	if (isPremium && !sku_id) problems.push(required(at(path, 'sku_id')));
	if (!isLink && !isPremium && !custom_id) problems.push(required(at(path, 'custom_id')));
	if (url && custom_id) {
		const said = 'A custom id and url cannot both be specified';
		problems.push(problem(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', said));
	} else if (url && !isLink) {
		problems.push(problem(at(path, 'style'), 'BUTTON_COMPONENT_INVALID_STYLE', 'Invalid button style'));
	} else if (custom_id && (isLink || isPremium)) {
		const said = 'A custom id cannot be specified for this button style';
		problems.push(problem(at(path, 'custom_id'), 'BUTTON_COMPONENT_INVALID_CUSTOM_ID', said));
	}
	if (url) {
		problems.push(...checkScheme(url, at(path, 'url'), ['http', 'https', 'discord']));
		problems.push(...checkHost(url, at(path, 'url')));
	}
	if (!isPremium && !label && !emoji) {
		const said = 'A button must have a label or an emoji';
		problems.push(problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', said));
	}
	return [...problems, ...checkEmoji(emoji, at(path, 'emoji'))];
}

function checkSelect(select: RawComponent, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const { options, min_values, max_values, default_values } = select;
	const least = min_values ?? 1;
	const most = max_values ?? 1;
	if (least > most) {
		const said = 'min_values must be less than or equal to max_values';
		problems.push(
			problem(at(path, 'min_values'), 'SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX_VALUES', said),
		);
	}
	if (options && (max_values ?? 0) > options.length) {
		const said = 'max_values must be less than or equal to the number of options';
		problems.push(problem(at(path, 'max_values'), 'SELECT_COMPONENT_MAX_VALUES_EXCEEDED', said));
	}
	const chosen = options ? options.filter((option) => option.default).length : (default_values?.length ?? 0);
	if (chosen > most) {
		const said = 'The number of default values exceeds max_values';
		problems.push(problem(path, 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', said));
	}
	const values = new Set<string>();
	for (const [index, { value, emoji }] of (options ?? []).entries()) {
		const here = at(at(path, 'options'), index);
		if (values.has(value)) {
			const said = 'The specified option value is already used';
			problems.push(problem(at(here, 'value'), 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', said));
		}
		values.add(value);
		problems.push(...checkEmoji(emoji, at(here, 'emoji')));
	}
	return problems;
}

/** An emoji of this program has an id; any other must be one of Unicode's. */
function checkEmoji(emoji: RawComponent['emoji'], path: string): FieldProblem[] {
	if (!emoji || emoji.id) return [];
	const name = emoji.name ?? '';
	if (/^\p{RGI_Emoji}$/v.test(name) || /^\p{RGI_Emoji}$/v.test(`${name}\uFE0F`)) return [];
	return [problem(at(path, 'name'), 'COMPONENT_INVALID_EMOJI', 'Invalid emoji')];
}

/** Discord refuses hosts without a dot ("localhost") and invalid ones. How it judges others is not documented. */
function checkHost(url: string, path: string): FieldProblem[] {
	const { protocol, hostname } = URL.parse(url) ?? { protocol: '', hostname: '' };
	if (!/^https?:$/u.test(protocol) || /^(?:[a-z\d-]{1,63}\.)+[a-z\d-]{2,63}$/u.test(hostname)) return [];
	return [problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')];
}

/** An address must be of a scheme that Discord opens. */
export function checkScheme(url: string, path: string, schemes: readonly string[]): FieldProblem[] {
	const scheme = /^([a-z][a-z\d+.-]*):/iu.exec(url)?.[1]?.toLowerCase() ?? '';
	if (schemes.includes(scheme)) return [];
	const list = schemes.map((one) => `'${one}'`).join(', ');
	return [problem(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" must be one of (${list}).`)];
}
