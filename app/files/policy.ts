import { may, type Actor } from "../base/index.ts";

/** Who may open files: by the matrix as delivered dealing hands and above; the registry only diarises. */
export const mayOpenFiles: (actor: Actor) => boolean = may("open-file");

export const mayApproveClosing: (actor: Actor) => boolean = may("approve-closing");
