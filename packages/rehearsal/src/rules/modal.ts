import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { FieldProblem } from '../api.ts';
import { checkComponents, type RawComponent } from './components.ts';
import { at, problem } from './problem.ts';

/** A modal holds at most five rows or labels; custom ids are unique in it. */
export function checkModal({ components }: APIModalInteractionResponseCallbackData): FieldProblem[] {
	const path = 'data.components';
	const problems = checkComponents(components as unknown as readonly RawComponent[], path);
	if (components.length > 5) {
		problems.push(problem(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'));
	}
	for (const [index, component] of components.entries()) {
		const { component: input } = component as unknown as RawComponent;
		if (input?.disabled) {
			const said = 'Components in a modal cannot be disabled';
			problems.push(problem(at(at(path, index), 'component'), 'COMPONENT_DISABLED_IN_MODAL', said));
		}
	}
	return problems;
}
