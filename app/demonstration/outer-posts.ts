import { chiefSecretary, seat, type PostSeat } from "./seat.ts";
import { listUnits, type DemonstrationUnit } from "./units.ts";

/** Districts whose Collectorates are shown with their clerks, and tehsils with their Tehsildars. */
const shownDistricts = ["D-RPR", "D-DRG", "D-BSP", "D-SRG", "D-BST", "D-KRB"];
const shownTehsils = ["T-ABHANPUR", "T-ARANG", "T-PATAN", "T-TAKHATPUR", "T-LUNDRA", "T-KATGHORA"];

/** The posts outside the Secretariat: directorates, divisions, districts, tehsils. */
export function outerPosts(): PostSeat[] {
  const units = listUnits();
  const ofKind = (kind: DemonstrationUnit["kind"]) => units.filter((unit) => unit.kind === kind);
  return [
    ...ofKind("directorate").flatMap(directoratePosts),
    ...ofKind("division").map(({ code }) => seat([code, "DIVC"], "commissioner", chiefSecretary)),
    ...ofKind("district").flatMap(districtPosts),
    ...ofKind("tehsil").flatMap(tehsilPosts),
  ];
}

function directoratePosts({ code }: DemonstrationUnit): PostSeat[] {
  return [seat([code, code.startsWith("E") ? "EINC" : "DIR"], "director", chiefSecretary)];
}

function districtPosts({ code, parent }: DemonstrationUnit): PostSeat[] {
  const collector = seat([code, "COLL"], "collector", `${parent}:DIVC`);
  if (!shownDistricts.includes(code)) {
    return [collector];
  }
  const superintendent = seat([`${code}-REV`, "SUPT"], "officer", collector.key);
  return [collector, superintendent, seat([`${code}-REV`, "AG3-1"], "hand", superintendent.key)];
}

function tehsilPosts({ code, parent }: DemonstrationUnit): PostSeat[] {
  return shownTehsils.includes(code) ? [seat([code, "TEH"], "tehsildar", `${parent}:COLL`)] : [];
}
