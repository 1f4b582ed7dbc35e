import "./htmx.ts";
import { startAutosave } from "./autosave.ts";
import { startBulk } from "./bulk.ts";
import { startChips } from "./chips.ts";
import { startCopy } from "./copy.ts";
import { startDate } from "./date.ts";
import { startDrawer } from "./drawer.ts";
import { register, startAll } from "./enhance.ts";
import { startItemKeys } from "./item-keys.ts";
import { startLookup } from "./lookup.ts";
import { startMenu } from "./menu.ts";
import { startPageKeys } from "./page-keys.ts";
import { startPaperKeys } from "./paper-keys.ts";
import { startPaperPane } from "./paper-pane.ts";
import { startPapers } from "./papers.ts";
import { startSentence } from "./sentence.ts";
import { startSheetEnd } from "./sheet-end.ts";
import { startSplit } from "./split.ts";
import { startSubmitOnChange } from "./submit-on-change.ts";
import { startSubmitOnce } from "./submit-once.ts";
import { startSuggest } from "./suggest.ts";
import { startUnsaved } from "./unsaved.ts";
import { startUpload } from "./upload.ts";

document.documentElement.classList.add("with-script");

register({
  autosave: startAutosave,
  bulk: startBulk,
  chips: startChips,
  copy: startCopy,
  date: startDate,
  drawer: startDrawer,
  focus: (element) => element.focus(),
  "item-keys": startItemKeys,
  lookup: startLookup,
  menu: startMenu,
  "paper-keys": startPaperKeys,
  "paper-pane": startPaperPane,
  papers: startPapers,
  print: (element) => element.addEventListener("click", () => print()),
  sentence: startSentence,
  "sheet-end": startSheetEnd,
  split: startSplit,
  "submit-on-change": startSubmitOnChange,
  "submit-once": startSubmitOnce,
  suggest: startSuggest,
  unsaved: startUnsaved,
  upload: startUpload,
});

startPageKeys();
startAll(document.body);
