import { gap, indent, paragraph, type Canvas, type Strip } from "../../documents/pdf/index.ts";
import type { Random } from "../random.ts";
import { copiesOf } from "./body.ts";
import { signature, signatureHeight } from "./ink.ts";
import { styleOf, type Paper } from "./paper.ts";
import { hasSeal, sealOffice } from "./stamps.ts";

interface Closing {
  readonly paper: Paper;
  readonly width: number;
}

/** The farewell, the signature with its seal, enclosures and copies. */
export function closingStrips(random: Random, canvas: Canvas, place: Closing): Strip[] {
  const { paper, width } = place;
  const { language, sender } = paper;
  const right = width * 0.58;
  const column = width - right;
  const seal = hasSeal(paper) && random.chance(0.8);
  const center = { width: column, align: "center" } as const;
  return [
    ...indent(paragraph(canvas, farewellOf(paper), center), right),
    sealed(random, signature(random, right + 40), {
      x: width * 0.5,
      text: seal ? sender.organisation[language] : "",
    }),
    ...indent(
      signatoryOf(paper).flatMap((line) => paragraph(canvas, line, { ...center, size: 10.5 })),
      right,
    ),
    ...enclosureStrips(canvas, place),
    ...copyStrips(canvas, styleOf(paper) === "office" ? copiesOf(random, paper) : [], place),
  ];
}

function farewellOf(paper: Paper): string {
  const applicant = { hi: "प्रार्थी", en: "Applicant" };
  const faithfully = { hi: "भवदीय", en: "Yours faithfully," };
  return (styleOf(paper) === "citizen" ? applicant : faithfully)[paper.language];
}

function signatoryOf(paper: Paper): string[] {
  const { language, sender } = paper;
  const home = styleOf(paper) === "citizen" ? sender.address1[language] : "";
  return [
    `(${sender.name[language]})`,
    sender.designation[language],
    sender.organisation[language],
    home,
  ].filter((line) => line !== "");
}

function sealed(random: Random, strip: Strip, seal: { x: number; text: string }): Strip {
  return {
    ...strip,
    draw: (canvas, x, y) => {
      strip.draw(canvas, x, y);
      if (seal.text !== "") {
        sealOffice(random, canvas, { ...seal, x: x + seal.x, y: y + signatureHeight / 2 + 10 });
      }
    },
  };
}

function enclosureStrips(canvas: Canvas, { paper, width }: Closing): Strip[] {
  const { language, pages } = paper;
  if (pages < 2) {
    return [];
  }
  const text = {
    hi: `संलग्न :- परिशिष्ट (${pages - 1} पृष्ठ)`,
    en: `Encl.: Annexure, pages: ${pages - 1}`,
  };
  return [gap(14), ...paragraph(canvas, text[language], { width, size: 10 })];
}

function copyStrips(canvas: Canvas, copies: readonly string[], { paper, width }: Closing): Strip[] {
  if (copies.length === 0) {
    return [];
  }
  const heading = { hi: "प्रतिलिपि :-", en: "Copy to:" }[paper.language];
  const small = { width, size: 10 };
  return [gap(12), ...[heading, ...copies].flatMap((text) => paragraph(canvas, text, small))];
}
