import { refuseIf } from "../finding.ts";

const mostPixels = 50_000_000;
const longestSide = 12_000;

/** Before anything is decoded: a few bytes may claim a picture of many gigabytes. */
export function refuseLarge({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}) {
  refuseIf(width === 0 || height === 0, "image-damaged");
  const isLarge = width * height > mostPixels || Math.max(width, height) > longestSide;
  refuseIf(isLarge, "image-too-large");
}
