import { PermissionFlagsBits } from 'discord.js';
import type { Outcome } from 'discord-rehearsal';
import { findButton } from 'discord-rehearsal/text';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addingBot, type Options } from './adding-bot.ts';
import { change } from './ferry-site.ts';
import { read } from './settled.ts';

const { at, ask, addLink, owner } = addingBot();

describe('who may add articles', () => {
	const setRules = (options: Options) => ask('library access', options, owner());

	test('are members who may embed links, those with a role, or managers, as the server sets it', async () => {
		const { id, roles, members } = at.rehearsal.guild;
		const outsider = { memberId: members.outsider };
		const everyday = BigInt(
			at.rehearsal.snapshot(members.outsider).guilds.find((guild) => guild.id === id)?.permissions.guild ?? 0,
		);
		expect(await addLink('/ferry')).toContain('Added to the library of this server');
		at.rehearsal.setRolePermissions(id, id, everyday & ~PermissionFlagsBits.EmbedLinks);
		onTestFinished(() => at.rehearsal.setRolePermissions(id, id, everyday));
		expect(await addLink('/ferry', outsider)).toContain('Only members who may embed links');
		expect(await addLink('/ferry', owner())).toContain('Already here');
		expect(await setRules({ role: roles.readers })).toContain('Members with the role');
		expect(await addLink('/ferry', outsider)).toContain('only members with a certain role');
		expect(await addLink('/ferry', { memberId: members.member })).toContain('Already here');
		expect(await setRules({ who: 'managers' })).toContain('Those who manage the server may add');
		expect(await addLink('/ferry', { memberId: members.member })).toContain('only those who manage it');
		expect(await ask('library access', {}, outsider).catch(String)).toContain(
			'is for those who may manage this server',
		);
		// Nobody fills in a form for nothing.
		expect(await ask('add text', {}, { memberId: members.member })).toContain('only those who manage it');
		await setRules({ who: 'embedders' });
	});

	test('is nobody in a direct message whom the operator has not named', async () => {
		expect(await addLink('/ferry', { inDirectMessage: true })).toContain(
			'Articles are added in a server that has me',
		);
	});

	test('may do so only so often in a day', async () => {
		const outsider = { memberId: at.rehearsal.guild.members.outsider };
		await setRules({ daily: 2 });
		for (const path of ['/none', '/none-two']) expect(await addLink(path, outsider)).toContain('no page');
		expect(await addLink('/none-three', outsider)).toContain(
			'added or fetched 2 articles today, which is the limit',
		);
		await setRules({ daily: 500 });
	});
});

describe('what was added', () => {
	test('is shown with who added it, is fetched again, and is removed by them or a manager', async () => {
		const brief = await addLink('/changing');
		expect(brief).toContain('Added to the library');
		expect(await ask('library show', { article: 'Lighthouse' })).toMatch(
			/Added by @.*127\.0\.0\.1.*Fetched last/su,
		);
		expect(await ask('library refresh', { article: 'Lighthouse' })).toContain(
			'Fetched again: nothing has changed',
		);
		change('\nThe board has changed its mind, and the lamp will be green from now on.\n');
		expect(await ask('library refresh', { article: 'Lighthouse' })).toContain(
			'Fetched again: the text has changed',
		);
		expect(await ask('article', { article: 'Lighthouse' })).toContain('Text changed');
		const outsider = { memberId: at.rehearsal.guild.members.outsider };
		expect(await ask('library remove', { article: 'Lighthouse' }, outsider)).toContain(
			'Somebody else has added',
		);
		expect(await ask('library remove', { article: 'Lighthouse' })).toContain(
			'is no longer in the library of this server',
		);
		expect(await ask('library list', { find: 'Lighthouse' })).toContain('No article has');
		expect(await addLink('/changing', outsider)).toContain('Added to the library');
		expect(await ask('library remove', { article: 'Lighthouse' }, owner())).toContain(
			'no longer in the library',
		);
	});

	test('is what can be removed: not an article of the folder', async () => {
		expect(await ask('library remove', { article: 'Night trains stop' }, owner())).toContain(
			'Nobody has added this article here',
		);
		expect(await ask('library show', { article: 'Night trains stop' })).toContain('articles folder');
		expect(await ask('library refresh', { article: 'Night trains stop' })).toContain(
			'did not come by a link',
		);
	});

	test('is asked about before a button removes it', async () => {
		await addLink('/bridge');
		const shown = await at.rehearsal.interact({
			kind: 'command',
			name: 'library show',
			options: { article: 'Bridgeo of Tarno' },
			until: 'answered',
		});
		const press = (outcome: Outcome, label: string) => {
			const found = findButton(outcome.message?.components ?? [], label);
			if (!found || !outcome.message) return expect.unreachable(`There is no button ${label}.`);
			return at.rehearsal.interact({
				kind: 'component',
				messageId: outcome.message.id,
				...found,
				until: 'answered',
			});
		};
		const asked = await press(shown, 'Remove…');
		expect(read(asked)).toContain('Remove this article?');
		expect(await ask('library list', { find: 'Bridgeo of Tarno' })).toContain('1 article found');
		expect(read(await press(asked, 'Remove'))).toContain('Removed');
		expect(await ask('library list', { find: 'Bridgeo of Tarno' })).toContain('No article has');
	});
});
