import { Stack, Text, Title } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Tone, toneVariable } from "../theme/tokens.ts";

/** In place of content: what is the matter and what to do. */
export function Notice(props: {
	readonly icon: Icon;
	readonly tone?: Tone;
	readonly title: string;
	readonly text?: string;
	readonly action?: ReactNode;
	/** Of the heading; 2 when absent. */
	readonly order?: 1 | 2;
}) {
	const { icon: NoticeIcon, tone = "idle" } = props;
	return (
		<Stack align="center" gap="sm" py={48} px="md" role="status">
			<NoticeIcon
				size={36}
				stroke={1.5}
				color={toneVariable(tone)}
				aria-hidden
			/>
			<Title order={props.order ?? 2} ta="center">
				{props.title}
			</Title>
			{props.text !== undefined && (
				<Text c="dimmed" ta="center" maw={480}>
					{props.text}
				</Text>
			)}
			{props.action}
		</Stack>
	);
}
