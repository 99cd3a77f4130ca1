export { DATA_DIR, describeWithData } from "./data.ts";
