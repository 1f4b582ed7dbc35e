import { supportBundle } from "./support-bundle.ts";

export const supportVerbs = [supportBundle];
