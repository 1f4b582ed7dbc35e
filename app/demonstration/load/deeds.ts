import { registerDocument } from "../../documents/index.ts";
import { closeFile, openFile, putInFile } from "../../files/index.ts";
import {
  closeItem,
  findItem,
  openItem,
  parkItem,
  pullBackItem,
  receiveItem,
  reopenItem,
  returnItem,
  sendItem,
  unparkItem,
} from "../../movement/index.ts";
import { findDraft, saveDraft } from "../../notes/index.ts";
import { registerReceipt } from "../../receipts/index.ts";
import { checkDocument } from "../../writing/index.ts";
import type { Deed } from "../history/steps.ts";
import type { Doing } from "./scene.ts";
import { letterOf } from "./letter-of.ts";

type Deeds<Kinds extends Deed["kind"]> = { [Kind in Kinds]: Doing<Extract<Deed, { kind: Kind }>> };

export const inwardDeeds = {
  diarise: async (scene, actor, { item }) => {
    const planned = scene.receipt(item);
    const bytes = await scene.letter(item);
    const paper = bytes && (await registerDocument(actor, bytes, { ours: true }));
    const registered = await registerReceipt(actor, letterOf(planned, paper));
    scene.remember(item, registered.item.id);
  },
  createFile: async (scene, actor, { item }) => {
    const { category, classification, head, language, priority, subject } = scene.file(item);
    const opened = await openFile(actor, {
      numbering: "heads",
      basicHeadId: scene.head(head.split("-")[0] ?? head),
      primaryHeadId: scene.head(head),
      subject,
      mainCategory: category as "land",
      language,
      priority,
      classification,
    });
    scene.remember(item, opened.id);
  },
  putInFile: (scene, actor, { item, file }) =>
    putInFile(actor, { receiptId: scene.id(item), fileId: scene.id(file) }),
  note: async (scene, actor, { item, note }) => {
    const fileId = scene.id(item);
    const revision = (await findDraft(actor, fileId))?.revision ?? 0;
    await saveDraft(actor, { fileId, body: checkDocument(note), revision });
  },
} satisfies Deeds<"diarise" | "createFile" | "putInFile" | "note">;

export const movingDeeds = {
  open: async (scene, actor, { item }) => {
    const arrived = await findItem(actor, scene.id(item));
    const isUnreceivedPaper = arrived.nature === "physical" && arrived.openedAt === null;
    await (isUnreceivedPaper ? receiveItem(actor, arrived.id) : openItem(actor, arrived));
  },
  send: (scene, actor, deed) =>
    sendItem(actor, {
      itemId: scene.id(deed.item),
      toPostId: scene.seat(deed.to).postId,
      copyPostIds: deed.copies.map((post) => scene.seat(post).postId),
      actionAsked: deed.action,
      remarks: deed.remark || null,
      priority: deed.priority,
      dueOn: deed.dueOn,
    }),
  return: (scene, actor, { item, remark }) =>
    returnItem(actor, { itemId: scene.id(item), remarks: remark }),
  pullBack: (scene, actor, { item }) => pullBackItem(actor, scene.id(item)),
  park: (scene, actor, { item, until, remark }) =>
    parkItem(actor, { itemId: scene.id(item), parkedUntil: until, remarks: remark }),
  unpark: (scene, actor, { item }) => unparkItem(actor, { itemId: scene.id(item) }),
  close: (scene, actor, { item, remark }) =>
    scene.isFile(item)
      ? closeFile(actor, { fileId: scene.id(item), recordCategory: "C", closingRemarks: remark })
      : closeItem(actor, { itemId: scene.id(item), remarks: remark }),
  reopen: (scene, actor, { item, remark }) =>
    reopenItem(actor, { itemId: scene.id(item), remarks: remark }),
} satisfies Deeds<"open" | "send" | "return" | "pullBack" | "park" | "unpark" | "close" | "reopen">;
