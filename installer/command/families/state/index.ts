import { doctor } from "./doctor.ts";
import { logs } from "./logs.ts";
import { status } from "./status.ts";
import { version } from "./version.ts";

export const stateVerbs = [status, doctor, version, logs];
