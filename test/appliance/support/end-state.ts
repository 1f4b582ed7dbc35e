import type { Host } from "../hosts/index.ts";

/**
 * Everything an installation leaves on a host, one thing a line, so that two hosts can be compared: files with their
 * content, owner and mode, packages with their versions, users, units. Of what is made at random (secrets, keys) only
 * that it is there and who may read it; of a timer that it is on, whether its moment is now or later. Checkpoints of
 * the record are left out: the workers write the first one when they come to it.
 */
export async function endState(host: Host): Promise<readonly string[]> {
  const output = await host.must(["python3", "-c", script], { timeoutSeconds: 120 });
  return output.split("\n").filter(Boolean);
}

/** What one state has and the other has not. */
export function differences(one: readonly string[], other: readonly string[]): readonly string[] {
  const [first, second] = [new Set(one), new Set(other)];
  return [
    ...one.filter((line) => !second.has(line)).map((line) => `- ${line}`),
    ...other.filter((line) => !first.has(line)).map((line) => `+ ${line}`),
  ];
}

const script = String.raw`
import grp, hashlib, os, pwd, re, shutil, stat, subprocess
roots = ["/etc", "/opt", "/usr/local", "/usr/sbin/policy-rc.d", "/var/lib/secretariat", "/var/backups/secretariat"]
skipped = re.compile(r"^(/etc/(machine-id|ld\.so\.cache|\.pwd\.lock|mtab|ssl/certs|passwd-|group-|shadow-?|gshadow-?|subuid-?|subgid-?|.*\.dpkg-(new|tmp))"
  r"|/var/lib/secretariat/(documents|keys/(head\.json|checkpoint\.pem)|installer/(journal|log|lock|package-lists|facts|wal-carried|backups\.json).*)|/var/backups/secretariat/.+)(/|$)")
random = re.compile(r"\.(cred|key|crt|csr|pem|age|srl)$|redis-secretariat\.conf$|pgbackrest\.conf$|/secrets?/|ssh_host_|/keys/")
def person(n, find):
  try: return find(n)[0]
  except KeyError: return str(n)
def told(path):
  s = os.lstat(path)
  kind = stat.filemode(s.st_mode)
  who = person(s.st_uid, pwd.getpwuid) + ":" + person(s.st_gid, grp.getgrgid)
  what = ""
  if stat.S_ISLNK(s.st_mode): what = os.readlink(path)
  elif stat.S_ISREG(s.st_mode) and not random.search(path) and not path.startswith("/opt/"):
    what = hashlib.sha256(open(path, "rb").read()).hexdigest()[:16]
  elif stat.S_ISREG(s.st_mode) and path.startswith("/opt/"): what = str(s.st_size)
  print("file", path, kind, who, what)
for root in roots:
  if not os.path.lexists(root): continue
  told(root)
  if os.path.islink(root) or not os.path.isdir(root): continue
  for folder, folders, files in os.walk(root):
    for name in list(folders) + files:
      path = os.path.join(folder, name)
      if skipped.match(path):
        if name in folders: folders.remove(name)
        continue
      told(path)
def lines(*command): return [] if shutil.which(command[0]) is None else subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
for line in lines("dpkg-query", "-W", "-f", "package $" "{Package} $" "{Version} $" "{db:Status-Abbrev}\n"): print(line)
for line in lines("getent", "passwd"): print("user", line)
for line in lines("systemctl", "list-unit-files", "--no-legend", "--no-pager"):
  if "transient" not in line: print("unit file", " ".join(line.split()))
for line in lines("systemctl", "list-units", "--no-legend", "--no-pager", "--plain", "--type=service,timer,target,socket", "--state=active,failed"):
  words = line.split()
  if not re.match(r"(user|session|installing-|postgresql\.service|time-set|apt-daily|dpkg-db|systemd-|e2scrub|man-db|secretariat-figures\.service|.*-sync|remote-|first-boot)", words[0]): print("unit", words[0], words[2], "waiting" if words[0].endswith(".timer") else words[3])
for line in lines("nft", "list", "ruleset"):
  print("nft", re.sub(r"packets \d+ bytes \d+", "", line))
`;
