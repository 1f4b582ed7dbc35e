/**
 * INVARIANT: what a file says of people stands sealed in its staged rows; open beside it are only charges and posts,
 * and whom they concern.
 */
import { v5 as idFrom } from "uuid";
import { defineSealedColumn, openColumn, sealColumn } from "../../base/index.ts";
import type { EmployeeRecord } from "./employee-record.ts";
import type { Stand } from "./judge-rows.ts";
import type { MasterRow } from "./read-sheet.ts";

const [cellsPlace, personsPlace] = ["import_rows.cells", "import_rows.persons"] as const;
defineSealedColumn(cellsPlace);
defineSealedColumn(personsPlace);

export interface Persons {
  readonly before: EmployeeRecord | null;
  readonly after: EmployeeRecord | null;
}

/** A stand as the database keeps it: of the person only who it is. */
type OpenStand = Omit<Stand, "employee"> & {
  readonly employee: { readonly id: string; readonly code: string } | null;
};

export interface KeptRow {
  readonly id: string;
  readonly cells: string;
  readonly persons: string | null;
  readonly before: OpenStand | null;
  readonly after: OpenStand | null;
}

interface OpenRow {
  readonly cells: MasterRow["cells"];
  readonly before: Stand | null;
  readonly after: Stand | null;
}

/** One row as it is kept; its id stays the same each time the file is judged. */
export function keepRow(importId: string, number: number, open: OpenRow): KeptRow {
  const id = idFrom(`${number}:row`, importId);
  const persons: Persons = {
    before: open.before?.employee ?? null,
    after: open.after?.employee ?? null,
  };
  return {
    id,
    cells: sealColumn(cellsPlace, id, JSON.stringify(open.cells)),
    persons: open.after && sealColumn(personsPlace, id, JSON.stringify(persons)),
    before: openStand(open.before),
    after: openStand(open.after),
  };
}

export function openCells({ id, cells }: Pick<KeptRow, "id" | "cells">): MasterRow["cells"] {
  return JSON.parse(openColumn(cellsPlace, id, cells)) as MasterRow["cells"];
}

export function openPersons({ id, persons }: Pick<KeptRow, "id" | "persons">): Persons {
  return persons === null
    ? { before: null, after: null }
    : (JSON.parse(openColumn(personsPlace, id, persons)) as Persons);
}

/** The row as it was judged. */
export function openRow(kept: KeptRow): OpenRow {
  const persons = openPersons(kept);
  return {
    cells: openCells(kept),
    before: kept.before && { ...kept.before, employee: persons.before },
    after: kept.after && { ...kept.after, employee: persons.after },
  };
}

function openStand(stand: Stand | null): OpenStand | null {
  const person = stand?.employee;
  return stand && { ...stand, employee: person ? { id: person.id, code: person.code } : null };
}
