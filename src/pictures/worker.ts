// The drawing thread: started by the pool while there is something to draw.
import { move } from 'piscina';
import { drawChart } from './chart.ts';
import { draw } from './draw.ts';
import type { ChartRequest, PictureRequest } from './picture.ts';

export default function run(request: PictureRequest | ChartRequest): unknown {
	const png = new Uint8Array('kind' in request ? drawChart(request) : draw(request));
	return move(png.buffer);
}
