/** The body of an `ALARM` message, as the host's perfmon writes it. */
export function alarmBody(options: {
	variable: string;
	value: number;
	triggerLevel: number;
	periodSeconds: number;
}): string {
	const element = (name: string, value: string | number) =>
		`\t<${name} value="${value}"/>\n`;
	return [
		`value: ${options.value.toFixed(6)}\n`,
		"config:\n",
		"<variable>\n",
		element("name", options.variable),
		element("alarm_trigger_level", options.triggerLevel),
		element("alarm_trigger_period", options.periodSeconds),
		element("alarm_priority", 3),
		"</variable>\n",
	].join("");
}

/** Body of the messages about the life of a VM. */
export function vmMessageBody(
	vm: { name: string; uuid: string },
	event: string,
): string {
	return `VM '${vm.name}' (uuid: ${vm.uuid}) ${event}`;
}
