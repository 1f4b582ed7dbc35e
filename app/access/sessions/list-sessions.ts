import { sessionsOf } from "../../base/index.ts";
import { describeDevice, type Device } from "./describe-device.ts";

export interface SessionLine extends Device {
  /** The one it began with, which no new token changes. */
  readonly id: string;
  readonly address: string | null;
  readonly door: string;
  readonly secondFactor: boolean;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  /** The session in which one looks at the list. */
  readonly isPresent: boolean;
}

/** The sessions of an account, as its owner recognises them. */
export async function listSessions(
  accountId: string,
  presentId: string | null,
): Promise<SessionLine[]> {
  const living = await sessionsOf(accountId);
  return living.map(({ id, root, address, door, device, secondFactor, startedAt, lastUsedAt }) => ({
    ...describeDevice(device),
    id: root,
    address,
    door,
    secondFactor,
    startedAt: new Date(startedAt),
    lastUsedAt: new Date(lastUsedAt),
    isPresent: id === presentId,
  }));
}
