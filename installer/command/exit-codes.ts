/** What the command says to other programs. Numbers never change their meaning. */
export const exit = {
  ok: 0,
  failed: 1,
  usage: 2,
  nothingToDo: 3,
  preflightFailed: 10,
  preflightWarned: 11,
  interrupted: 20,
  rolledBack: 21,
  rollbackFailed: 22,
  backupFailed: 30,
  verifyFailed: 31,
  drillFailed: 32,
  notPermittedHere: 40,
  locked: 50,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];
