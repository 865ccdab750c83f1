import type { SpeakerRules } from '../pack.ts';
import { createAuthorOf } from './authors.ts';
import { createBodyMeant } from './bodies.ts';
import { isCaption } from './captions.ts';
import { classesOf } from './classes.ts';
import { isDenied } from './denials.ts';
import { createDescribed } from './meant-by-description.ts';
import { mentionsOf } from './mentions.ts';
import { models } from './models.ts';
import { namesOf } from './names/names.ts';
import { isPost, roleOf } from './names/roles.ts';
import { settleNames } from './names/settle.ts';
import { descriptionOf } from './source-description.ts';

/** How English is read for who speaks. */
export const speakers: SpeakerRules = {
	classesOf,
	namesOf,
	settleNames,
	mentionsOf,
	roleOf,
	descriptionOf,
	createDescribed(parsedNames) {
		const described = createDescribed(parsedNames);
		const authorOf = createAuthorOf(parsedNames);
		const bodyMeant = createBodyMeant(parsedNames);
		return (mention) =>
			(mention.kind === 'nominal' ? (described(mention) ?? authorOf(mention)) : null) ?? bodyMeant(mention);
	},
	isDenied,
	isCalling: isPost,
	isCaption,
	models,
};
