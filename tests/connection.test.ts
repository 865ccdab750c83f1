import { expect, test } from 'vitest';
import { Connection } from '../src/connection.ts';
import { UserError } from '../src/errors.ts';

test('what needs Discord says so until the bot is connected', () => {
	const connection = new Connection<string>();
	expect(connection.current).toBeNull();
	expect(() => connection.need()).toThrow(UserError);
	expect(() => connection.need()).toThrow('I am still connecting to Discord: please try again in a minute.');
	connection.set('connected');
	expect(connection.current).toBe('connected');
	expect(connection.need()).toBe('connected');
});
