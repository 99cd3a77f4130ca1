import { forAllTests } from "@xo/testing";
import { expect, test, vi } from "vitest";
import { findViolations } from "./_axe.ts";
import { startJourney } from "./_journey.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const journey = await forAllTests(startJourney());

/** A task of the pool that can be cancelled. */
function createPoolTask(name_label: string) {
	const { db } = journey.pool;
	return db.create("task", {
		name_label,
		status: "pending",
		progress: 0.25,
		allowed_operations: ["cancel"],
		resident_on: db.refs("host")[0] ?? "",
		created: "20261121T00:00:00Z",
	});
}

/** A task of the server that runs until it is asked to stop. Gives what sets
 *  its progress. */
async function startServerTask(name: string) {
	const { tasks } = journey.server.context;
	const running = Promise.withResolvers<(progress: number) => void>();
	await tasks.start({ name, type: "test" }, async ({ signal, setProgress }) => {
		setProgress(0.4);
		running.resolve(setProgress);
		await new Promise((_, reject) => {
			signal.addEventListener("abort", () => reject(signal.reason));
		});
	});
	return await running.promise;
}

test("the menu shows running tasks, how far they are, and cancels them", async () => {
	const { db } = journey.pool;
	const page = await journey.openSignedIn("/");
	await page.getByRole("button", { name: "0 running tasks" }).waitFor();
	const task = createPoolTask("Copying a disk");
	await page.getByRole("button", { name: "1 running task" }).click();
	const menu = page.getByRole("dialog", { name: "Tasks" });
	const bar = menu.getByRole("progressbar", { name: "Copying a disk" });
	await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("25");
	db.update("task", task, { progress: 0.75 });
	await expect.poll(() => bar.getAttribute("aria-valuenow")).toBe("75");
	expect(await findViolations(page)).toEqual([]);
	await menu.getByRole("button", { name: "Cancel Copying a disk" }).click();
	const operations = () =>
		Object.values(db.get("task", task).current_operations as object);
	await expect.poll(operations).toContain("cancel");
	db.update("task", task, { status: "cancelled", allowed_operations: [] });
	await menu.getByText("No task is running.").waitFor();
	await menu.getByRole("link", { name: "All tasks" }).click();
	await page.getByRole("row").filter({ hasText: "Copying a disk" }).waitFor();
	await page.context().close();
});

test("a task that is done is not drawn as if it were bad", async () => {
	const task = createPoolTask("Nearly done");
	journey.pool.db.update("task", task, { progress: 1 });
	const page = await journey.openSignedIn("/tasks");
	const row = page.getByRole("row").filter({ hasText: "Nearly done" });
	await row.getByText("100%").waitFor();
	expect(await row.locator("[data-high]").count()).toBe(0);
	await page.context().close();
});

test("tasks of the server: progress, cancel, why one failed, forget", async () => {
	const page = await journey.openSignedIn("/tasks");
	const asked: string[] = [];
	page.on("request", (request) => {
		if (request.url().includes("/rest/v0/tasks")) asked.push(request.url());
	});
	await page.getByRole("link", { name: "Of this server" }).click();
	await page.getByRole("heading", { name: "The server has no task" }).waitFor();
	const setProgress = await startServerTask("Exporting everything");
	const row = page.getByRole("row").filter({ hasText: "Exporting everything" });
	await row.getByText("40%").waitFor();
	await row.getByText("Running").waitFor();
	setProgress(0.7);
	await row.getByText("70%").waitFor();
	// All there is, and its changes: nothing is asked again and again.
	expect(asked).toHaveLength(2);
	expect(await findViolations(page)).toEqual([]);
	await row
		.getByRole("button", { name: "Cancel Exporting everything" })
		.click();
	await row.getByText("Failed").waitFor();
	await row.getByText("the task was aborted on request").first().waitFor();
	expect(await findViolations(page)).toEqual([]);
	await row.getByRole("button", { name: /^Remove Exporting/ }).click();
	await row.waitFor({ state: "hidden" });
	await page.context().close();
});

test("the bell keeps what was told", async () => {
	const { pool, server } = journey;
	const [vm] = [...server.context.objects.ofType("VM")].filter(
		({ power_state }) => power_state === "Halted",
	);
	const page = await journey.openSignedIn(`/vm/${vm?.id}/overview`);
	pool.faults.failCalls("VM.start", ["HOST_NOT_ENOUGH_FREE_MEMORY", "1", "0"]);
	pool.faults.failCalls("VM.start_on", [
		"HOST_NOT_ENOUGH_FREE_MEMORY",
		"1",
		"0",
	]);
	await page.getByRole("button", { name: "Start", exact: true }).click();
	await page
		.getByRole("alert")
		.getByText(/Start: /)
		.waitFor();
	await page.getByRole("button", { name: "1 new notification" }).click();
	const list = page.getByRole("dialog", { name: "Notifications" });
	await list.getByText(/Start: /).waitFor();
	await page.keyboard.press("Escape");
	await list.waitFor({ state: "hidden" });
	const bell = page.getByRole("button", { name: "0 new notifications" });
	await expect
		.poll(() => bell.evaluate((button) => button === document.activeElement), {
			timeout: 10_000,
		})
		.toBe(true);
	await page.keyboard.press("Enter");
	await list.getByRole("button", { name: "Clear" }).click();
	await list.getByText(/Nothing was told/).waitFor();
	await page.context().close();
});
