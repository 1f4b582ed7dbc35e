import { v7 as newId } from "uuid";
import {
  insert,
  invalid,
  notFound,
  now,
  record,
  row,
  today,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import type { TemplateInput } from "./input.ts";
import { previewNumber } from "./issue-number.ts";
import { numberingPolicy } from "./policy.ts";
import { findSeries, type NumberSeries } from "./series.ts";
import { readTemplate } from "./template.ts";

/** Sets how the numbers of a series are written from a day on; numbers already given stay as they are. */
export function setTemplate(actor: Actor, input: TemplateInput): Promise<void> {
  return transaction(async () => {
    numberingPolicy.authorize(actor, "setTemplate", input.purpose);
    const series = seriesOf(input.purpose);
    readTemplate(input.template, series.tokens ?? []);
    if (input.fromOn < today(now())) {
      throw invalid(
        "fromOn",
        words("A template cannot begin in the past: those numbers are already given."),
      );
    }
    const id = newId();
    const { fromOn, orderNumber = null, orderOn = null, template, unitCode, year } = input;
    const unitId = await unitByCode(unitCode);
    const value = { template, year };
    const name = `numbering.${series.purpose}`;
    await insert("parameters", { id, name, unitId, value, fromOn, orderNumber, orderOn });
    await record(actor, "numbering.template-set", {
      subject: { type: "parameter", id },
      detail: { name, unitId, ...value, fromOn, orderNumber, orderOn },
    });
  });
}

/** What the next number would look like under a template that is not set yet. */
export async function previewTemplate(actor: Actor, input: TemplateInput): Promise<string> {
  const series = seriesOf(input.purpose);
  const samples = Object.fromEntries((series.tokens ?? []).map((token) => [token, "10"]));
  return previewNumber({
    purpose: input.purpose,
    unitId: (await unitByCode(input.unitCode)) ?? actor.unitId,
    on: input.fromOn,
    template: input.template,
    year: input.year,
    tokens: samples,
  });
}

export function seriesOf(purpose: string): NumberSeries {
  const series = findSeries(purpose);
  if (!series) {
    throw notFound();
  }
  return series;
}

async function unitByCode(code: string | undefined): Promise<string | null> {
  if (code === undefined) {
    return null;
  }
  const unit = await row<{ id: string }>(
    "select id from units where lower(code) = lower($code) and closed_on is null",
    { code },
  );
  if (!unit) {
    throw invalid("unitCode", words("No unit has this code."));
  }
  return unit.id;
}
