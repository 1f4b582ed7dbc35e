/** Fills the `{names}` of a template. A name without a value, or a value without a place, is a mistake. */
export function renderTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const text = template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`The template asks for {${name}}, which is not given`);
    }
    used.add(name);
    return value;
  });
  const idle = Object.keys(values).filter((name) => !used.has(name));
  if (idle.length > 0) {
    throw new Error(`The template has no place for ${idle.join(", ")}`);
  }
  return text;
}
