import { t, words } from "../base/index.ts";

/** What the receiver may be asked to do. Movements keep the word on the left. */
export const actionsAsked = {
  approval: words("For approval"),
  orders: words("For orders"),
  action: words("For necessary action"),
  information: words("For information"),
  opinion: words("For comments or opinion"),
  signature: words("For signature"),
  discuss: words("Please discuss"),
  draft: words("Please put up draft"),
  examine: words("Please examine"),
  concurrence: words("For concurrence"),
  compliance: words("For compliance"),
} as const;

export type ActionAsked = keyof typeof actionsAsked;

export const actionNames = Object.keys(actionsAsked) as readonly ActionAsked[];

/** An action asked, in the reader's language; what is in no list stands as it was written. */
export function actionWords(asked: string | null): string | undefined {
  if (asked === null || asked === "return") {
    return undefined;
  }
  return t(actionNames.includes(asked as ActionAsked) ? actionsAsked[asked as ActionAsked] : asked);
}
