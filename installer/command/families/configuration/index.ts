import { checkConfig } from "./check-config.ts";
import { diffConfig } from "./diff-config.ts";
import { reconfigure } from "./reconfigure.ts";

export const configurationVerbs = [reconfigure, checkConfig, diffConfig];
