import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { RehearsalError } from '../errors.ts';
import { type EndpointReply, post } from './post.ts';

/** Discord waits this long for an endpoint when its address is saved. */
const checkWithin = 3_000;

/**
 * The keys of an application, and how Discord sends interactions to its endpoint: JSON, signed with Ed25519
 * over the timestamp and the body. Source: Discord, "Setting Up an Endpoint" and "Security and Authorization".
 */
export class EndpointKeys {
	/** The application's public key, 64 hexadecimal digits. */
	readonly verifyKey: string;
	readonly #privateKey: KeyObject;

	constructor() {
		const { publicKey, privateKey } = generateKeyPairSync('ed25519');
		this.verifyKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
		this.#privateKey = privateKey;
	}

	/** @throws Error where the endpoint cannot be reached or is late */
	async send(url: string, payload: unknown, within: number): Promise<EndpointReply> {
		const body = JSON.stringify(payload);
		const timestamp = String(Math.floor(Date.now() / 1000));
		return post(url, body, headersOf(timestamp, this.#sign(timestamp + body)), within);
	}

	/**
	 * What Discord does before it saves an address: one ping, and one whose signature is wrong.
	 * @throws RehearsalError where the answers are not what Discord asks for
	 */
	async check(url: string): Promise<void> {
		const ping = JSON.stringify({ id: '0', application_id: '0', type: 1, token: 'ping', version: 1 });
		const timestamp = String(Math.floor(Date.now() / 1000));
		const refused = (reason: string) =>
			new RehearsalError(`The specified interactions endpoint url could not be verified: ${reason}.`);
		const ask = (signature: string) =>
			post(url, ping, headersOf(timestamp, signature), checkWithin).catch((error: unknown) => {
				throw refused(error instanceof Error ? error.message : String(error));
			});
		const wrong = await ask(this.#sign(`${timestamp}${ping} `));
		if (wrong.status !== 401) throw refused(`a wrong signature was answered with ${wrong.status}, not 401`);
		const right = await ask(this.#sign(timestamp + ping));
		if (right.status !== 200 || (right.body as { type?: unknown } | undefined)?.type !== 1) {
			throw refused(`a ping was answered with ${right.status}, not with 200 and {"type":1}`);
		}
	}

	#sign(text: string): string {
		return sign(null, Buffer.from(text), this.#privateKey).toString('hex');
	}
}

const headersOf = (timestamp: string, signature: string) => ({
	'User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
	'X-Signature-Ed25519': signature,
	'X-Signature-Timestamp': timestamp,
});
