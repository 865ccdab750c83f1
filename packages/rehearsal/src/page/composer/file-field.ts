import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { UploadedFile } from '../../api.ts';
import { h } from '../dom.ts';
import type { FieldNeighbours, OptionField } from './option-field.ts';

/** An option that takes a file. */
export function fileField(
	option: APIApplicationCommandBasicOption,
	neighbours: FieldNeighbours,
): OptionField {
	let file: UploadedFile | null = null;
	const input = h('input', { type: 'file', 'aria-label': `${option.name}: ${option.description}` });
	input.addEventListener('change', async () => {
		const chosen = input.files?.[0];
		file = chosen === undefined ? null : await upload(chosen);
		if (file !== null) neighbours.done(field, 'picked');
	});
	const element = h(
		'label',
		{ class: 'option-chip' },
		h('span', { class: 'option-name', 'aria-hidden': 'true' }, option.name),
		input,
	);
	const field: OptionField = {
		option,
		element,
		input,
		read: () => (file === null ? null : { value: file }),
		showProblem: (problem) => element.classList.toggle('wrong', problem !== null),
	};
	return field;
}

/** A file as the rehearsal takes it. */
export async function upload(file: File): Promise<UploadedFile> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let binary = '';
	for (let at = 0; at < bytes.length; at += 0x8000) {
		binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	}
	return {
		filename: file.name,
		base64: btoa(binary),
		...(file.type === '' ? {} : { contentType: file.type }),
	};
}
