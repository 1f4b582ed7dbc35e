/** A setting that the launcher gives us. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run the bench with npm run bench`);
  }
  return value;
}
