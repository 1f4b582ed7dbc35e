import { execFileSync } from "node:child_process";
import { crc32, deflateSync } from "node:zlib";
import { closeCanvas, openCanvas } from "../../../app/documents/pdf/index.ts";

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** The first page of a PDF as a bad scanner would give it: askew, grey, blurred and speckled. */
export async function scanOf(path: string, degrees: number): Promise<Buffer> {
  const page = pictureOf(path);
  return asPdf(pngOf(speckle(blur(rotate(page, degrees)))));
}

export function pngOf({ width, height, grey }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.alloc(1), grey.subarray(row * width, (row + 1) * width)]),
  );
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pictureOf(path: string): Picture {
  const flags = ["-gray", "-r", "150", "-singlefile", path];
  const output = execFileSync("pdftoppm", flags, { maxBuffer: 64 * 1024 * 1024 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(output.toString("latin1", 0, 64));
  const [width, height] = [Number(head?.[1]), Number(head?.[2])];
  return { width, height, grey: output.subarray(head?.[0].length) };
}

function rotate({ width, height, grey }: Picture, degrees: number): Picture {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const turned = new Uint8Array(width * height).fill(244);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = Math.round(dx * cos + dy * sin + width / 2);
      const fromY = Math.round(dy * cos - dx * sin + height / 2);
      if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height) {
        turned[y * width + x] = grey[fromY * width + fromX] ?? 255;
      }
    }
  }
  return { width, height, grey: turned };
}

function blur({ width, height, grey }: Picture): Picture {
  const soft = Uint8Array.from(grey, (value, index) => {
    const beside = (grey[index - 1] ?? value) + (grey[index + 1] ?? value);
    const above = (grey[index - width] ?? value) + (grey[index + width] ?? value);
    return (value * 2 + beside + above) / 6;
  });
  return { width, height, grey: soft };
}

/** Noise from a fixed seed, so that a failure can be seen again; ink pales and paper darkens. */
function speckle({ width, height, grey }: Picture): Picture {
  let seed = 20261121;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const noisy = Uint8Array.from(grey, (value) => {
    const paled = 40 + value * 0.78;
    return random() < 0.01
      ? 255 * random()
      : Math.max(0, Math.min(255, paled + 50 * (random() - 0.5)));
  });
  return { width, height, grey: noisy };
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function asPdf(png: Buffer): Promise<Buffer> {
  const at = new Date("2026-11-21T00:00:00Z");
  const canvas = openCanvas({ title: "scan", author: "", language: "en", at });
  canvas.addPage().image(png, 0, 0, { width: 595.28 });
  return closeCanvas(canvas);
}
