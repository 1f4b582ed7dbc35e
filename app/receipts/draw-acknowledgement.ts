import { formatDate, language, nameOf, t, type BilingualName } from "../base/index.ts";
import {
  closeCanvas,
  gap,
  openCanvas,
  paragraph,
  placeStrips,
  type Canvas,
  type Strip,
} from "../documents/index.ts";
import type { Item } from "../movement/index.ts";
import { enclosuresMissing, senderOf, type Letter } from "./letter.ts";

export interface Acknowledgement {
  readonly item: Pick<Item, "number" | "subject" | "createdAt">;
  readonly letter: Letter;
  /** The office that received it. */
  readonly office: BilingualName;
  readonly receiver: BilingualName;
}

const width = 451;
const left = 72;

/** One page for the sender: what came, when, and under which number it is found again. */
export function drawAcknowledgement(acknowledgement: Acknowledgement): Promise<Buffer> {
  const { item, office } = acknowledgement;
  const canvas = openCanvas({
    title: t("Acknowledgement of {number}", { number: item.number }),
    author: nameOf(office),
    language: language(),
    at: item.createdAt,
  });
  const strips = [
    ...headOf(canvas, acknowledgement),
    ...factsOf(acknowledgement).flatMap((fact) => line(canvas, fact)),
    gap(30),
    ...paragraph(canvas, nameOf(acknowledgement.receiver), { width, align: "right" }),
    ...paragraph(canvas, nameOf(office), { width, align: "right" }),
  ];
  placeStrips(canvas, strips, { left, top: 72, bottom: 770, onPage: () => undefined });
  return closeCanvas(canvas);
}

function headOf(canvas: Canvas, { office, item, letter }: Acknowledgement): Strip[] {
  const centred = { width, align: "center" } as const;
  const said = t("Your letter described below was received on {date} and entered as {number}.", {
    date: formatDate(letter.receivedOn),
    number: item.number,
  });
  return [
    ...paragraph(canvas, [{ text: nameOf(office), bold: true }], { ...centred, size: 15 }),
    ...paragraph(canvas, [{ text: t("ACKNOWLEDGEMENT"), bold: true }], {
      ...centred,
      size: 13,
      spaceAfter: 18,
    }),
    ...paragraph(canvas, said, { width, spaceAfter: 12 }),
  ];
}

type Fact = readonly [label: string, value: string];

function factsOf({ item, letter }: Acknowledgement): Fact[] {
  const missing = enclosuresMissing(letter);
  const facts: Fact[] = [
    [t("From whom"), senderOf(letter)],
    [t("Letter number"), letter.letterNumber ?? ""],
    [t("Date of the letter"), letter.letterOn === null ? "" : formatDate(letter.letterOn)],
    [t("Subject"), item.subject],
    [
      t("Enclosures"),
      t("{found} of {stated} found", {
        found: letter.enclosuresFound,
        stated: letter.enclosuresStated,
      }),
    ],
    [
      t("Please send"),
      missing > 0 ? t("{count} enclosures that did not arrive", { count: missing }) : "",
    ],
  ];
  return facts.filter(([, value]) => value !== "");
}

function line(canvas: Canvas, [label, value]: Fact): Strip[] {
  return paragraph(canvas, [{ text: `${label}: `, bold: true }, { text: value }], {
    width,
    spaceAfter: 5,
  });
}
