import { Anchor, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import { PowerState } from "../../objects/PowerState.tsx";
import { paths, withFilter } from "../../paths.ts";
import type { Topology, TopologyPool } from "./model.ts";

/** The map in words: who is attached to what. */
export function TopologyList({ topology }: { readonly topology: Topology }) {
	return (
		<Stack gap="xl">
			{topology.pools.map((pool) => (
				<PoolTable key={pool.id} pool={pool} />
			))}
		</Stack>
	);
}

function PoolTable({ pool }: { readonly pool: TopologyPool }) {
	const { t } = useTranslation();
	const names = new Map(pool.networks.map(({ id, name }) => [id, name]));
	return (
		<section aria-label={pool.name}>
			<Title order={2} fz="md" mb="xs">
				<ObjectLink type="pool" id={pool.id} name={pool.name} />
			</Title>
			{pool.idleVmCount > 0 && (
				<Text size="sm" c="dimmed">
					{t("topology.idleVms", { count: pool.idleVmCount })}
				</Text>
			)}
			<Table.ScrollContainer minWidth={480}>
				<Table aria-label={pool.name}>
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t("topology.host")}</Table.Th>
							<Table.Th>{t("topology.state")}</Table.Th>
							<Table.Th>{t("nav.vms")}</Table.Th>
							<Table.Th>{t("nav.networks")}</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{pool.hosts.map((host) => (
							<Table.Tr key={host.id}>
								<Table.Td>
									<ObjectLink type="host" id={host.id} name={host.name} />
								</Table.Td>
								<Table.Td>
									<PowerState state={host.powerState} />
								</Table.Td>
								<Table.Td>
									<Anchor
										component={AppLink}
										size="sm"
										style={{ whiteSpace: "nowrap" }}
										to={withFilter(paths.vms, `$container:"${host.id}"`)}
									>
										{t("topology.vmCount", { count: host.vmCount })}
									</Anchor>
								</Table.Td>
								<Table.Td>
									<Group gap="xs">
										{host.networkIds.map((id) => (
											<ObjectLink
												key={id}
												type="network"
												id={id}
												name={names.get(id)}
											/>
										))}
									</Group>
								</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
		</section>
	);
}
