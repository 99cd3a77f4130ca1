/** The 4 or 16 bytes of a valid IP address. */
export function ipBytes(address: string): Buffer {
	if (!address.includes(":")) {
		return Buffer.from(address.split(".").map(Number));
	}
	const [head = "", tail] = address.split("%", 1)[0]?.split("::") ?? [];
	const first = groupsOf(head);
	const last = groupsOf(tail ?? "");
	const zeros = new Array<number>(8 - first.length - last.length).fill(0);
	const bytes = Buffer.alloc(16);
	for (const [index, group] of [...first, ...zeros, ...last].entries()) {
		bytes.writeUInt16BE(group, index * 2);
	}
	return bytes;
}

/** The last group may be an IPv4 address. */
function groupsOf(text: string): number[] {
	if (text === "") return [];
	return text.split(":").flatMap((group) => {
		if (!group.includes(".")) return [Number.parseInt(group, 16)];
		const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
		return [(a << 8) | b, (c << 8) | d];
	});
}
