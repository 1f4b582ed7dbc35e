export type UnfitReason =
  | "not a document"
  | "unknown part"
  | "unknown attribute"
  | "wrong attribute"
  | "misplaced part"
  | "too long"
  | "too deep"
  | "too many parts";

/** A text that breaks the grammar or a limit. It holds no words: the caller knows its reader. */
export class UnfitDocument extends Error {
  override readonly name = "UnfitDocument";
  readonly reason: UnfitReason;
  /** Where in the JSON, such as `content.2.attrs.level`. */
  readonly path: string;

  constructor(reason: UnfitReason, path: readonly (string | number)[]) {
    super(`The text is unfit: ${reason}`);
    this.reason = reason;
    this.path = path.join(".");
  }
}
