import { join } from "node:path";
import { varFolder } from "../../../installer/local/places.ts";

/** Kept between runs: the tree every host is laid over, and the key that opens it. */
export const applianceFolder = join(varFolder, "appliance");

export const rootfs = join(applianceFolder, "rootfs");

export const keyFile = join(applianceFolder, "id");

/** For ssh and scp into a host: hosts are made anew, each with a key of its own, and nobody is asked whether to trust it. */
export const sshOptions: readonly string[] = [
  ["-i", keyFile],
  ["-o", "StrictHostKeyChecking=no"],
  ["-o", "UserKnownHostsFile=/dev/null"],
].flat();

/** Finished machines others may be laid over, so that not every test installs anew. */
export const layersFolder = join(applianceFolder, "layers");

export const runsFolder = join(applianceFolder, "runs");

/** The name server every host is given; from inside no packet reaches it. */
export const resolverAddress = "192.0.2.53";
