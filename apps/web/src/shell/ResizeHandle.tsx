import { useTranslation } from "react-i18next";
import classes from "./shell.module.css";

const MIN_WIDTH = 180;
const MAX_WIDTH = 640;
const STEP = 16;

function clamp(width: number): number {
	return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** The edge of the side bar: dragged, moved with the arrow keys, reset by a
 *  double click. */
export function ResizeHandle(props: {
	readonly width: number;
	readonly defaultWidth: number;
	readonly onWidth: (width: number) => void;
}) {
	const { width, defaultWidth, onWidth } = props;
	const { t } = useTranslation();
	return (
		// biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, this separator can
		<div
			role="separator"
			tabIndex={0}
			aria-orientation="vertical"
			aria-label={t("shell.resize")}
			aria-valuenow={width}
			aria-valuemin={MIN_WIDTH}
			aria-valuemax={MAX_WIDTH}
			className={classes.handle}
			onPointerDown={(event) =>
				event.currentTarget.setPointerCapture(event.pointerId)
			}
			onPointerMove={(event) => {
				if (event.currentTarget.hasPointerCapture(event.pointerId)) {
					onWidth(clamp(event.clientX));
				}
			}}
			onDoubleClick={() => onWidth(defaultWidth)}
			onKeyDown={(event) => {
				if (event.key === "ArrowLeft") onWidth(clamp(width - STEP));
				if (event.key === "ArrowRight") onWidth(clamp(width + STEP));
			}}
		/>
	);
}
