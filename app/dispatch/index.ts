import type { Module } from "../base/index.ts";
import "./create-dispatches.ts";
import "./deliver-inside.ts";

export { dispatchesOf, findDispatch, type Dispatch } from "./dispatch.ts";
export { dispatchLetter, dispatchSeveral, type Dispatched } from "./dispatch-letter.ts";
export { handToRegistry } from "./hand-to-registry.ts";
export type { DispatchInput } from "./input.ts";
export { markDelivered, markReturned } from "./mark-delivered.ts";
export { modes, type DispatchState, type Mode } from "./modes.ts";
export { outwardRegister, registryQueue, type DispatchLine } from "./queries.ts";
export { sendAgain } from "./send-again.ts";

export const dispatch: Module = { name: "dispatch", routes: [], sections: [] };
