/** Below nought when the first is older. `1.5.0-rc.1` is older than `1.5.0`, as semver has it. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  for (let index = 0; index < 3; index += 1) {
    const away = (first.numbers[index] ?? 0) - (second.numbers[index] ?? 0);
    if (away !== 0) {
      return away;
    }
  }
  return compareCandidates(first.candidate, second.candidate);
}

export function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(-[a-z0-9]+(\.[a-z0-9]+)*)?$/.test(text);
}

function partsOf(version: string) {
  const [release = "", candidate = ""] = version.split(/-(.*)/s);
  return { numbers: release.split(".").map(Number), candidate };
}

function compareCandidates(one: string, other: string): number {
  if (one === "" || other === "") {
    return Number(one === "") - Number(other === "");
  }
  return one.localeCompare(other, "en", { numeric: true });
}
