/**
 * INVARIANTS
 * 1. A number is taken inside the transaction that uses it: a rollback gives it back, so there is no gap.
 * 2. The row of the series stays locked until that transaction ends, so no two can take the same number.
 */
import { inTransaction, now, row, today } from "../base/index.ts";
import { findTemplate, type NumberTemplate } from "./find-template.ts";
import { findSeries } from "./series.ts";
import { fillTemplate, readTemplate } from "./template.ts";
import { unitWords } from "./unit-words.ts";
import { writeYear, yearOf } from "./year.ts";

export interface NumberRequest {
  readonly purpose: string;
  readonly unitId: string;
  /** The day it is issued; decides the year and the template in force. Today unless told. */
  readonly on?: string;
  /** Numbers run apart under each head. */
  readonly head?: string;
  /** Values of the series' own tokens, such as the heads of a file. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** In place of the template in force. */
  readonly template?: string;
}

export interface IssuedNumber {
  readonly number: string;
  readonly serial: number;
  readonly year: number;
}

/** The next number of a series. Call it as late as the transaction allows: others wait for its end. */
export async function issueNumber(request: NumberRequest): Promise<IssuedNumber> {
  if (!inTransaction()) {
    throw new Error(
      `A number for ${request.purpose} must be taken inside the transaction using it`,
    );
  }
  const { template, parts, year } = await planNumber(request);
  const given = await unitWords(request.unitId);
  const serial = await nextSerial(request, year);
  const number = fillTemplate(parts, {
    ...given,
    ...request.tokens,
    serial,
    year: writeYear(year, template.year),
  });
  return { number, serial, year };
}

/** What the next number would be if nobody else took it: for a preview, nothing is taken. */
export async function previewNumber(
  request: NumberRequest & { readonly year?: NumberTemplate["year"] },
): Promise<string> {
  const { template, parts, year } = await planNumber(request);
  const taken = await row<{ last: number }>(
    `select last from number_series
     where purpose = $purpose and unit_id = $unit and year = $year and head = $head`,
    keyOf(request, year),
  );
  return fillTemplate(parts, {
    ...(await unitWords(request.unitId)),
    ...request.tokens,
    serial: (taken?.last ?? 0) + 1,
    year: writeYear(year, template.year),
  });
}

async function planNumber(request: NumberRequest & { readonly year?: NumberTemplate["year"] }) {
  const series = findSeries(request.purpose);
  if (!series) {
    throw new Error(`No module declares the number series ${request.purpose}`);
  }
  const on = request.on ?? today(now());
  const inForce = await findTemplate(series, request.unitId, on);
  const template = {
    template: request.template ?? inForce.template,
    year: request.year ?? inForce.year,
  };
  const parts = readTemplate(template.template, series.tokens ?? []);
  return { template, parts, year: yearOf(on, template.year) };
}

async function nextSerial(request: NumberRequest, year: number): Promise<number> {
  const taken = await row<{ last: number }>(
    `insert into number_series as s (purpose, unit_id, year, head, last)
     values ($purpose, $unit, $year, $head, 1)
     on conflict (purpose, unit_id, year, head) do update set last = s.last + 1
     returning last`,
    keyOf(request, year),
  );
  if (!taken) {
    throw new Error("The series gave no number");
  }
  return taken.last;
}

function keyOf(request: NumberRequest, year: number) {
  const { purpose, unitId: unit, head = "" } = request;
  return { purpose, unit, year, head };
}
