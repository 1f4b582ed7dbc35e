import { closeSync, ftruncateSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { must } from "./command.ts";
import { noteMade } from "./made.ts";
import { rootfs } from "./places.ts";

export interface Disk {
  /** Where the host's files are seen from this machine. */
  readonly root: string;
  /** Throws away what no program had made sure of, as a power cut does, and mounts again what is left. */
  losePower(): Promise<void>;
}

interface DiskOptions {
  readonly folder: string;
  /** The folders this host is laid over, nearest first; the bare Debian comes last by itself. */
  readonly layers: readonly string[];
  /** A disk of this size of its own; left out: whatever this machine has. */
  readonly megabytes?: number | undefined;
}

/** Lays a host over the common tree. */
export async function makeDisk(options: DiskOptions): Promise<Disk> {
  const { folder, megabytes } = options;
  const upper = join(folder, "disk");
  const root = join(folder, "root");
  mkdirSync(upper, { recursive: true });
  mkdirSync(root, { recursive: true });
  const image = megabytes === undefined ? undefined : join(folder, "disk.image");
  if (image !== undefined) {
    await makeImage(image, megabytes ?? 0);
    noteMade(folder, { kind: "mount", path: upper });
    await must(["mount", "-o", "loop", image, upper]);
  }
  mkdirSync(join(upper, "up"));
  mkdirSync(join(upper, "work"));
  noteMade(folder, { kind: "mount", path: root });
  const mountRoot = (): Promise<string> => overlay({ upper, root, layers: options.layers });
  await mountRoot();
  return { root, losePower };

  async function losePower(): Promise<void> {
    if (image !== undefined) {
      await must(["python3", "-c", forget, upper]);
      await must(["umount", root]);
      await must(["umount", upper]);
      await must(["mount", "-o", "loop", image, upper]);
      await mountRoot();
    }
  }
}

/** ext4's own way to stop at once, its journal unwritten: EXT4_IOC_SHUTDOWN with NOLOGFLUSH. */
const forget = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))
`;

async function makeImage(image: string, megabytes: number): Promise<void> {
  const file = openSync(image, "w");
  ftruncateSync(file, megabytes * 1024 * 1024);
  closeSync(file);
  await must(["mkfs.ext4", "-q", "-m", "0", image]);
}

function overlay(given: { upper: string; root: string; layers: readonly string[] }) {
  const { upper, root, layers } = given;
  const lower = [...layers, rootfs].join(":");
  // A folder of a layer below can be renamed, as on a disk, only where overlays keep redirections.
  const options = `lowerdir=${lower},upperdir=${upper}/up,workdir=${upper}/work,redirect_dir=on`;
  return must(["mount", "-t", "overlay", "overlay", "-o", options, root]);
}
