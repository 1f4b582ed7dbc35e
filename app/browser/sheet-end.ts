/** Opens a note sheet where the eye ends: at its last note and the draft, unless the address says where. */
export function startSheetEnd(end: HTMLElement): void {
  const pane = end.closest<HTMLElement>(".split-left");
  if (!pane || /^#(paragraph|note|draft)-/.test(location.hash)) {
    return;
  }
  const last = end.previousElementSibling ?? end;
  const scrollsByItself = pane.scrollHeight > pane.clientHeight;
  if (scrollsByItself && last instanceof HTMLElement) {
    pane.scrollTop = last.offsetTop - pane.offsetTop;
  }
}
