import type { RESTPostAPIChannelMessageJSONBody } from 'discord.js';

/** One message of every kind that a bot can post, by what it shows. */
export const gallery: Readonly<Record<string, RESTPostAPIChannelMessageJSONBody>> = {
	'a card': {
		flags: 1 << 15,
		components: [
			{
				type: 17,
				accent_color: 0x2f9e8f,
				components: [
					{
						type: 10,
						content: '-# Quotes\n## [Harbour town votes to keep its night ferry](https://news.example/ferry)',
					},
					{
						type: 9,
						components: [
							{
								type: 10,
								content:
									'**Marit Solheim** · 4 quotes\n> “A ferry that leaves at midnight is not a luxury, it is the last bus home.”\n-# she told the council · ¶ 4',
							},
						],
						accessory: { type: 2, style: 2, label: 'In the article', custom_id: 'gallery:more' },
					},
					{ type: 14, divider: true, spacing: 1 },
					{
						type: 10,
						content:
							'**Ove Lind** · 2 quotes\n> “We have counted the empty seats. There are fewer than you think.”\n-# said the harbour master · ¶ 9',
					},
					{ type: 14, divider: false, spacing: 2 },
					{ type: 10, content: '-# From *The Coast Courier*, captured <t:1767225600:D> · <t:1767225600:R>' },
					{
						type: 1,
						components: [
							{ type: 2, style: 2, label: 'Back', custom_id: 'gallery:back', disabled: true },
							{ type: 2, style: 1, label: 'Next', custom_id: 'gallery:next' },
							{ type: 2, style: 2, label: 'Topics', custom_id: 'gallery:topics' },
							{ type: 2, style: 5, label: 'Open the page', url: 'https://news.example/ferry' },
						],
					},
					{
						type: 1,
						components: [
							{
								type: 3,
								custom_id: 'gallery:speakers',
								placeholder: 'Whose words?',
								options: [
									{ label: 'Marit Solheim', value: 'marit', description: '4 quotes' },
									{ label: 'Ove Lind', value: 'ove', description: '2 quotes' },
									{ label: 'Everybody', value: 'all' },
								],
							},
						],
					},
				],
			},
		],
	},
	'all buttons': {
		content: 'Buttons in every style:',
		components: [
			{
				type: 1,
				components: [
					{ type: 2, style: 1, label: 'Primary', custom_id: 'gallery:primary' },
					{ type: 2, style: 2, label: 'Secondary', custom_id: 'gallery:secondary' },
					{ type: 2, style: 3, label: 'Success', custom_id: 'gallery:success' },
					{ type: 2, style: 4, label: 'Danger', custom_id: 'gallery:danger' },
					{ type: 2, style: 5, label: 'Link', url: 'https://news.example/' },
				],
			},
			{
				type: 1,
				components: [
					{ type: 2, style: 1, label: 'Not now', custom_id: 'gallery:disabled', disabled: true },
					{ type: 2, style: 2, label: 'Slow answer', custom_id: 'gallery:slow' },
					{ type: 2, style: 2, label: 'No answer', custom_id: 'gallery:silent' },
					{ type: 2, style: 2, label: 'A form', custom_id: 'gallery:form' },
				],
			},
		],
	},
	'all selects': {
		flags: 1 << 15,
		components: [
			{ type: 10, content: '### Every kind of select' },
			{
				type: 1,
				components: [
					{
						type: 3,
						custom_id: 'gallery:several',
						placeholder: 'Several topics',
						min_values: 1,
						max_values: 3,
						options: ['Ferries', 'Budget', 'Night life', 'Schools'].map((label) => ({ label, value: label })),
					},
				],
			},
			{ type: 1, components: [{ type: 5, custom_id: 'gallery:user', placeholder: 'A member' }] },
			{ type: 1, components: [{ type: 6, custom_id: 'gallery:role', placeholder: 'A role' }] },
			{
				type: 1,
				components: [{ type: 7, custom_id: 'gallery:mentionable', placeholder: 'A member or role' }],
			},
			{
				type: 1,
				components: [
					{ type: 8, custom_id: 'gallery:channel', placeholder: 'A channel', channel_types: [0, 15] },
				],
			},
		],
	},
	'an embed': {
		embeds: [
			{
				title: 'Council minutes',
				url: 'https://news.example/minutes',
				author: { name: 'Town hall' },
				description: 'The vote was **five to two**. See [the record](https://news.example/record).',
				color: 0xe0a030,
				fields: [
					{ name: 'For', value: '5', inline: true },
					{ name: 'Against', value: '2', inline: true },
					{ name: 'Absent', value: 'nobody', inline: true },
					{ name: 'Next', value: 'The budget, in May.' },
				],
				footer: { text: 'Page 3' },
				timestamp: '2026-01-01T12:00:00.000Z',
			},
		],
	},
	markdown: {
		content: [
			'# Heading one',
			'## Heading two',
			'### Heading three',
			'-# small print',
			'**bold**, *slanted*, __underlined__, ~~struck~~, ||a spoiler with **bold** in it||, `code`',
			'> a quotation',
			'> of two lines',
			'- one',
			'- two',
			'  - deeper',
			'1. first',
			'2. second',
			'[a masked link](https://news.example/a) and https://news.example/b_(c).',
			'```js',
			"const said = 'word for word';",
			'```',
			'<t:1767225600:F>, @everyone',
		].join('\n'),
	},
	media: {
		flags: 1 << 15,
		components: [
			{
				type: 9,
				components: [{ type: 10, content: 'A section with a **thumbnail** beside it.\nTwo lines of it.' }],
				accessory: {
					type: 11,
					media: { url: 'https://pictures.example/ferry.png' },
					description: 'The ferry at night',
				},
			},
			{
				type: 12,
				items: [
					{ media: { url: 'https://pictures.example/1.png' }, description: 'The quay' },
					{ media: { url: 'https://pictures.example/2.png' }, description: 'The crew', spoiler: true },
				],
			},
		],
	},
	poll: {
		poll: {
			question: { text: 'Should the night ferry stay?' },
			answers: [
				{ poll_media: { text: 'Yes, every night' } },
				{ poll_media: { text: 'At weekends' } },
				{ poll_media: { text: 'No' } },
			],
			duration: 24,
			allow_multiselect: false,
		},
	},
	hostile: {
		content:
			'<script>document.title = "owned"</script> <img src=x onerror="document.title=\'owned\'"> [click](javascript:document.title=1) \u202Edesrever si siht\u202C ' +
			'**_'.repeat(150) +
			'`'.repeat(30) +
			'||'.repeat(100),
	},
};
