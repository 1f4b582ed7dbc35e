import type { Canvas, Strip } from "../../documents/pdf/index.ts";
import type { Random } from "../random.ts";

export const signatureHeight = 46;
const pens = ["#1a2a8a", "#16348f", "#101010"] as const;

/** A signature as a pen leaves it: a few loops, a line drawn under them, slanting up. */
export function signature(random: Random, left: number): Strip {
  const pen = random.pick(pens);
  const strokes = Array.from({ length: random.between(4, 7) }, () => ({
    reach: random.between(10, 26),
    rise: random.between(-22, 24),
    fall: random.between(-24, 20),
    end: random.between(-6, 6),
  }));
  return {
    height: signatureHeight,
    keepWithNext: true,
    draw: (canvas, x, y) => scribble(canvas, { pen, strokes, x: x + left, y: y + 30 }),
  };
}

interface Stroke {
  readonly reach: number;
  readonly rise: number;
  readonly fall: number;
  readonly end: number;
}

interface Scribble {
  readonly pen: string;
  readonly strokes: readonly Stroke[];
  readonly x: number;
  readonly y: number;
}

function scribble(canvas: Canvas, { pen, strokes, x, y }: Scribble): void {
  canvas.save().moveTo(x, y);
  let at = x;
  for (const { reach, rise, fall, end } of strokes) {
    const to = at + reach * 0.8;
    canvas.bezierCurveTo(at + reach, y - rise, at - reach * 0.3, y + fall, to, y + end);
    at = to;
  }
  canvas.bezierCurveTo(at + 14, y - 12, at + 22, y - 16, at + 30, y - 18);
  canvas.moveTo(x - 4, y + 12).lineTo(at + 18, y + 6);
  canvas.lineWidth(1.1).lineCap("round").lineJoin("round").stroke(pen).restore();
}
