export const HELP = `Usage: npm run -s simulator -- [options]

Starts simulated XCP-ng pools that speak XAPI, on loopback addresses. Once a
pool listens, its line appears on the standard output as JSON:
  {"url","username","password","fingerprint","name"}
Without -s, npm prints lines of its own before them. Logs go to the standard
error. SIGINT or SIGTERM stops all pools.

What the pools hold:
  --dump FILE       one pool from a XAPI database dump (XML, plain or gzip)
  --pools K         seeded pools (default 1; without --hosts as well: one of 3
                    hosts and one of 1)
  --hosts N         hosts of all pools together, spread evenly (default 2 a pool)
  --vms M           VMs of all pools together, spread evenly (default 15 a host)
  --seed S          text or number; the same seed gives the same pools (default 1)

How they are served:
  --port P          port of the first pool, the next ones follow (default 0: free ones)
  --http            clear text instead of HTTPS

What happens in them:
  --activity N/s    changes a second in all pools together (default 0)
  --stamp           changed VMs carry the time at which their event was sent, for
                    benches: other_config["xo:bench-sent-at"], epoch milliseconds
  --time-scale X    how long operations take: 1 as on a real host (default), 0 no time

  --exit-with-stdin stop when the standard input closes; a line "activity N" on it
                    changes the rate
  --help            show this text
`;
