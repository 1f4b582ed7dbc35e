import { z } from "zod";
const code = z.string().regex(/^[\p{L}\p{M}\p{N}/._:()-]{1,40}$/u);
const line = z.string().trim().min(1).max(200);
const day = z.iso.date();

/** A name in both languages; neither may be left out. */
const names = z.strictObject({ en: line, hi: line });

const unitOf = <Kind extends z.ZodType>(kind: Kind) =>
  z.strictObject({
    code,
    kind,
    names,
    /** The code of the unit above; the office itself where none is named. */
    parent: code.optional(),
    /** Its number in file numbers. */
    number: z.string().max(20).optional(),
    address: names.optional(),
    /** What its letters are about, for the registry. */
    subjects: z.array(names).default([]),
  });

const designation = z.strictObject({
  code,
  names,
  /** 1 is the highest. */
  rank: z.number().int().min(1).max(999),
  class: z.string().max(20).optional(),
});

const postOf = <Role extends z.ZodType>(role: Role) =>
  z.strictObject({
    code,
    /** The code of its unit; the office itself where none is named. */
    unit: code.optional(),
    designation: code,
    names,
    /** How others mark papers to it. */
    marking: z.string().min(1).max(100),
    reportsTo: code.optional(),
    roles: z.array(role).default([]),
  });

const letterhead = z.strictObject({
  government: names.optional(),
  department: names.optional(),
  office: names.optional(),
  address: names.optional(),
});

/**
 * What an office file says of the office itself, in the words of whoever reads it: the product knows which kinds of
 * units and which rights there are; the installer passes them on.
 */
export function officeShape<Kind extends z.ZodType, Role extends z.ZodType>(known: {
  readonly kind: Kind;
  /** The same, for a unit of which the file says nothing. */
  readonly section: z.ZodType<z.output<Kind>>;
  readonly role: Role;
}) {
  return z.strictObject({
    /** The code of the Local Government Directory; also the name of the file. */
    lgd: z.string().regex(/^\d{1,10}$/),
    code,
    kind: known.kind,
    names,
    address: names.optional(),
    parent: code,
    number: z.string().max(20).optional(),
    units: z.array(unitOf(known.section)).default([]),
    designations: z.array(designation).default([]),
    posts: z.array(postOf(known.role)).default([]),
    /** Whose post keeps units, posts and people of this office in order. */
    administrator: z.strictObject({ post: code }),
    mail: z
      .strictObject({ office: z.email(), domains: z.array(z.string().min(3)).min(1) })
      .optional(),
    networks: z.array(z.strictObject({ range: z.string(), label: line })).default([]),
    letterhead: letterhead.optional(),
    numbers: z
      .array(
        z.strictObject({
          series: z.string().max(40),
          template: z.string().max(120),
          year: z.enum(["calendar", "financial"]),
        }),
      )
      .default([]),
    holidays: z.array(z.strictObject({ day, names })).default([]),
    /** Which entries of the state's directory belong to the office. */
    directory: z.strictObject({ base: z.string(), filter: z.string().optional() }).optional(),
    /** The order by which the office came in. */
    order: z.string().max(100).default(""),
  });
}
