import { ConnectionError } from "sequelize";

/** Connection refused or lost, server starting or stopping, statement timed out, lost a deadlock, no room. */
const databaseCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1235]|57014|08\w{3}|40P01|40001|55P03|53\w{3})$/;
/** What the drivers say without a code when the other end is gone. */
const lostConnection =
  /^(Connection (terminated|is closed|ended)|Client has encountered a connection error|Query read timeout|Command timed out|timeout expired)/;
const redisRefusal = /^(LOADING|MISCONF|OOM|READONLY|MASTERDOWN|CLUSTERDOWN) /;

/** Whether Postgres or Redis could not serve just now: nothing is wrong with the request, nor with us. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  if (error instanceof ConnectionError || error.name === "MaxRetriesPerRequestError") {
    return true;
  }
  const cause = "original" in error && error.original instanceof Error ? error.original : error;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return (
    databaseCodes.test(code) ||
    lostConnection.test(cause.message) ||
    redisRefusal.test(cause.message)
  );
}
