import type { Block, BlockName } from "../form.ts";
import { body } from "./body.ts";
import { closing } from "./closing.ts";
import { enclosures } from "./enclosures.ts";
import { endorsement } from "./endorsement.ts";
import { letterhead } from "./letterhead.ts";
import { numberLine } from "./number-line.ts";
import { references } from "./references.ts";
import { salutation } from "./salutation.ts";
import { sender } from "./sender.ts";
import { subject } from "./subject.ts";
import { title } from "./title.ts";
import { to } from "./to.ts";

export const blocks: Readonly<Record<BlockName, Block>> = {
  letterhead,
  sender,
  numberLine,
  title,
  to,
  subject,
  references,
  salutation,
  body,
  closing,
  enclosures,
  endorsement,
};
