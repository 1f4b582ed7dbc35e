export { canonicalJson } from "./canonical-json.ts";
export { checkDocument, usualLimits } from "./check-document.ts";
export type { CheckedDocument, WritingLimits } from "./check-document.ts";
export { compareDocuments, isSameText } from "./compare-documents.ts";
export type { LineDifference } from "./compare-documents.ts";
export { compareWords } from "./compare-words.ts";
export type { DifferencePart } from "./compare-words.ts";
export { documentFromText } from "./document-from-text.ts";
export type {
  Block,
  Heading,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Reference,
  ReferenceNode,
  Table,
  TableCell,
  TableRow,
  Text,
  WrittenDocument,
} from "./document.ts";
export { FilledWrittenInput, WrittenInput } from "./input.ts";
export { documentToText, isEmpty, plainTextOf } from "./plain-text.ts";
export { referenceKinds } from "./schema.ts";
export type { Alignment, ReferenceKind } from "./schema.ts";
export { UnfitDocument } from "./unfit-document.ts";
export type { UnfitReason } from "./unfit-document.ts";
export { NoteEditor } from "./editor-field.tsx";
export type { NoteEditorProps } from "./editor-field.tsx";
