import { anOffice, officeKinds } from "./build-office.ts";
import { buildJpeg, buildPng, buildTiff } from "./build-images.ts";
import { buildPdf } from "./build-pdf.ts";
import { Dice, times, type Sample } from "./sample.ts";

const each = 100;

/** A hundred of each kind that broke on the way: cut off, or begun anew in the middle. */
export function damagedFiles(): Sample[] {
  const dice = new Dice(3);
  const whole: Readonly<Record<string, Buffer>> = {
    pdf: buildPdf(),
    png: buildPng({ width: 60, height: 60 }),
    jpg: buildJpeg({ width: 60, height: 60 }),
    tif: buildTiff({ width: 60, height: 60 }),
    ...Object.fromEntries(officeKinds.map((kind) => [kind, anOffice(kind)])),
  };
  return Object.entries(whole).flatMap(([kind, bytes]) =>
    times(each, (index) => ({
      group: "damaged",
      name: `damaged-${index}.${kind}`,
      bytes: damage(bytes, dice, index),
    })),
  );
}

function damage(bytes: Buffer, dice: Dice, index: number): Buffer {
  const cut = 8 + dice.below(Math.floor(bytes.length * 0.9) - 8);
  const short = bytes.subarray(0, cut);
  switch (index % 3) {
    case 0:
      return Buffer.from(short);
    case 1:
      return Buffer.concat([short, dice.bytes(1 + dice.below(200))]);
    default:
      return Buffer.concat([short, Buffer.alloc(dice.below(500)), short]);
  }
}
