import {
  insert,
  invalid,
  now,
  orderInForce,
  record,
  today,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { accessPolicy, allAccounts } from "../policy.ts";
import { matrixOfRights } from "./set-permission.ts";

/** The order of the State by which confidential papers may be kept here; without one they are refused. */
export interface ConfidentialOrder {
  readonly orderNumber: string;
  readonly orderOn: string;
}

const parameter = "rights.confidential";

export async function confidentialOrder(): Promise<ConfidentialOrder | undefined> {
  const found = await orderInForce(parameter);
  return found?.value === true && found.orderNumber && found.orderOn
    ? { orderNumber: found.orderNumber, orderOn: found.orderOn }
    : undefined;
}

/** Refuses what is confidential where no order allows it. What is secret or above no order can allow. */
export async function refuseUnlessOrdered(classification: string): Promise<void> {
  if (classification === "confidential" && !(await confidentialOrder())) {
    throw invalid(
      "classification",
      "Confidential papers are not kept here: no order of the State is recorded that allows it.",
    );
  }
}

export interface ConfidentialChange extends ConfidentialOrder {
  readonly allowed: boolean;
}

/** Records the order that allows confidential papers, or the one that ends it; those kept stay as they are. */
export function setConfidential(actor: Actor, given: ConfidentialChange): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const { allowed, orderNumber, orderOn } = given;
    await insert("parameters", {
      name: parameter,
      value: String(allowed),
      fromOn: today(now()),
      orderNumber,
      orderOn,
    });
    await record(actor, allowed ? "access.confidential-allowed" : "access.confidential-ended", {
      subject: { type: "matrix", id: matrixOfRights },
      detail: { orderNumber, orderOn },
    });
  });
}
