import { config, orderedValue } from "../../base/index.ts";

export type ScannerPolicy = "required" | "off";

/**
 * Whether documents wait for the scanner. Ordered by the parameter `documents.scanner`; without an order, where
 * a scanner is installed it is required.
 */
export async function scannerPolicy(): Promise<ScannerPolicy> {
  const ordered = await orderedValue("documents.scanner");
  if (ordered === "required" || ordered === "off") {
    return ordered;
  }
  return config().SCANNER_ADDRESS === undefined ? "off" : "required";
}
