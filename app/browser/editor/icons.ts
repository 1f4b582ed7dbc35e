/** Line drawings on a 20 by 20 field; the colour is the text's own. */
const paths = {
  strong: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  em: "M8 4h6M6 16h6M11 4 9 16",
  underline: "M6 3v6a4 4 0 0 0 8 0V3M5 17h10",
  heading: "M4 4v12M12 4v12M4 10h8M15 9l2-1v8",
  subheading: "M4 6v10M10 6v10M4 11h6M13 10.500a1.500 1.500 0 1 1 2.600 1L13 16h4",
  bullets: "M4 5h.1M4 10h.1M4 15h.1M8 5h9M8 10h9M8 15h9",
  numbers: "M3 4l1-.6V8M2.800 12h1.700v1.500L2.800 16h2M8 5h9M8 10h9M8 15h9",
  center: "M3 5h14M6 10h8M4 15h12",
  right: "M3 5h14M9 10h8M6 15h11",
  table: "M3 4h14v12H3zM3 8h14M10 4v12",
  reference:
    "M8 12a3 3 0 0 0 4.500.300l3-3a3 3 0 0 0-4.200-4.200l-1 1M12 8a3 3 0 0 0-4.500-.300l-3 3a3 3 0 0 0 4.200 4.200l1-1",
  undo: "M7 4 3 8l4 4M3 8h9a4.500 4.500 0 0 1 0 9H8",
  redo: "M13 4l4 4-4 4M17 8H8a4.500 4.500 0 0 0 0 9h4",
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", paths[name]);
  drawing.append(line);
  return drawing;
}
