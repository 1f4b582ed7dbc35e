import type { Module } from "./base/index.ts";
import { access } from "./access/index.ts";
import { audit } from "./audit/index.ts";
import { calendar } from "./calendar/index.ts";
import { desk } from "./desk/index.ts";
import { directory } from "./directory/index.ts";
import { dispatch } from "./dispatch/index.ts";
import { documents } from "./documents/index.ts";
import { drafting } from "./drafting/index.ts";
import { files } from "./files/index.ts";
import { movement } from "./movement/index.ts";
import { networks } from "./networks/index.ts";
import { notes } from "./notes/index.ts";
import { notices } from "./notices/index.ts";
import { numbering } from "./numbering/index.ts";
import { offices } from "./offices/index.ts";
import { organisation } from "./organisation/index.ts";
import { receipts } from "./receipts/index.ts";
import { signing } from "./signing/index.ts";
import { singleSignOn } from "./single-sign-on/index.ts";

/** The modules, lowest first: each may import only those that stand before it. */
export const modules: readonly Module[] = [
  organisation,
  calendar,
  networks,
  access,
  singleSignOn,
  audit,
  notices,
  documents,
  directory,
  signing,
  numbering,
  movement,
  receipts,
  files,
  notes,
  drafting,
  dispatch,
  desk,
  offices,
];

export const allRoutes = modules.flatMap(({ routes }) => routes);

export const allSections = modules
  .flatMap(({ sections }) => sections)
  .toSorted((one, other) => one.order - other.order);
