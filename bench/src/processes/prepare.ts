// Makes a data folder with an administrator, as the first start of a daemon
// does; the daemon that is measured finds it there.
import { startTestServer } from "@xo/testing";

process.once("message", ({ folder }: { folder: string }) => {
	void prepare(folder);
});

async function prepare(folder: string): Promise<void> {
	const server = await startTestServer({ dataDir: folder });
	await server[Symbol.asyncDispose]();
	process.send?.("ready");
	process.disconnect();
}
