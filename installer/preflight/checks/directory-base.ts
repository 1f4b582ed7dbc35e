import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const directoryBase: Check = {
  id: "PF-070",
  title: { hi: "निर्देशिका का आधार (base)", en: "Base of the directory" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "निर्देशिका {url} में “{base}” नहीं है; वह ये वृक्ष बताती है: {trees}।",
    en: "The directory {url} has no “{base}”; the trees it serves are: {trees}.",
  },
  remedy: {
    hi: "site.yml में directory.base सुधारें; सही आधार निर्देशिका चलाने वालों से पूछें।",
    en: "Correct directory.base in site.yml; those who keep the directory know the right one.",
  },
  async look({ machine, site: { directory } }) {
    if (directory?.base === undefined) {
      return undefined;
    }
    const { url, base } = directory;
    const trees = await machine.directoryTrees(url, `${places.tls}/directory-authority.crt`);
    const isServed = trees.length === 0 || trees.some((tree) => holds(tree, base));
    return isServed ? undefined : { gaps: { url, base, trees: trees.join("; ") } };
  },
};

/** Names of trees are compared from their end, without regard to case or to blanks after a comma. */
function holds(tree: string, base: string): boolean {
  const parts = (name: string): string[] => name.toLowerCase().split(/\s*,\s*/);
  return tree === "" || parts(base).slice(-parts(tree).length).join() === parts(tree).join();
}
