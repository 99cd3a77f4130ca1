export { DATA_DIR, describeWithData } from "./data.ts";
export { startPostgres, type TestPostgres } from "./postgres.ts";
