import { z } from "zod";
import { Site } from "./schema.ts";

/** site.yml as JSON Schema, for editors and for Ansible. */
export function siteJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $id: "https://secretariat.invalid/site.schema.json",
    title: "site.yml",
    ...z.toJSONSchema(Site, { io: "input" }),
  };
}
