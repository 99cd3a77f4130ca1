import axe from "axe-core";
import type { Page } from "playwright-core";

/** What WCAG 2.2 AA is broken by on the page as it is: rule and place. */
export async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	await page.evaluate(untilStill);
	return await page.evaluate(async () => {
		const { axe: loaded } = globalThis as unknown as {
			readonly axe: typeof axe;
		};
		const { violations } = await loaded.run(document, {
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
		});
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) =>
				[id, target.join(" "), failureSummary].join(": "),
			),
		);
	});
}

/** Colours on their way from one scheme to another are no colours to judge. */
async function untilStill(): Promise<void> {
	await new Promise(requestAnimationFrame);
	const transitions = document
		.getAnimations()
		.filter((animation) => animation instanceof CSSTransition);
	await Promise.allSettled(transitions.map(({ finished }) => finished));
}
