import {
	type Icon,
	IconBox,
	IconCamera,
	IconDatabase,
	IconDeviceDesktop,
	IconDisc,
	IconNetwork,
	IconPlug,
	IconServer,
	IconServer2,
	IconTag,
	IconTemplate,
} from "@tabler/icons-react";

const ICONS: Readonly<Record<string, Icon>> = {
	pool: IconServer2,
	host: IconServer,
	VM: IconDeviceDesktop,
	"VM-template": IconTemplate,
	"VM-snapshot": IconCamera,
	SR: IconDatabase,
	VDI: IconDisc,
	network: IconNetwork,
	PIF: IconPlug,
	tag: IconTag,
};

/** The icon of a type of object, the same everywhere. */
export function objectIcon(type: string): Icon {
	return ICONS[type] ?? IconBox;
}
