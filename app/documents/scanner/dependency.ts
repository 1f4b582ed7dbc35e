import { config, defineDependency } from "../../base/index.ts";
import { scannerVersion } from "./clamd.ts";

defineDependency("scanner", async () =>
  config().SCANNER_ADDRESS === undefined ? undefined : (await scannerVersion()) !== undefined,
);
