import { deflateSync } from "node:zlib";
import { buildJpeg, buildPng, buildTiff, pngChunk } from "./build-images.ts";
import { Dice, times, type Sample } from "./sample.ts";

const strangers = {
  html: Buffer.from("<html><script>alert(1)</script></html>"),
  php: Buffer.from("<?php system($_GET['c']); ?>"),
  pdf: Buffer.from("%PDF-1.7\n1 0 obj<</S/JavaScript/JS(1)>>endobj\n%%EOF"),
  zip: Buffer.from(`504b0304${"00".repeat(26)}504b0506${"00".repeat(18)}`, "hex"),
  svg: Buffer.from("<svg onload='alert(1)'>"),
  shell: Buffer.from("#!/bin/sh\nrm -rf /\n"),
};

export function badImages(): Sample[] {
  return [...floods(), ...twoKinds(), ...bombs()];
}

/** A few bytes that claim a picture of gigabytes. */
function floods(): Sample[] {
  const dice = new Dice(2);
  return times(40, (index) => {
    const [width, height] = [12_001 + dice.below(40_000), 5_000 + dice.below(50_000)];
    const pixels = deflateSync(Buffer.alloc(1000));
    return [
      image(`flood-${index}.png`, buildPng({ width, height, pixels })),
      image(`flood-${index}.jpg`, buildJpeg({ width, height })),
      image(`flood-${index}.tif`, buildTiff({ width, height, big: index % 2 === 0 })),
    ];
  }).flat();
}

function twoKinds(): Sample[] {
  const size = { width: 8, height: 8 };
  return Object.entries(strangers).flatMap(([kind, after]) => [
    image(`${kind}-behind.png`, buildPng({ ...size, after })),
    image(
      `${kind}-in-words.png`,
      buildPng({ ...size, extra: [pngChunk("tEXt", Buffer.concat([Buffer.from("a\0"), after]))] }),
    ),
    image(`${kind}-behind.jpg`, buildJpeg({ ...size, after })),
    image(`${kind}-in-comment.jpg`, buildJpeg({ ...size, comment: after })),
    image(`${kind}-in-gap.tif`, buildTiff({ ...size, after })),
    image(`${kind}-named.pdf.png`, buildPng({ ...size, after })),
  ]);
}

function bombs(): Sample[] {
  const size = { width: 8, height: 8 };
  const words = pngChunk(
    "zTXt",
    Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(20_000_000))]),
  );
  const colours = pngChunk(
    "iCCP",
    Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(20_000_000))]),
  );
  return [
    image("words.png", buildPng({ ...size, extra: [words] })),
    image("colours.png", buildPng({ ...size, extra: [colours] })),
    image("pixels.png", buildPng({ ...size, pixels: deflateSync(Buffer.alloc(20_000_000)) })),
    image("moving.png", buildPng({ ...size, extra: [pngChunk("acTL", Buffer.alloc(8, 1))] })),
    image(
      "few-pixels.png",
      buildPng({ width: 500, height: 500, pixels: deflateSync(Buffer.alloc(10)) }),
    ),
    image("none.png", buildPng({ width: 0, height: 8 })),
    image("scans.jpg", buildJpeg({ ...size, scans: 500 })),
    image("none.jpg", buildJpeg({ width: 8, height: 0 })),
    image("round.tif", buildTiff({ ...size, pages: 2, next: 8 + 64 })),
    image("pages.tif", buildTiff({ ...size, pages: 501 })),
    image("outside.tif", buildTiff({ ...size, stripBytes: 4_000_000_000 })),
    image("unknown.tif", buildTiff({ ...size, compression: 65_000 })),
    ...times(30, (index) => image(`sum-${index}.png`, spoiltSum(index))),
  ];
}

/** One byte of the head differs from what its sum says. */
function spoiltSum(index: number): Buffer {
  const png = buildPng({ width: 20 + index, height: 20 });
  png[29 + (index % 4)] = (png[29 + (index % 4)] ?? 0) ^ 0xff;
  return png;
}

function image(name: string, bytes: Buffer): Sample {
  return { group: "bad-image", name, bytes };
}
