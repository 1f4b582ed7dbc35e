/** What a file turned out to be. */
export interface Facts {
  readonly mediaType: MediaType;
  readonly extension: Extension;
  /** Undefined where another program must count them. */
  readonly pages?: number;
}

export const extensions = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/tiff": "tif",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "text/plain": "txt",
  "text/csv": "csv",
  "message/rfc822": "eml",
} as const;

export type MediaType = keyof typeof extensions;
export type Extension = (typeof extensions)[MediaType];

/** Tells what bytes are; their name's ending says what text is meant to be. */
export type Look = (bytes: Buffer, extension: string) => Promise<Facts>;

/** Why a file is not taken in; each has its sentence in `refusals.ts`. */
export const failures = [
  "empty",
  "not-a-pdf",
  "unknown",
  "old-office",
  "encrypted",
  "damaged",
  "two-kinds",
  "active",
  "holds-files",
  "leads-outside",
  "macros",
  "bomb",
  "markup",
  "formulas",
  "image-damaged",
  "image-too-large",
  "animated",
  "too-many-pages",
  "overrun",
] as const;

export type Failure = (typeof failures)[number];

/** Thrown by an inspector as soon as it has seen enough. */
export class Unfit extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure);
    this.failure = failure;
  }
}

export function refuseIf(condition: boolean, failure: Failure): void {
  if (condition) {
    throw new Unfit(failure);
  }
}
