import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OfficeDefinition } from "../../app/offices/index.ts";
import { aUnit } from "./builders.ts";

/** An office as its file describes it, under a state of its own, with names nobody else has. */
export async function anOfficeDefinition(given: object = {}): Promise<OfficeDefinition> {
  const lgd = String(randomInt(1_000_000, 9_999_999));
  const state = await aUnit({ kind: "state", nameEn: "Government", nameHi: "छत्तीसगढ़ शासन" });
  return OfficeDefinition.parse({
    lgd,
    code: `COLL-${lgd}`,
    kind: "district",
    names: { en: `Office of the Collector ${lgd}`, hi: `कलेक्टर कार्यालय ${lgd}` },
    address: { en: "Collectorate Road", hi: "कलेक्टोरेट मार्ग" },
    parent: state.code,
    number: "7",
    units: [
      {
        code: `LAND-${lgd}`,
        names: { en: "Land Section", hi: "भूमि शाखा" },
        number: "2",
        subjects: [{ en: "Land acquisition", hi: "भू-अर्जन" }],
      },
    ],
    designations: [{ code: `D-${lgd}`, names: { en: "Superintendent", hi: "अधीक्षक" }, rank: 60 }],
    posts: [
      {
        code: `DESK-${lgd}`,
        unit: `LAND-${lgd}`,
        designation: `D-${lgd}`,
        marking: `SUPDT-${lgd}`,
        reportsTo: `HEAD-${lgd}`,
        roles: ["dealing-hand"],
        names: { en: "Superintendent, Land", hi: "अधीक्षक, भूमि" },
      },
      {
        code: `HEAD-${lgd}`,
        designation: `D-${lgd}`,
        marking: `COLL-${lgd}`,
        roles: ["officer", "signatory"],
        names: { en: "Collector", hi: "कलेक्टर" },
      },
    ],
    administrator: { post: `DESK-${lgd}` },
    mail: { office: `office-${lgd}@cg.example`, domains: ["cg.example"] },
    networks: [{ range: `10.${randomInt(1, 255)}.${randomInt(1, 255)}.0/24`, label: "NICNET" }],
    letterhead: { office: { en: ":: COLLECTORATE ::", hi: ":: कलेक्टोरेट ::" } },
    numbers: [{ series: "file", template: "F-{serial}/{year}/{unit}", year: "calendar" }],
    holidays: [],
    order: `एफ 1-${lgd}/2026`,
    ...given,
  });
}

/** An employee master of two people who sit in the posts of the definition. */
export function anEmployeeMaster({ lgd }: OfficeDefinition): { path: string; name: string } {
  const name = `employees-${lgd}.csv`;
  const path = join(tmpdir(), name);
  const rows = [
    "Employee code,Appellation,Name,Name in Hindi,Gender,Date of birth,Date of joining service,E-mail,Mobile,Designation,Post,Posted since",
    `E${lgd}1,श्री,Ramesh Sahu,रमेश साहू,पुरुष,15.08.1980,01.07.2005,r${lgd}@cg.example,900${lgd},D-${lgd},DESK-${lgd},01.01.2026`,
    `E${lgd}2,श्रीमती,Sunita Verma,सुनीता वर्मा,महिला,15.08.1975,01.07.2000,s${lgd}@cg.example,910${lgd},D-${lgd},HEAD-${lgd},01.01.2026`,
  ];
  writeFileSync(path, rows.join("\n"));
  return { path, name };
}
