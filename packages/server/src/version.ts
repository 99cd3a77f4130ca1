/** Version of the daemon, as clients are told. */
export const version = "6.0.0";
