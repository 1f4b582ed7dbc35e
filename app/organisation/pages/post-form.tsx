import { nameOf, t, type FormState } from "../../base/index.ts";
import {
  Button,
  ButtonBar,
  Form,
  Lookup,
  PageHeading,
  Select,
  TextInput,
  type Option,
} from "../../ui/index.ts";
import type { Designation } from "../designation.ts";
import type { PostRecord } from "../post-queries.ts";
import type { Unit } from "../unit.ts";

export interface NewPostProps {
  readonly unit: Unit;
  readonly designations: readonly Designation[];
  readonly found: readonly Option[];
  readonly form: FormState;
}

export function NewPostPage({ unit, designations, found, form }: NewPostProps) {
  const base = `/office/units/${unit.id}`;
  return (
    <>
      <PageHeading title={t("New post")} hint={nameOf(unit)} />
      <Form action={`${base}/posts`} form={form} guard>
        <Select
          name="designationId"
          label={t("Designation")}
          empty={t("Choose")}
          options={designations.map((known) => ({ value: known.id, label: nameOf(known) }))}
        />
        <TextInput
          name="code"
          label={t("Code")}
          size="short"
          hint={t("Short and unique, such as GAD-EST-SO.")}
        />
        <PostFields found={found} />
        <Bar back={base} />
      </Form>
    </>
  );
}

export interface ChangePostProps {
  readonly post: PostRecord;
  readonly found: readonly Option[];
  readonly form: FormState;
}

export function ChangePostPage({ post, found, form }: ChangePostProps) {
  const base = `/office/posts/${post.id}`;
  const superior = post.reportsTo;
  return (
    <>
      <PageHeading title={t("Change the post")} hint={nameOf(post)} />
      <Form action={`${base}/edit`} form={form} guard>
        <PostFields
          post={post}
          found={
            found.length > 0 || !superior
              ? found
              : [{ value: superior.id, label: nameOf(superior) }]
          }
        />
        <Bar back={base} />
      </Form>
    </>
  );
}

function PostFields(props: { readonly post?: PostRecord; readonly found: readonly Option[] }) {
  return (
    <>
      <TextInput name="nameHi" label={t("Name in Hindi")} value={props.post?.nameHi} lang="hi" />
      <TextInput name="nameEn" label={t("Name in English")} value={props.post?.nameEn} lang="en" />
      <TextInput
        name="marking"
        label={t("Marking abbreviation")}
        hint={t("Designation, initials, branch and department, such as SO(RS)-ESTABLISHMENT-GAD.")}
        value={props.post?.marking}
        lang="en"
      />
      <Lookup
        name="reportsToId"
        label={t("Reports to")}
        url="/posts/lookup"
        options={props.found}
        value={props.post?.reportsTo?.id}
        optional
      />
    </>
  );
}

function Bar({ back }: { readonly back: string }) {
  return (
    <ButtonBar>
      <Button kind="primary">{t("Save")}</Button>
      <Button href={back}>{t("Cancel")}</Button>
    </ButtonBar>
  );
}
