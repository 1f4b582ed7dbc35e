/** A place in the WAL as a number. */
export function positionOf(lsn: string): bigint {
  const [high = "0", low = "0"] = lsn.split("/");
  return (BigInt(`0x${high || "0"}`) << 32n) + BigInt(`0x${low || "0"}`);
}
