import { certsCsr } from "./csr.ts";
import { certsImport } from "./import.ts";
import { certsRenew } from "./renew.ts";
import { certsStatus } from "./status.ts";

export const certsVerbs = [certsStatus, certsCsr, certsImport, certsRenew];
