import { announce } from "./announce.ts";
import { maintenance } from "./maintenance.ts";
import { readonly } from "./readonly.ts";
import { restart, start, stop } from "./serving.ts";

export const serviceVerbs = [start, stop, restart, maintenance, announce, readonly];
