// Programs that tests use besides npm packages, and who brings them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

interface SystemPackage {
	readonly name: string;
	/** Any of these files means that it is there. */
	readonly files: readonly string[];
}

const PACKAGES: readonly SystemPackage[] = [
	{ name: "ansible", files: ["/usr/bin/ansible-inventory"] },
	{ name: "chromium", files: ["/usr/bin/chromium"] },
	{ name: "curl", files: ["/usr/bin/curl"] },
	{ name: "fish", files: ["/usr/bin/fish"] },
	{ name: "jq", files: ["/usr/bin/jq"] },
	{
		name: "postgresql",
		files: [
			"/usr/lib/postgresql/15/bin/postgres",
			"/usr/lib/postgresql/17/bin/postgres",
		],
	},
	{ name: "python3", files: ["/usr/bin/python3"] },
	{
		name: "python3-os-xenapi",
		files: ["/usr/lib/python3/dist-packages/os_xenapi/__init__.py"],
	},
	{
		name: "python3-websocket",
		files: ["/usr/lib/python3/dist-packages/websocket/__init__.py"],
	},
	{ name: "zsh", files: ["/usr/bin/zsh", "/bin/zsh"] },
];

function missing(): string[] {
	return PACKAGES.filter(({ files }) => !files.some(existsSync)).map(
		({ name }) => name,
	);
}

function apt(args: readonly string[]): void {
	const { status } = spawnSync("apt-get", ["-q", "-y", ...args], {
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		stdio: ["ignore", 2, 2],
	});
	if (status !== 0) throw new Error(`apt-get ${args.join(" ")} failed`);
}

/** Installs what is missing, as root on Debian; elsewhere says what to
 *  install.
 *  @throws Error naming the packages */
export function ensureSystemPackages(): void {
	const wanted = missing();
	if (wanted.length === 0) return;
	const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
	if (!canInstall) {
		throw new Error(
			`the tests need these Debian packages: ${wanted.join(" ")}\n  sudo apt-get install ${wanted.join(" ")}`,
		);
	}
	process.stderr.write(`installing ${wanted.join(" ")}…\n`);
	apt(["update"]);
	apt(["install", "--no-install-recommends", ...wanted]);
	const still = missing();
	if (still.length > 0) {
		throw new Error(`still missing after apt-get: ${still.join(" ")}`);
	}
}
