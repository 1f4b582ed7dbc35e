import { capture } from "../host/index.ts";

/**
 * Files of installed packages that are no more as they came: Debian's and our own. Settings are left aside, the
 * installer watches its own; and what a small installation of Debian never unpacks is not missed.
 */
export async function changedPrograms(): Promise<readonly string[]> {
  const { output } = await capture(["dpkg", "--verify"], { timeoutSeconds: 1_800 });
  return readVerification(output);
}

/** Lines such as `??5?????? c /etc/x` and `missing     /usr/share/doc/x`. */
export function readVerification(output: string): readonly string[] {
  return output.split("\n").flatMap((line) => {
    const [, kind = "", setting, path = ""] =
      /^(\S+)\s+(c )?\s*(\/\S.*?)(?: \(.*\))?$/.exec(line) ?? [];
    const isLeftOut = kind === "missing" && neverUnpacked.test(path);
    return path === "" || setting !== undefined || isLeftOut ? [] : [path];
  });
}

const neverUnpacked = /^\/usr\/share\/(?:doc|man|info|locale|lintian|bug)\//;
