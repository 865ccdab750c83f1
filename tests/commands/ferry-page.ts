/** A page as text, with what a reader of it expects; everything in it is invented. */
export function pageText({ headline = 'Port Ellery gets its night ferry back', extra = '' } = {}): string {
	return `${headline}

By Marta Oss

Published 3 May 2031, 08:30 GMT

The night ferry between Port Ellery and the island of Tarn will run again from Monday, eleven years after its last crossing, the harbour board said on Friday.

"We have waited for this boat longer than most people wait for a house," said Ilse Brandt, the mayor of Port Ellery. "Now we can go home after the theatre."

The board has bought a vessel of 1987 from a company in the north and given it two new engines, which together cost 4.1 million crowns. It will leave the pier at half past eleven every night but Sunday.

"It is an old lady, but she has a young heart," said Jon Aare, the chief engineer of the board. "The engines are so quiet that the first passengers asked me whether we had left."

Not everybody is glad. The owners of the two taxi boats fear for their income and have asked the board for help through the winter.

"Nobody has told us how we are to live from November to March," said Petra Lund, who has driven a taxi boat for nineteen years. "We brought the doctors across when nobody else did."
${extra}
The board will meet her and the other owners next week. A ticket costs twelve crowns, and children travel for nothing.
`;
}
