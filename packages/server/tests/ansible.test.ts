import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import {
	forAllTests,
	startActivity,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
} from "@xo/testing";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);

interface Inventory {
	readonly _meta: {
		readonly hostvars: Readonly<Record<string, Record<string, unknown>>>;
	};
	readonly all: { readonly children: readonly string[] };
	readonly [group: string]: unknown;
}

const pool = await forAllTests(startTestPool({ hosts: 3, vms: 40 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const folder = await mkdtemp(path.join(tmpdir(), "xo-ansible-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What Debian's Ansible lists through its Xen Orchestra plugin. */
async function listInventory(): Promise<Inventory> {
	const file = path.join(folder, "xen_orchestra.yml");
	await writeFile(
		file,
		`plugin: community.general.xen_orchestra
api_host: ${new URL(server.url).host}
user: ${TEST_ADMIN.email}
password: ${TEST_ADMIN.password}
validate_certs: false
use_ssl: false
`,
	);
	const { stdout } = await run(
		"/usr/bin/ansible-inventory",
		["-i", file, "--list"],
		{
			env: {
				PATH: "/usr/bin:/bin",
				HOME: folder,
				LC_ALL: "C.UTF-8",
				ANSIBLE_INVENTORY_ENABLED: "community.general.xen_orchestra",
				ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: "true",
			},
			maxBuffer: 64 * 1024 * 1024,
		},
	);
	return JSON.parse(stdout) as Inventory;
}

/** Uuid -> name and power state of every VM that is none of template,
 *  snapshot or control domain, straight from the pool. */
function truth(): Map<string, { name: string; state: string }> {
	const vms = new Map<string, { name: string; state: string }>();
	for (const ref of pool.db.refs("VM")) {
		const vm = pool.db.get("VM", ref);
		if (vm.is_a_template || vm.is_a_snapshot || vm.is_control_domain) continue;
		vms.set(String(vm.uuid), {
			name: String(vm.name_label),
			state: String(vm.power_state).toLowerCase(),
		});
	}
	return vms;
}

function vmsOf({ _meta }: Inventory) {
	return Object.entries(_meta.hostvars).filter(
		([, vars]) => vars.type === "VM",
	);
}

describe("Ansible's inventory plugin", () => {
	it("lists what the pool has", { timeout: 120_000 }, async () => {
		const inventory = await listInventory();
		const listed = new Map(
			vmsOf(inventory).map(([uuid, vars]) => [
				uuid,
				{ name: vars.name_label, state: vars.power_state },
			]),
		);
		expect(listed).toEqual(truth());
		const hosts = pool.db.refs("host").length;
		expect(Object.keys(inventory._meta.hostvars)).toHaveLength(
			listed.size + hosts,
		);
	});

	it("lists it while 200 changes a second arrive", {
		timeout: 120_000,
	}, async () => {
		using _ = startActivity([pool.pool], { changesPerSecond: 200 });
		const inventory = await listInventory();
		const known = truth();
		const listed = vmsOf(inventory).map(([uuid]) => uuid);
		expect(listed.filter((uuid) => !known.has(uuid))).toEqual([]);
		expect(listed).toHaveLength(known.size);
	});
});
