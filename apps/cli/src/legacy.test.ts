import { expect, it } from "vitest";
import { modernize } from "./legacy.ts";

it.each([
	["--register --au https://xo u p", "register --au https://xo u p"],
	["--au --register https://xo u", "--au register https://xo u"],
	["--createToken https://xo u", "create-token https://xo u"],
	["--list-commands --json vm.*", "list-commands --json vm.*"],
	["--list-objects --id type=VM", "list-objects --id type=VM"],
	["--unregister", "unregister"],
	["--call vm.start id=x", "vm.start id=x"],
])("%s -> %s", (old, modern) => {
	const result = modernize(old.split(" "));
	expect(result.argv).toEqual(modern.split(" "));
	expect(result.warning).toContain("is deprecated");
});

it.each(["--help", "vm.start --json", "rest get --register", ""])(
	"%j is left alone",
	(text) => {
		const argv = text.split(" ");
		expect(modernize(argv)).toEqual({ argv, warning: undefined });
	},
);
