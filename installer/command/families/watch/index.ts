import { figures } from "./figures.ts";
import { grafana } from "./grafana.ts";
import { helpdesk } from "./helpdesk.ts";
import { notify } from "./notify.ts";

export const watchVerbs = [figures, helpdesk, grafana, notify];
