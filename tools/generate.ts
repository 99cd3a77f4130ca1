// Makes the tables that the simulator and the XAPI client need from the facts
// about XAPI; the result is committed.
await import("./generate-datamodel.ts");
await import("./generate-default-templates.ts");

export {};
