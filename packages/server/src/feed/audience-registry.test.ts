import type { XoObject } from "@xo/contract";
import { ObjectCache } from "@xo/object-cache";
import type { UserRow } from "@xo/store";
import { describe, expect, it } from "vitest";
import { LiveObjects } from "../objects/live-objects.ts";
import { PermissionEngine } from "../permissions/permission-engine.ts";
import { AudienceRegistry } from "./audience-registry.ts";

type Entries = Readonly<Record<string, readonly string[]>>;

/** A registry in which each user may view the objects listed for it. */
function startRegistry(viewable: Entries) {
	const store = {
		groups: { listOfUser: () => [] },
		acls: {
			listOfSubjects: ([subject = ""]: readonly string[]) =>
				(viewable[subject] ?? []).map((object) => ({
					id: object,
					subject,
					object,
					action: "viewer",
				})),
		},
	} as unknown as ConstructorParameters<typeof PermissionEngine>[0];
	const objects = new LiveObjects(new ObjectCache());
	const permissions = new PermissionEngine(store, objects);
	const registry = new AudienceRegistry({ objects, permissions });
	return (id: string, permission = "none") =>
		registry.of({ id, permission } as UserRow);
}

const secret = { id: "secret", type: "pool", $pool: "secret" } as XoObject;

describe("AudienceRegistry", () => {
	it("has one audience for users who see the same", () => {
		const audienceOf = startRegistry({ a: ["x", "y"], b: ["y", "x"] });
		expect(audienceOf("a")).toBe(audienceOf("b"));
		expect(audienceOf("c", "admin")).toBe(audienceOf("d", "admin"));
	});

	it("never takes strange ids for other rights", () => {
		const audienceOf = startRegistry({
			star: ["*"],
			both: ["a b"],
			a: ["a", "b"],
		});
		expect(audienceOf("root", "admin").canView(secret)).toBe(true);
		expect(audienceOf("star").canView(secret)).toBe(false);
		expect(audienceOf("star").isEverything).toBe(false);
		expect(audienceOf("both").key).not.toBe(audienceOf("a").key);
	});
});
