import { anyPost, words, type Module } from "../base/index.ts";
import { holdDocuments, paperOfItem, refuseUncheckedPapers } from "../documents/index.ts";
import { beforeLeaving, defineItemKind, visibleTo } from "../movement/index.ts";

import { routes } from "./routes.ts";

export {
  deliveryModes,
  formsOfCommunication,
  letterLanguages,
  mainCategories,
  senderTypes,
  vipTypes,
  type DeliveryMode,
  type FormOfCommunication,
  type LetterLanguage,
  type MainCategory,
  type SenderType,
  type VipType,
} from "./choices.ts";
export { senderOf, type Letter } from "./letter.ts";
export { findReceipt, type Receipt } from "./receipt.ts";
export { registerReceipt, type Origin, type RegisteredReceipt } from "./register-receipt.ts";
export type { DiariseInput } from "./input.ts";
export { diarySeries } from "./series.ts";

defineItemKind({ kind: "receipt", name: words("Receipt"), path: (id) => `/receipts/${id}` });

holdDocuments(`exists (select from receipt_documents rd join items i on i.id = rd.receipt_id
  where rd.document_id = d.id and ${visibleTo("i")})`);

paperOfItem(
  `receipt_documents rd join items i on i.id = rd.receipt_id where rd.document_id = d.id`,
);

beforeLeaving("receipt", ({ item }) =>
  refuseUncheckedPapers(
    item.id,
    "select document_id from receipt_documents where receipt_id = $item",
  ),
);

export const receipts: Module = {
  name: "receipts",
  routes,
  sections: [
    {
      label: words("Receipts"),
      href: "/receipts",
      icon: "paper",
      order: 20,
      allow: anyPost,
    },
  ],
};
