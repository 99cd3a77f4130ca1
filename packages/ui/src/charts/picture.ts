import { colorOf, seriesDash } from "./chart-theme.ts";
import type { Plot } from "./plot.ts";

interface PictureInput {
	readonly plot: Plot;
	readonly title: string;
	/** Labels of the series that are shown, with their place among all. */
	readonly legend: readonly {
		readonly label: string;
		readonly index: number;
	}[];
	readonly isDashed: boolean;
}

const LINE_PX = 18;
const MARGIN_PX = 12;
const SWATCH_PX = 22;
const ENTRY_PX = 190;

/** The chart with title and legend as a PNG; fails where there is no canvas. */
export async function chartPicture(input: PictureInput): Promise<Blob> {
	const source = input.plot.canvas;
	if (source === undefined) throw new Error("The chart is not drawn yet");
	const canvas = document.createElement("canvas");
	const context = canvas.getContext("2d");
	if (context === null) throw new Error("This browser cannot draw pictures");
	const ratio = window.devicePixelRatio;
	const width = source.width / ratio + 2 * MARGIN_PX;
	const perLine = Math.max(1, Math.floor((width - MARGIN_PX) / ENTRY_PX));
	const lines = Math.ceil(input.legend.length / perLine);
	const plotHeight = source.height / ratio;
	const top = MARGIN_PX + LINE_PX + 6;
	canvas.width = width * ratio;
	canvas.height = (top + plotHeight + lines * LINE_PX + MARGIN_PX) * ratio;
	context.scale(ratio, ratio);
	context.fillStyle = input.plot.theme.background;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.textBaseline = "middle";
	context.fillStyle = input.plot.theme.axis;
	context.font = input.plot.theme.font.replace("11px", "bold 14px");
	context.fillText(input.title, MARGIN_PX, MARGIN_PX + LINE_PX / 2);
	context.drawImage(source, MARGIN_PX, top, source.width / ratio, plotHeight);
	context.font = input.plot.theme.font;
	for (const [place, entry] of input.legend.entries()) {
		const x = MARGIN_PX + (place % perLine) * ENTRY_PX;
		const y = top + plotHeight + (Math.floor(place / perLine) + 0.5) * LINE_PX;
		drawEntry(context, input, { ...entry, x, y });
	}
	return toBlob(canvas);
}

function drawEntry(
	context: CanvasRenderingContext2D,
	{ plot, isDashed }: PictureInput,
	entry: { label: string; index: number; x: number; y: number },
): void {
	context.strokeStyle = colorOf(plot.theme, entry.index);
	context.lineWidth = 2;
	context.setLineDash(isDashed ? [...seriesDash(entry.index)] : []);
	context.beginPath();
	context.moveTo(entry.x, entry.y);
	context.lineTo(entry.x + SWATCH_PX, entry.y);
	context.stroke();
	context.fillStyle = plot.theme.axis;
	const room = ENTRY_PX - SWATCH_PX - 12;
	context.fillText(entry.label, entry.x + SWATCH_PX + 6, entry.y, room);
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob === null) reject(new Error("The picture is too large"));
			else resolve(blob);
		}, "image/png");
	});
}
