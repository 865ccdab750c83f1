import fc from 'fast-check';
import type { Card } from '../../../src/card.ts';
import { webAddress } from '../../any-text.ts';
import { hostileText } from '../hostile.ts';

const options = fc.dictionary(
	fc.stringMatching(/^[a-z]{1,12}$/u),
	fc.oneof(hostileText(8), fc.integer(), fc.boolean()),
	{ maxKeys: 4 },
);

/** Few or many short texts, or one that alone fills several messages. */
const words = fc.oneof(
	{ weight: 6, arbitrary: hostileText(12) },
	{ weight: 1, arbitrary: hostileText(6).map((text) => `${text} and so on. `.repeat(700)) },
	{ weight: 1, arbitrary: fc.constantFrom('x'.repeat(9000), '_'.repeat(3000), '|'.repeat(5000), '') },
);

const mark = fc.oneof(
	fc.record({
		mark: fc.constantFrom('strong', 'emphasis', 'code', 'verbatim', 'spoiler'),
		text: words,
	}),
	fc.record({ mark: fc.constant('link' as const), text: words, url: fc.oneof(webAddress(), hostileText(4)) }),
	fc.record({
		mark: fc.constant('time' as const),
		at: fc.oneof(fc.constant('2017-02-21T15:18:00+03:00'), hostileText(2)),
		style: fc.constantFrom('date', 'moment', 'ago'),
	}),
	fc.record({
		mark: fc.constantFrom('channel', 'role', 'member'),
		id: fc.oneof(fc.constant('123456789012345678'), hostileText(3)),
	}),
	fc.record({
		mark: fc.constant('command' as const),
		name: fc.constantFrom('quotes', 'digest show', 'nothing'),
	}),
);
const running = fc.array(fc.oneof(words, mark), { maxLength: 5 });

const action = fc.oneof(
	fc.record(
		{
			label: words,
			command: fc.constantFrom('quotes', 'digest show'),
			options,
			style: fc.constantFrom('primary', 'secondary', 'success', 'danger'),
			emoji: fc.oneof(fc.constantFrom('👍', '<:a_b:123456789012345678>', '👩‍👩‍👧'), hostileText(2)),
			disabled: fc.boolean(),
			opens: fc.constantFrom('here', 'new'),
		},
		{ requiredKeys: ['label', 'command', 'options'] },
	),
	fc.record({ label: words, url: fc.oneof(webAddress(), hostileText(4)) }),
);

const block = fc.oneof(
	fc.record({ kind: fc.constantFrom('text', 'heading', 'said', 'note'), text: running }),
	fc.record({ kind: fc.constant('list' as const), items: fc.array(running, { maxLength: 40 }) }),
	fc.record({ kind: fc.constant('rule' as const) }),
	fc.record({ kind: fc.constant('buttons' as const), actions: fc.array(action, { maxLength: 7 }) }),
	fc.record({
		kind: fc.constant('menu' as const),
		placeholder: words,
		choices: fc.array(
			fc.record({ label: words, description: words, command: fc.constant('quotes'), options }),
			{ maxLength: 30 },
		),
	}),
);

/** Any card at all: of any size, holding anything. */
export const anyCard: fc.Arbitrary<Card> = fc.record(
	{
		title: words,
		url: fc.oneof(webAddress(), hostileText(3), fc.constant(null)),
		eyebrow: words,
		tone: fc.constantFrom('article', 'quotes', 'topics', 'comments', 'help', 'digest', 'trouble'),
		blocks: fc.oneof(
			fc.array(block, { maxLength: 12 }),
			fc.array(block, { minLength: 30, maxLength: 60 }),
			fc
				.integer({ min: 1, max: 3 })
				.map((times) =>
					Array.from({ length: times * 30 }, () => [
						{ kind: 'text' as const, text: ['a'] },
						{ kind: 'rule' as const },
					]).flat(),
				),
		),
		origin: running,
		actions: fc.array(fc.array(action, { maxLength: 7 }), { maxLength: 8 }),
	},
	{ requiredKeys: ['title', 'blocks'] },
);
