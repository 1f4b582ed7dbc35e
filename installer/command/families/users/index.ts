import { breakglass } from "./breakglass.ts";

export const usersVerbs = [breakglass];
