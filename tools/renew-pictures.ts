// Takes the pictures anew that apps/web/tests/pictures.test.ts compares with:
// node tools/build.ts, then node tools/renew-pictures.ts. Look at what changed
// before you commit it.
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.dirname(import.meta.dirname);
const { status } = spawnSync(
	path.join(ROOT, "node_modules/.bin/vitest"),
	["run", "apps/web/tests/pictures.test.ts"],
	{
		cwd: ROOT,
		stdio: "inherit",
		env: { ...process.env, XO_RENEW_PICTURES: "1" },
	},
);
process.exitCode = status ?? 1;
