import { secretsList } from "./list.ts";
import { secretsRotate } from "./rotate.ts";
import { secretsSet } from "./set.ts";

export const secretsVerbs = [secretsList, secretsSet, secretsRotate];
