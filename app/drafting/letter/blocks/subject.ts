import { t } from "../../../base/index.ts";
import { gap, keepWithNext } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { labelled } from "../labelled.ts";

export const subject: Block = (page) =>
  page.letter.subject === ""
    ? []
    : [
        ...keepWithNext(
          labelled(page, t("Subject :-"), { texts: [page.letter.subject], bold: true }),
        ),
        gap(3),
      ];
