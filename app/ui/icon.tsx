const drawings = {
  tray: "M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4",
  create: "M10 4v12M4 10h12",
  files: "M2 5h6l2 2h8v9H2z",
  dispatch: "M2 10l15-6-5 13-3-5zM9 12l8-8",
  reports: "M4 16V9M10 16V4M16 16v-5",
  people:
    "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-4 2-6 5-6s5 2 5 6M13 9a2.500 2.500 0 1 0 0-5M14 11c3 0 4 2 4 5",
  office: "M4 17V3h8v14M12 8h4v9M2 17h16M7 6h2M7 9h2M7 12h2",
  search: "M8.500 14a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4",
  bell: "M10 3a5 5 0 0 0-5 5v4l-2 3h14l-2-3V8a5 5 0 0 0-5-5zM8 17h4",
  person: "M10 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 17c1-4 4-5 7-5s6 1 7 5",
  more: "M4 10h.01M10 10h.01M16 10h.01",
  paper: "M5 2h7l4 4v12H5zM12 2v4h4",
  shield: "M10 2l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V5z",
  check: "M4 10l4 4 8-9",
  warning: "M10 3l8 14H2zM10 8v4M10 14.500v.01",
  close: "M5 5l10 10M15 5L5 15",
  attach: "M14 6l-7 7a2 2 0 0 0 3 3l7-7a4 4 0 0 0-6-6l-7 7a6 6 0 0 0 8 8",
  open: "M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7",
} as const;

export type IconName = keyof typeof drawings;

/** A small line drawing beside words; it never stands for them. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
