/** Width and height of a PNG, GIF or JPEG from its header; nothing for other files. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | Record<string, never> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
		return { width: view.getUint32(16), height: view.getUint32(20) };
	}
	if (bytes.length >= 10 && view.getUint32(0) === 0x47494638) {
		return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
	}
	return bytes.length >= 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : {};
}

/** Walks a JPEG's segments to the frame header. */
function jpegSize(view: DataView): { width: number; height: number } | Record<string, never> {
	let offset = 2;
	while (offset + 9 < view.byteLength && view.getUint8(offset) === 0xff) {
		const marker = view.getUint8(offset + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
		offset += 2 + Math.max(2, view.getUint16(offset + 2));
	}
	return {};
}
