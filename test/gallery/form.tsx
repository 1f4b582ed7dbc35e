import {
  Button,
  ButtonBar,
  Checkbox,
  Chips,
  DateInput,
  FieldGroup,
  FileInput,
  Form,
  Lookup,
  PageHeading,
  Radios,
  Select,
  TextArea,
  TextInput,
} from "../../app/ui/index.ts";
import type { FormState } from "../../app/ui/index.ts";
import { both } from "./both.ts";

export function FormPage() {
  const form: FormState = {
    values: { letterNumber: "4512/भू-अर्जन/2026", letterDate: "2026-12-09", subject: "" },
    errors: [
      { field: "subject", words: both("Write the subject of the letter.", "पत्र का विषय लिखें।") },
      {
        field: "letterDate",
        words: both("The letter is dated in the future.", "पत्र का दिनांक भविष्य का है।"),
      },
      { field: "toPostId", words: both("Choose who should receive it.", "चुनें कि किसे भेजना है।") },
    ],
  };
  return (
    <>
      <PageHeading
        title={both("Diarise a letter", "पत्र दर्ज करें")}
        hint={both("It gets its number when you save.", "सहेजने पर आवक क्रमांक मिलेगा।")}
      />
      <Form action="/form" form={form} guard multipart>
        <FieldGroup label={both("The letter", "पत्र")} columns={2}>
          <TextInput
            name="letterNumber"
            label={both("Number of the letter", "पत्र क्रमांक")}
            optional
          />
          <DateInput name="letterDate" label={both("Date of the letter", "पत्र दिनांक")} />
        </FieldGroup>
        <TextArea
          name="subject"
          label={both("Subject", "विषय")}
          hint={both("As it stands in the letter.", "जैसा पत्र में लिखा है।")}
        />
        <FileInput
          name="scan"
          label={both("The scanned letter", "स्कैन किया पत्र")}
          accept=".pdf"
          multiple
          optional
        />
        <WhereTo />
        <ButtonBar>
          <Button kind="primary">{both("Generate and send", "दर्ज कर भेजें")}</Button>
          <Button name="only" value="generate">
            {both("Generate", "दर्ज करें")}
          </Button>
          <Button kind="link" href="/tray">
            {both("Cancel", "रद्द करें")}
          </Button>
        </ButtonBar>
      </Form>
    </>
  );
}

function WhereTo() {
  return (
    <FieldGroup label={both("Where it goes", "किसे भेजना है")}>
      <Lookup
        name="toPostId"
        label={both("To", "प्रति")}
        url="/posts"
        hint={both("Name, post or section", "नाम, पद या अनुभाग")}
      />
      <Chips
        label={both("Usual desks", "सामान्यतः")}
        target="_text_toPostId"
        options={[
          { value: "1", label: both("Under Secretary (Revenue)", "अवर सचिव (राजस्व)") },
          { value: "2", label: both("Deputy Secretary", "उप सचिव") },
        ]}
      />
      <Select
        name="action"
        label={both("Action asked", "अपेक्षित कार्यवाही")}
        empty={both("Choose", "चुनें")}
        options={[{ value: "approve", label: both("For approval", "अनुमोदनार्थ") }]}
      />
      <Radios
        name="priority"
        label={both("Priority", "प्राथमिकता")}
        inline
        value="ordinary"
        options={[
          { value: "ordinary", label: both("Ordinary", "सामान्य") },
          { value: "immediate", label: both("Immediate", "तत्काल") },
        ]}
      />
      <Checkbox name="acknowledge" label={both("Send an acknowledgement", "पावती भेजें")} />
    </FieldGroup>
  );
}

export function SignInPage() {
  return (
    <>
      <PageHeading title={both("Sign in", "प्रवेश करें")} />
      <Form action="/sign-in" form={{ values: {}, errors: [] }}>
        <TextInput
          name="account"
          label={both("Account name", "खाता नाम")}
          autocomplete="username"
          autofocus
        />
        <TextInput
          name="password"
          label={both("Password", "पासवर्ड")}
          type="password"
          autocomplete="current-password"
        />
        <ButtonBar>
          <Button kind="primary">{both("Sign in", "प्रवेश करें")}</Button>
        </ButtonBar>
      </Form>
    </>
  );
}
