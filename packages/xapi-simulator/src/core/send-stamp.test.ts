import { expect, it } from "vitest";
import { PreparedReply } from "./reply.ts";
import { STAMP_KEY, stampNow, stampWhenSent } from "./send-stamp.ts";

it("says when the reply was encoded, in both encodings, and nothing else", () => {
	const changedAt = "1000.000";
	const reply = stampWhenSent(
		new PreparedReply({
			json: () => `{"a":"${changedAt}","${STAMP_KEY}":"${changedAt}"}`,
			xml: () =>
				`<member><name>${STAMP_KEY}</name><value>${changedAt}</value></member>`,
		}),
	);
	const before = Number(stampNow());
	const json = JSON.parse(reply.json());
	expect(json.a).toBe(changedAt);
	expect(Number(json[STAMP_KEY])).toBeGreaterThanOrEqual(before);
	const [, sentAt] = /<value>([\d.]+)<\/value>/.exec(reply.xml()) ?? [];
	expect(Number(sentAt)).toBeGreaterThanOrEqual(before);
});
