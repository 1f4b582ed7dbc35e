import {
  anyPost,
  done,
  download,
  get,
  hasRole,
  invalid,
  nothing,
  notFound,
  post,
  storedSize,
  t,
  view,
  type Route,
} from "../base/index.ts";
import { certificatesOnPage, listCertificates } from "./certificates.ts";
import {
  ListCertificates,
  OpenCertificate,
  OpenReport,
  RevokeCertificate,
  UploadSigned,
} from "./input.ts";
import { ourAuthority } from "./our-authority.ts";
import { CertificatesPage } from "./pages/certificates-page.tsx";
import { ReportPage } from "./pages/report-page.tsx";
import { RevokePage } from "./pages/revoke-page.tsx";
import { VerificationPage } from "./pages/verification-page.tsx";
import { revokeCertificate } from "./revoke-certificate.ts";
import { verifySigned } from "./verify-signed.ts";

const narrow = (title: string) => ({ title, width: "reading" as const });

export const routes: readonly Route[] = [
  get(
    "/authority.pem",
    { input: nothing, allow: "everyone", summary: "The root certificate that verifiers trust" },
    async () => {
      const bytes = Buffer.from((await ourAuthority()).certificate);
      return download(
        { mediaType: "application/x-pem-file", name: "authority.pem", inline: false },
        bytes,
      );
    },
  ),

  get(
    "/verification",
    { input: nothing, allow: anyPost, summary: "The form to verify the signatures of a PDF" },
    async ({ form }) => view(narrow(t("Verify a signed PDF")), VerificationPage, { form }),
  ),

  post(
    "/verification",
    {
      input: UploadSigned,
      allow: anyPost,
      summary: "Verify the signatures of a PDF",
      form: "/verification",
      upload: true,
    },
    async ({ input }) => {
      const [file] = input.files;
      if (!file || file.bytes === 0) {
        throw invalid("files", "Choose one PDF.");
      }
      const signatures = await verifySigned(file.sha256);
      return done(`/verification/${file.sha256}`, { sha256: file.sha256, signatures });
    },
  ),

  get(
    "/verification/:sha256",
    { input: OpenReport, allow: anyPost, summary: "What the signatures of a PDF are worth" },
    async ({ input: { sha256 } }) => {
      const bytes = await storedSize(sha256).catch(() => {
        throw notFound();
      });
      const signatures = await verifySigned(sha256);
      return view(narrow(t("Verify a signed PDF")), ReportPage, { sha256, bytes, signatures });
    },
  ),

  get(
    "/certificates",
    {
      input: ListCertificates,
      allow: hasRole("administrator", "auditor"),
      summary: "Certificates that were issued",
    },
    async ({ actor, input }) => {
      const found = await listCertificates(input.before);
      const certificates = found.slice(0, certificatesOnPage);
      return view(t("Signing certificates"), CertificatesPage, {
        certificates,
        mayRevoke: actor.roles.has("administrator"),
        older: found.length > certificatesOnPage ? certificates.at(-1)?.id : undefined,
      });
    },
  ),

  get(
    "/certificates/:id/revocation",
    {
      input: OpenCertificate,
      allow: hasRole("administrator"),
      summary: "The form to revoke a certificate",
    },
    async ({ input, form }) =>
      view(narrow(t("Revoke a certificate")), RevokePage, { id: input.id, form }),
  ),

  post(
    "/certificates/:id/revocation",
    {
      input: RevokeCertificate,
      allow: hasRole("administrator"),
      summary: "Revoke a certificate",
      form: "/certificates/:id/revocation",
    },
    async ({ actor, input: { id, reason } }) => {
      await revokeCertificate(actor, { certificateId: id, reason });
      return done("/certificates", { id }, { flash: t("The certificate is revoked.") });
    },
  ),
];
