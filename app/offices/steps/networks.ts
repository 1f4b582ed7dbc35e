import { now, rows, today } from "../../base/index.ts";
import { addRange } from "../../networks/index.ts";
import type { Undertaking } from "../undertaking.ts";

/** The tunnels and lines behind which the office sits. */
export async function bringNetworks({ actor, office, tell }: Undertaking): Promise<void> {
  const fromOn = today(now());
  const standing = await rows<{ range: string; code: string | null }>(
    `select text(r.range) as range, u.code from network_ranges r left join units u on u.id = r.unit_id
     where r.until_on is null or r.until_on >= $fromOn`,
    { fromOn },
  );
  const own = new Set(
    standing
      .filter(({ code }) => code?.toLowerCase() === office.code.toLowerCase())
      .map(({ range }) => range),
  );
  for (const { range, label } of office.networks.filter((one) => !own.has(one.range))) {
    const given = { range, label, officeCode: office.code, fromOn, orderNumber: office.order };
    await addRange(actor, given);
    tell({ step: "networks", what: `add ${range}`, after: label });
  }
}
