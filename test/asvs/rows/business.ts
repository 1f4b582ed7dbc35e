import { open, shown, written, type Requirement } from "../requirement.ts";

/** Chapter 2: validation and the logic of the office. */
export const business: readonly Requirement[] = [
  written(["2.1.1", 1, "rules for input"], "test/asvs/README.md: Rules for input"),
  written(["2.1.2", 2, "rules for what belongs together"], "test/asvs/README.md: Rules for input"),
  written(
    ["2.1.3", 2, "limits of the work"],
    "test/asvs/README.md: Limits",
    "app/documents/README.md: The scanner",
  ),
  shown(
    ["2.2.1", 1, "input judged against what is expected"],
    "hostile/bad-forms: answers each with a sentence by the field",
    "architecture: gives every route a schema, a rule and a line for the description",
    "receipts/entering-a-letter: refuses fields it does not know, and those too long",
  ),
  shown(
    ["2.2.2", 1, "judged on the server"],
    "journeys/components: without script every form is whole",
    "base/answering-requests: by its field",
  ),
  shown(
    ["2.2.3", 2, "combinations judged"],
    "receipts/diarising: refuses days to come, and a letter younger than its arrival",
    "organisation/what-an-import-finds: finds a line of reporting that comes back",
    "dispatch/sending-out: refuses days to come and days before it left",
  ),
  shown(
    ["2.3.1", 1, "steps in their order"],
    "drafting/writing-a-draft: is open to each step in its own state only",
    "movement/item-policy: says who may do what with an item that is",
    "drafting/signing-a-letter: is refused before the draft is approved, and after it was changed",
    "access/second-factor: keeps everything shut until it is proved",
  ),
  shown(
    ["2.3.2", 2, "limits of the work kept"],
    "documents/uploading-in-pieces: asks for the share of the post before anything is sent",
    "access/break-glass: at most four hours, with a reason",
    "organisation/files-that-cannot-be-read: have at most a lakh of rows",
  ),
  shown(
    ["2.3.3", 2, "whole or not at all"],
    "base/transactions: stands and falls with its change",
    "faults/killing-processes: left no half movement",
  ),
  shown(
    ["2.3.4", 2, "nothing given twice"],
    "races/two-hands-on-one-item: lets exactly one of two windows send it",
    "races/diarising-at-once: and the numbers have no gap and no repeat",
    "base/sending-twice: is done once, and both are answered alike",
  ),
  open(
    ["2.3.5", 3, "two people for what weighs most"],
    "A draft needs its approver and its signatory, and breaking the glass needs the server as well as the person; giving a right takes one administrator, who proves himself afresh, and is recorded. Destruction of files is not in this release.",
  ),
  shown(
    ["2.4.1", 2, "against too many calls"],
    "base/limiting-requests: refuses what goes beyond the limit, says when to return",
    "base/limiting-requests: records once when somebody opens unusually many documents",
    "edge/behind-nginx: counts by session before address",
  ),
];
