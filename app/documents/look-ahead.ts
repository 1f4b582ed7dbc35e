import { log, whenReceived, type UploadedFile } from "../base/index.ts";
import { findingOf } from "./inspect-upload.ts";
import { scanContent } from "./scanner/scan-content.ts";

/**
 * Looks into files while no transaction is open yet: commands take them in inside one, and must not hold it
 * open for the half minute that a large scan may need. What is wrong is told later, by whoever wants the file.
 */
export function lookAhead(): void {
  whenReceived(async (file: UploadedFile) => {
    try {
      const finding = await findingOf(file);
      if (!("failure" in finding)) {
        await scanContent(file.sha256);
      }
    } catch (error) {
      log.warn({ err: error }, "A file could not be looked into as it came in");
    }
  });
}
