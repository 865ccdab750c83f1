/**
 * A sentence for the person who asked: what was wrong and what to do. It is shown as it stands, without a
 * stack, so it holds nothing that only an operator should see. Every other error is logged with a reference,
 * and the member sees only the reference.
 */
export class UserError extends Error {
	override readonly name = 'UserError';
}
