import { Switch } from "@mantine/core";
import { useState } from "react";

/** A setting that is on or off. What was chosen is shown at once, and taken
 *  back when the server refuses. */
export function SettingSwitch(props: {
	readonly label: string;
	readonly isOn: boolean;
	readonly isDisabled?: boolean;
	/** Why it cannot be changed now; it can when absent. */
	readonly reason?: string | undefined;
	readonly onSave: (isOn: boolean) => Promise<unknown>;
}) {
	const { label, isOn } = props;
	const [saved, setSaved] = useState<{ over: boolean; isOn: boolean }>();
	const shown = saved?.over === isOn ? saved.isOn : isOn;
	return (
		<Switch
			label={label}
			checked={shown}
			description={props.reason}
			disabled={props.isDisabled === true || props.reason !== undefined}
			onChange={({ currentTarget: { checked } }) => {
				setSaved({ over: isOn, isOn: checked });
				props.onSave(checked).catch(() => setSaved(undefined));
			}}
		/>
	);
}
