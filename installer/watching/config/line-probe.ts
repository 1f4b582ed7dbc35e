import { act, capture, mustRun, type Host } from "../../host/index.ts";

const program = "/usr/bin/prometheus-blackbox-exporter";

/** Lets the exporter ask whether a line stands. Debian marks its program as one without any capability, which wins. */
export async function ensureLineProbe(host: Host): Promise<boolean> {
  const { output } = await capture(["getcap", program]);
  if (output.includes("cap_net_raw")) {
    return false;
  }
  await act(host, `capability of ${program}`, async () => {
    await mustRun(["setcap", "cap_net_raw=ep", program]);
  });
  return true;
}
