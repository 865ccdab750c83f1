// The drawing thread: started by the pool while there is something to draw.
import { move } from 'piscina';
import { draw } from './draw.ts';
import type { PictureRequest } from './picture.ts';

export default function run(request: PictureRequest): unknown {
	const png = new Uint8Array(draw(request));
	return move(png.buffer);
}
