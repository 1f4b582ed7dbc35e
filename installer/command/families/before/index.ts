import { preflight } from "./preflight.ts";
import { schema } from "./schema.ts";
import { wizard } from "./wizard.ts";

export const beforeVerbs = [wizard, schema, preflight];
