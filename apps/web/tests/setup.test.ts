import { forAllTests } from "@xo/testing";
import { expect, test } from "vitest";
import { startJourney } from "./_journey.ts";

const journey = await forAllTests(startJourney());
const { users } = journey.server.context.store;
for (const { id } of users.list()) await users.delete(id);

test("the link of the first start leads to the dashboard", async () => {
	const link = new URL((await journey.server.createSetupLink()) ?? "");
	const page = await journey.open("/");
	await page.getByText("The link is not complete").waitFor();
	await page.goto(link.href);
	await page.reload();
	await page.getByLabel("E-mail").fill("ada");
	await page.getByLabel("Password", { exact: true }).fill("short");
	await page.getByLabel("Password, again").fill("other");
	const create = page.getByRole("button", { name: "Create" });
	await create.click();
	for (const text of ["not an e-mail", "At least 8", "differ"]) {
		await page.getByText(text).last().waitFor();
	}
	await page.getByLabel("E-mail").fill("ada@example.org");
	await page.getByLabel("Password", { exact: true }).fill("correct horse");
	await page.getByLabel("Password, again").fill("correct horse");
	await create.click();
	await page.getByRole("heading", { name: "Dashboard" }).waitFor();
	expect(await journey.server.createSetupLink()).toBeUndefined();
});
