import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf, isFullName, matchesName, speakerKey } from '../../src/language/speakers.ts';

describe('speakerKey', () => {
	it('is one for a full name in any case, with or without accents, points, particles and titles', () => {
		const key = speakerKey('Ilse van der Bérg');
		for (const name of ['ilse berg', 'ILSE VAN DER BERG', 'Dr. Ilse van der Berg']) {
			expect(speakerKey(name)).toBe(key);
		}
		expect(speakerKey('J.K. Venn')).toBe(speakerKey('J. K. Venn'));
	});

	it('shares a family with those of the same first name and surname', () => {
		const family = familyOf(speakerKey('Ilse Berg'));
		for (const name of ['Ilse M. Berg', 'Ilse Maria van der Berg', 'Ms. Ilse Berg', 'Ilse Berg Jr.']) {
			expect(speakerKey(name)).not.toBe(speakerKey('Ilse Berg'));
			expect(familyOf(speakerKey(name))).toBe(family);
		}
	});

	it('never joins two people by a surname alone', () => {
		expect(speakerKey('Orrin')).not.toBe(speakerKey('Ada Orrin'));
		expect(familyOf(speakerKey('Ada Orrin'))).not.toBe(familyOf(speakerKey('Tom Orrin')));
	});

	it('keeps names of other scripts', () => {
		expect(speakerKey('Мария Иванова')).toBe(speakerKey('мария иванова'));
		expect(speakerKey('Łukasz Ørn')).toBe('lukasz orn///');
	});
});

describe('matchesName', () => {
	it('finds a name by any part of it', () => {
		for (const typed of ['ada', 'ORRIN', 'ada or', 'Venn', 'orrin-venn', "O'rrin"]) {
			expect(matchesName(typed, 'Ada Orrin-Venn')).toBe(true);
		}
		expect(matchesName('berg', 'Ilse van der Berg')).toBe(true);
	});

	it('does not match what the name does not hold, nor nothing at all', () => {
		expect(matchesName('ada venn tom', 'Ada Venn')).toBe(false);
		expect(matchesName('enn', 'Ada Venn')).toBe(false);
		expect(matchesName(' . ', 'Ada Venn')).toBe(false);
	});

	it('matches every name by itself', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,3}$/), (name) => {
				expect(matchesName(name, name)).toBe(true);
				expect(speakerKey(name)).toBe(speakerKey(name.toUpperCase()));
			}),
		);
	});
});

describe('isFullName', () => {
	it('wants a first name and a surname', () => {
		expect(isFullName('Ada Orrin')).toBe(true);
		expect(isFullName('Mr. Orrin')).toBe(false);
		expect(isFullName('Orrin Jr.')).toBe(false);
		expect(isFullName('Van der Berg')).toBe(false);
		expect(isFullName('Ilse van der Berg')).toBe(true);
	});
});
