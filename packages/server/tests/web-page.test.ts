import {
	type RunningPool,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
	type TestServer,
} from "@xo/testing";
import type { Browser, Page } from "playwright-core";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	expect,
	test,
} from "vitest";
import { launchChromium } from "./_chromium.ts";
import { startEmptyServer } from "./_empty-server.ts";

const HOSTILE = '<img src=x onerror="document.title=1">';

let browser: Browser;
let pool: RunningPool;
let server: TestServer;
let page: Page;
let problems: string[];

beforeAll(async () => {
	[browser, pool, server] = await Promise.all([
		launchChromium(),
		startTestPool({ vms: 6 }),
		startTestServer(),
	]);
	await server.connect(pool);
});
afterAll(async () => {
	await browser.close();
	await server[Symbol.asyncDispose]();
	await pool[Symbol.asyncDispose]();
});

beforeEach(async () => {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
	});
	page = await context.newPage();
	page.setDefaultTimeout(15_000);
	problems = [];
	page.on("pageerror", (error) => problems.push(error.message));
	page.on("console", (message) => {
		if (message.type() === "error") problems.push(message.text());
	});
});
afterEach(async () => {
	await page.context().close();
	// Nor is anything against the content security policy.
	expect(problems).toEqual([]);
});

async function fillSignIn(
	{ email, password } = TEST_ADMIN as {
		email: string;
		password: string;
	},
) {
	await page.getByLabel("User").fill(email);
	await page.getByLabel("Password").fill(password);
	await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in and waits for the first rows. */
async function openList() {
	await page.goto(server.url);
	await fillSignIn();
	await page.locator("tbody tr").first().waitFor();
}

const rowOf = (name: string) =>
	page
		.locator("tbody tr")
		.filter({ has: page.getByText(name, { exact: true }) });

/** Refs of plain VMs, in the order of their names. */
function vmRefs(): string[] {
	const { db } = pool;
	const nameOf = (ref: string) => String(db.get("VM", ref).name_label);
	return db
		.refs("VM")
		.filter((ref) => {
			const vm = db.get("VM", ref);
			return !(vm.is_a_template || vm.is_control_domain || vm.is_a_snapshot);
		})
		.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

test("tells that credentials are wrong, then to wait, and signs in and out", async () => {
	const stranger = { email: "eve@example.org", password: "wrong" };
	await page.goto(server.url);
	await fillSignIn(stranger);
	await page.getByText("Invalid credentials").waitFor();
	await fillSignIn(stranger);
	await page.getByText("wait two seconds").waitFor();
	await fillSignIn();
	await page.getByText(TEST_ADMIN.email).waitFor();
	await page.getByRole("link", { name: "Sign out" }).click();
	await page.getByRole("button", { name: "Sign in" }).waitFor();
});

test("rows change, come and go by themselves", async () => {
	await openList();
	const [first = "", second = ""] = vmRefs();
	const { db } = pool;
	db.update("VM", first, { name_label: "renamed while you look" });
	await rowOf("renamed while you look").waitFor();

	const before = await page.locator("tbody tr").count();
	const { name_label } = db.get("VM", second);
	db.update("VM", second, { is_a_template: true });
	await rowOf(String(name_label)).waitFor({ state: "detached" });
	expect(await page.locator("tbody tr").count()).toBe(before - 1);
	await page
		.getByRole("button", { name: new RegExp(`^VMs ?${before - 1}$`) })
		.waitFor();
	db.update("VM", second, { is_a_template: false });
	await rowOf(String(name_label)).waitFor();
});

test("a VM is started and stopped, unless something speaks against it", async () => {
	await openList();
	const { db } = pool;
	const halted = vmRefs().find(
		(ref) => db.get("VM", ref).power_state === "Halted",
	);
	const running = vmRefs().find(
		(ref) => db.get("VM", ref).power_state === "Running",
	);
	const subject = halted ?? running ?? "";
	db.update("VM", subject, { name_label: "my machine" });
	const row = rowOf("my machine");
	if (halted === undefined) {
		await row.getByRole("button", { name: "Stop" }).click();
	}
	await row.getByRole("button", { name: "Start" }).click();
	await row.getByText("Running").waitFor();
	db.update("VM", subject, { blocked_operations: { clean_shutdown: "never" } });
	const button = row.getByRole("button", {
		name: "Stop my machine: blocked: never",
	});
	await button.waitFor();
	expect(await button.getAttribute("aria-disabled")).toBe("true");
});

test("names are text, whatever they say", async () => {
	await openList();
	const ref = vmRefs().at(-1) ?? "";
	pool.db.update("VM", ref, { name_label: HOSTILE, tags: [HOSTILE] });
	await rowOf(HOSTILE).waitFor();
	expect(await page.title()).toBe("Xen Orchestra");
	expect(await page.locator("tbody img").count()).toBe(0);
	pool.db.update("VM", ref, { name_label: "harmless", tags: [] });
	await rowOf("harmless").waitFor();
});

test("filters, says where a filter is wrong, and sorts", async () => {
	await openList();
	const all = await page.locator("tbody tr").count();
	pool.db.update("VM", vmRefs()[0] ?? "", { name_label: "aaa first" });
	const filter = page.getByLabel("Filter");
	await filter.fill("name_label:/^aaa/");
	await page.getByText("1 object", { exact: true }).waitFor();
	await filter.fill("name_label:(");
	const alert = page.getByRole("alert").filter({ hasText: "^" });
	await alert.waitFor();
	expect(await alert.textContent()).toMatch(
		/^name_label:\(\n {11}\^ .*\(column 12\)$/,
	);
	await filter.fill("");
	await page.getByText(`${all} objects`).waitFor();
	expect(await alert.isVisible()).toBe(false);

	const header = page.getByRole("columnheader", { name: "Name" });
	expect(await header.getAttribute("aria-sort")).toBe("ascending");
	await header.getByRole("button").click();
	await page.locator("tbody tr:last-child").getByText("aaa first").waitFor();
	expect(await header.getAttribute("aria-sort")).toBe("descending");
	await page.reload();
	await page.locator("tbody tr:last-child").getByText("aaa first").waitFor();
});

test("every type has its tab, by keyboard too", async () => {
	await openList();
	for (const tab of await page.locator("#tabs button").all()) {
		await tab.focus();
		await page.keyboard.press("Enter");
		expect(await tab.getAttribute("aria-current")).toBe("true");
		const count = Number(
			(await tab.locator(".count").textContent())?.replaceAll(",", ""),
		);
		await page
			.getByText(new RegExp(`^${count.toLocaleString("en")} objects?$`))
			.waitFor();
		await (count === 0
			? page.locator("#empty")
			: page.locator("tbody tr").first()
		).waitFor();
	}
});

test("comes back after the connection was lost", async () => {
	await openList();
	const state = page.locator("#connection");
	server.context.connections.terminateAll();
	await page.locator('#connection[data-state="lost"]').waitFor();
	await page.locator('#connection[data-state="live"]').waitFor();
	expect(await state.textContent()).toBe("live");
	pool.db.update("VM", vmRefs()[0] ?? "", { name_label: "seen again" });
	await rowOf("seen again").waitFor();
});

test("fits a phone, in light and in dark", async () => {
	await page.setViewportSize({ width: 390, height: 844 });
	const backgrounds: string[] = [];
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		if (backgrounds.length === 0) await openList();
		const { width, background } = (await page.evaluate(
			"({ width: document.documentElement.scrollWidth, background: getComputedStyle(document.documentElement).backgroundColor })",
		)) as { width: number; background: string };
		expect(width).toBe(390);
		backgrounds.push(background);
	}
	expect(new Set(backgrounds).size).toBe(2);
});

test("the first start: from the printed link to the list", async () => {
	await using fresh = await startEmptyServer();
	await page.goto(`${fresh.url}/setup`);
	await page.getByText("Open the whole link").waitFor();
	await page.goto("about:blank");
	await page.goto((await fresh.createSetupLink()) ?? "");
	const password = page.getByLabel("Password", { exact: false }).first();
	await page.getByLabel("E-mail").fill("ada@example.org");
	await password.fill("correct horse");
	await page.getByLabel("Password, again").fill("correct house");
	const submit = page.getByRole("button", { name: "Create the administrator" });
	await submit.click();
	await page.getByText("The two passwords differ.").waitFor();
	await page.getByLabel("Password, again").fill("correct horse");
	await submit.click();
	await page.getByText("There are none of these.").waitFor();
	expect(await page.locator("#user").textContent()).toBe("ada@example.org");
});
