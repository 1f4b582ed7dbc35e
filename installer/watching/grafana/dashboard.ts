import type { Language } from "../../words.ts";
import { panels } from "./panels.ts";

const [width, height, columns] = [12, 8, 2];

/** The same panels for a state that has Grafana: import this file there and choose its Prometheus. */
export function grafanaDashboard(language: Language): object {
  return {
    uid: `secretariat-${language}`,
    title: language === "hi" ? "डिजिटल सचिवालय" : "Digital Secretariat",
    schemaVersion: 38,
    version: 1,
    editable: false,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    timezone: "Asia/Kolkata",
    templating: {
      list: [{ name: "source", type: "datasource", query: "prometheus", label: "Prometheus" }],
    },
    panels: panels.map(({ title, unit, lines }, at) => ({
      id: at + 1,
      type: "timeseries",
      title: title[language],
      datasource: { type: "prometheus", uid: "${source}" },
      gridPos: {
        x: (at % columns) * width,
        y: Math.floor(at / columns) * height,
        w: width,
        h: height,
      },
      fieldConfig: { defaults: { unit }, overrides: [] },
      targets: lines.map(({ expr, legend }, line) => ({
        refId: String.fromCodePoint(65 + line),
        expr,
        legendFormat: legend,
      })),
    })),
  };
}
