import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
	type FakeServer,
	methodsInfo,
	startFakeServer,
} from "./_fake-server.ts";
import { CliHome } from "./_run-cli.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** Types into a program on a terminal of its own, once it has its prompt, and
 *  prints what it shows. */
const TYPIST = `
import os, pty, sys
typed, program = sys.argv[1].encode().decode("unicode_escape"), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(program[0], program)
shown = b""
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    was_ready = b"PROMPT" in shown
    shown += data
    if not was_ready and b"PROMPT" in shown:
        os.write(terminal, typed.encode())
os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
`;

let server: FakeServer;
let home: CliHome;

beforeEach(async () => {
	server = await startFakeServer();
	server.methods["system.getMethodsInfo"] = () => methodsInfo;
	server.methods["xo.getAllObjects"] = () => ({
		"aa-1": { name_label: "web server" },
	});
	home = await CliHome.create();
	await home.run(["register", "--token", "good-token", server.url]);
	// What the shells are to find as xo-cli: a call is written down only.
	await writeFile(
		home.path("xo-cli"),
		`#!/bin/sh
case "$1" in __complete|completion) exec "${process.execPath}" "${MAIN}" "$@";; esac
echo "$@" >> "${home.path("calls")}"
`,
		{ mode: 0o700 },
	);
});
afterEach(async () => {
	await server[Symbol.asyncDispose]();
	await home[Symbol.asyncDispose]();
});

async function run(command: string, ...args: string[]): Promise<string> {
	const child = spawn(command, args, {
		env: {
			PATH: `${home.folder}:${process.env.PATH}`,
			HOME: home.folder,
			TERM: "dumb",
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = once(child, "exit");
	const shown = await text(child.stdout);
	expect({ code: await ended, shown }).toMatchObject({ code: [0, null] });
	return shown;
}

/** The commands that come of what is typed, tabulators and all. */
async function type(lines: readonly string[], shell: string[]) {
	const typed = [...lines, "exit"].map((line) => `${line}\\r`).join("");
	await run("python3", "-c", TYPIST, typed, ...shell);
	return (await readFile(home.path("calls"), "utf8")).split("\n").slice(0, -1);
}

const LINES = [
	"xo-cli vm.sta\\tid=a\\tfo\\ttrue",
	"xo-cli list-objects ty\\tpoo\\t--name_l\\t",
];
const CALLS = [
	"vm.start id=aa-1 force=true",
	"list-objects type=pool --name_label",
];

it("bash completes methods, parameters, ids and properties", async () => {
	const setup = home.path("setup.bash");
	await writeFile(setup, `eval "$(xo-cli completion bash)"\nPS1=PROMPT`);
	const shell = ["bash", "--noprofile", "--rcfile", setup, "-i"];
	expect(await type(LINES, shell)).toEqual(CALLS);
}, 30_000);

it("zsh completes methods, parameters, ids and properties", async () => {
	await writeFile(
		home.path(".zshrc"),
		`autoload -Uz compinit && compinit -u
unsetopt promptsp
eval "$(xo-cli completion zsh)"
PS1=PROMPT`,
	);
	const shell = ["zsh", "--no-globalrcs", "-i"];
	expect(await type(LINES, shell)).toEqual(CALLS);
}, 30_000);

it("fish completes methods, parameters, ids and properties", async () => {
	const lines = [
		"xo-cli vm.sta",
		"xo-cli vm.start fo",
		"xo-cli vm.start id=a",
		"xo-cli list-objects type=pool --name_l",
	];
	const script = lines.map((line) => `complete -C '${line}'`).join("; ");
	const shown = await run(
		"fish",
		"--no-config",
		"-c",
		`xo-cli completion fish | source; ${script}`,
	);
	expect(shown.split("\n").slice(0, -1)).toEqual([
		"vm.start\tStart the VM",
		"force=\tboolean, optional",
		"id=aa-1\tweb server",
		"--name_label",
	]);
}, 30_000);
