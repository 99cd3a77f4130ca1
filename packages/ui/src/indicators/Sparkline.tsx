import "./indicators.css";
import { sparklinePath } from "./sparkline-path.ts";

export interface SparklineProps {
	values: readonly (number | null)[];
	/** What it shows, in words, with the latest value. */
	label: string;
	max?: number;
	width?: number;
	height?: number;
}

/** The course of a few dozen values, as wide as a word. */
export function Sparkline(props: SparklineProps) {
	const { values, label, max, width = 80, height = 20 } = props;
	return (
		<svg
			className="xo-sparkline"
			width={width}
			height={height}
			role="img"
			aria-label={label}
		>
			<path
				d={sparklinePath(values, { width, height, max })}
				fill="none"
				stroke="currentColor"
				strokeWidth="1.5"
				strokeLinejoin="round"
			/>
		</svg>
	);
}
