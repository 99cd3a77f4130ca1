import type { z } from "zod";
import { lazily } from "../lazily.ts";
import { routesOf } from "./rest-routes.ts";
import { vmSettings } from "./vm-settings.ts";

/** Settings that REST calls otherwise than JSON-RPC. */
const RENAMED = {
	autoPoweron: "auto_poweron",
	nameLabel: "name_label",
	nameDescription: "name_description",
	highAvailability: "high_availability",
	cpus: "CPUs",
	cpusStaticMax: "cpusMax",
} as const;

const { shape } = vmSettings();

const patchBody = lazily(
	() =>
		vmSettings()
			.omit({
				id: true,
				auto_poweron: true,
				name_label: true,
				name_description: true,
				high_availability: true,
				CPUs: true,
				cpusMax: true,
			})
			.extend({
				autoPoweron: shape.auto_poweron,
				nameLabel: shape.name_label,
				nameDescription: shape.name_description,
				highAvailability: shape.high_availability,
				cpus: shape.CPUs,
				cpusStaticMax: shape.cpusMax,
			}) satisfies z.ZodObject,
);

function settingOf(field: string): string {
	return Object.hasOwn(RENAMED, field)
		? RENAMED[field as keyof typeof RENAMED]
		: field;
}

/** `PATCH /vms/{id}`: `vm.set` under REST's names. */
export const patchVm = routesOf("vm", "VM").update({
	body: patchBody,
	toParams: ({ path, body }) => ({
		...Object.fromEntries(
			Object.entries(body).map(([field, value]) => [settingOf(field), value]),
		),
		id: path.id,
	}),
});
