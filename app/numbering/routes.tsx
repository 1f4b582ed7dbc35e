import {
  done,
  formatDate,
  get,
  hasRole,
  nothing,
  now,
  post,
  t,
  today,
  view,
  type Actor,
  type FormState,
  type Route,
} from "../base/index.ts";
import type { PageHead } from "../ui/index.ts";
import { findTemplate } from "./find-template.ts";
import { OpenTemplate, SetTemplate } from "./input.ts";
import { listTemplates } from "./list-templates.ts";
import { TemplatePage } from "./pages/template-page.tsx";
import { TemplatesPage } from "./pages/templates-page.tsx";
import { previewTemplate, seriesOf, setTemplate } from "./set-template.ts";
import { commonTokens, templatesFor } from "./template.ts";

const administrators = hasRole("administrator");

export const routes: readonly Route[] = [
  get(
    "/numbering",
    { input: nothing, allow: administrators, summary: "How numbers are written" },
    async () => view(t("Number templates"), TemplatesPage, { templates: await listTemplates() }),
  ),

  get(
    "/numbering/:purpose",
    { input: OpenTemplate, allow: administrators, summary: "The form to set a template" },
    async ({ actor, input, form }) => showTemplate(actor, input.purpose, { form }),
  ),

  post(
    "/numbering/:purpose",
    {
      input: SetTemplate,
      allow: administrators,
      summary: "Set a template from a day on, or preview it",
      form: "/numbering/:purpose",
    },
    async ({ actor, input: { preview, ...template } }) => {
      if (preview) {
        const number = await previewTemplate(actor, template);
        return showTemplate(actor, template.purpose, {
          form: { values: template, errors: [] },
          preview: number,
        });
      }
      await setTemplate(actor, template);
      return done("/numbering", template, {
        flash: t("The template is set from {date}.", { date: formatDate(template.fromOn) }),
      });
    },
  ),
];

async function showTemplate(
  actor: Actor,
  purpose: string,
  shown: { readonly form: FormState; readonly preview?: string },
) {
  const series = seriesOf(purpose);
  const head: PageHead = { title: t(series.name), width: "reading" };
  return view(head, TemplatePage, {
    purpose,
    name: series.name,
    tokens: [...commonTokens, ...(series.tokens ?? [])],
    usual: templatesFor(series.tokens ?? []),
    ...(await findTemplate(series, actor.unitId)),
    today: today(now()),
    ...shown,
  });
}
