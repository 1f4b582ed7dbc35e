import type { DemonstrationEmployee } from "./employees.ts";
import type { DemonstrationPost } from "./posts.ts";
import type { Random } from "./random.ts";
import type { Seating } from "./seating.ts";

export interface DemonstrationCharge {
  readonly employee: string;
  readonly post: string;
  readonly kind: "substantive" | "additional" | "link";
  /** Both days included, yyyy-mm-dd; `to` is null while the charge lasts. */
  readonly from: string;
  readonly to: string | null;
}

interface Seated {
  readonly seating: Seating;
  /** In the order of the substantive posts. */
  readonly employees: readonly DemonstrationEmployee[];
  readonly day: string;
}

/** Who holds which post since when. All charges but the link officers' began before the year shown. */
export function drawCharges(random: Random, seated: Seated): DemonstrationCharge[] {
  const substantive = seated.seating.substantive.map((post, index) => ({
    employee: codeAt(seated.employees, index),
    post: post.key,
    kind: "substantive" as const,
    from: daysBefore(seated.day, random.between(400, 1100)),
    to: null,
  }));
  return [...substantive, ...drawAdditional(random, seated), ...drawLinks(random, seated)];
}

/** Secretaries of larger departments look after the smaller ones. */
function drawAdditional(random: Random, { seating, employees, day }: Seated) {
  const secretaries = seating.substantive
    .map((post, index) => ({ post, employee: codeAt(employees, index) }))
    .filter(({ post }) => post.role === "secretary");
  return random.shuffle(seating.additional).map((post, index) => ({
    employee: secretaries[index % secretaries.length]?.employee ?? codeAt(employees, 0),
    post: post.key,
    kind: "additional" as const,
    from: daysBefore(day, random.between(380, 700)),
    to: null,
  }));
}

/** Six officers on leave in the course of the year, the last two of them now. */
function drawLinks(random: Random, { seating, employees, day }: Seated): DemonstrationCharge[] {
  const unders = seating.substantive
    .map((post, index) => ({ post, employee: codeAt(employees, index) }))
    .filter(({ post }) => isUnder(post));
  return [300, 210, 140, 75, 4, 1].map((ago, index) => {
    const away = unders[index * 2];
    const stands = unders[index * 2 + 1];
    if (!away || !stands) {
      throw new Error("too few Under Secretaries to stand in for one another");
    }
    return {
      employee: stands.employee,
      post: away.post.key,
      kind: "link",
      from: daysBefore(day, ago),
      to: daysBefore(day, ago - random.between(6, 16)),
    };
  });
}

function isUnder({ role }: DemonstrationPost): boolean {
  return role === "under";
}

function codeAt(employees: readonly DemonstrationEmployee[], index: number): string {
  const employee = employees[index];
  if (!employee) {
    throw new Error(`no employee for post ${index}`);
  }
  return employee.code;
}

/** A later day when `days` is negative. */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
