import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { inLanguage, languages, Refusal, t } from "../base/index.ts";
import { applyOffice, type Done } from "./apply-office.ts";
import { OfficeDefinition } from "./definition.ts";
import { exportOffice } from "./export-office.ts";
import { inspectOffice } from "./inspect-office.ts";
import { listOffices } from "./office-rule.ts";
import { removeOffice } from "./remove-office.ts";
import { endTrial } from "./trial/end-trial.ts";
import { beginTrial } from "./trial/trial-desk.ts";

/** What `secretariat office` hands over on stdin. */
const Question = z.strictObject({
  language: z.enum(languages).default("hi"),
  office: OfficeDefinition,
  /** The employee master, its bytes in base64: the product may not read where it lies. */
  employees: z.strictObject({ name: z.string(), content: z.base64() }).optional(),
  isCheck: z.boolean().default(false),
  leavesItems: z.boolean().default(false),
  despiteEscrow: z.boolean().default(false),
});
type Question = z.infer<typeof Question>;

const verbs: Readonly<Record<string, (question: Question) => Promise<unknown>>> = {
  add: addOffice,
  "begin-trial": inspectAndBegin,
  "end-trial": ({ office }) => endTrial(office),
  export: ({ office }) => exportOffice(office),
  remove: removeOffice,
};

/** How the office stands before its trial, and the trial's desk: asked together, for a start of the product is long. */
async function inspectAndBegin({ office }: Question): Promise<object> {
  const inspection = await inspectOffice(office);
  return { inspection, ...(await beginTrial(office)) };
}

/** Lends the employee master as a private file for as long as it is read. */
async function addOffice({ employees, ...asked }: Question): Promise<Done> {
  if (!employees) {
    return applyOffice(asked);
  }
  const folder = await mkdtemp(join(tmpdir(), "employees-"));
  const path = join(folder, employees.name.replaceAll("/", "_"));
  try {
    await writeFile(path, Buffer.from(employees.content, "base64"), { mode: 0o600 });
    return await applyOffice({ ...asked, employees: { path, name: employees.name } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Does what is asked on the command line and answers one line of JSON; false where it was refused. */
export async function officeCommand([name = ""]: readonly string[]): Promise<boolean> {
  if (name === "list") {
    return answer({ offices: await listOffices() });
  }
  const act = verbs[name];
  if (!act) {
    answer({ refused: `list, ${Object.keys(verbs).join(", ")}` });
    return false;
  }
  const asked = Question.safeParse(JSON.parse(await readAll(process.stdin)));
  if (!asked.success) {
    answer({ refused: mistakes(asked.error) });
    return false;
  }
  const question = asked.data;
  return inLanguage(question.language, async () => {
    try {
      return answer(await act(question));
    } catch (error) {
      return refuse(error);
    }
  });
}

/** What the product refuses is told in the administrator's language; a defect is a defect. */
function refuse(error: unknown): false {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  const [field] = error.fields;
  const said = field
    ? `${field.field}: ${t(field.words, field.gaps)}`
    : t(error.message, error.gaps);
  answer({ refused: said });
  return false;
}

/** A kind of unit or a right that does not exist, by the place where the file names it. */
function mistakes({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`).join("; ");
}

function answer(content: unknown): true {
  process.stdout.write(`${JSON.stringify(content)}\n`);
  return true;
}
