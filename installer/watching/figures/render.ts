import type { Figure } from "./collect.ts";

/** The text that node-exporter reads. */
export function renderFigures(figures: readonly Figure[]): string {
  return figures
    .filter(({ values }) => values.length > 0)
    .map(({ name, help, values }) => {
      const whole = `secretariat_${name}`;
      const lines = values.map(
        ([labels, value]) => `${whole}${labels && `{${labels}}`} ${value}\n`,
      );
      return `# HELP ${whole} ${help}\n# TYPE ${whole} gauge\n${lines.join("")}`;
    })
    .join("");
}
