/** The same address with some query values changed; `undefined` takes a value out. */
export function changedAddress(
  address: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const [path = "/", query = ""] = address.split("?");
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    parameters.delete(name);
    if (value !== undefined) {
      parameters.set(name, value);
    }
  }
  const rest = parameters.toString();
  return rest === "" ? path : `${path}?${rest}`;
}
