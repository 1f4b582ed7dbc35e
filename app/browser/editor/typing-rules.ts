import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";
import { writingSchema } from "../../writing/schema.ts";

/** What people type at the start of a line when they mean a list or a heading. */
export function typingRules(): Plugin {
  const { bullet_list, ordered_list, heading } = writingSchema.nodes;
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*•]\s$/, bullet_list),
      wrappingInputRule(
        /^(\d{1,3})[.)]\s$/,
        ordered_list,
        (match) => ({ order: Math.max(1, Number(match[1])) }),
        (match, list) => list.childCount + Number(list.attrs["order"]) === Number(match[1]),
      ),
      textblockTypeInputRule(/^(#{2,3})\s$/, heading, (match) => ({
        level: match[1]?.length ?? 2,
      })),
    ],
  });
}
