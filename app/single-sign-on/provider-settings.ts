import { z } from "zod";
import { config } from "../base/index.ts";

/** What every provider has. Secrets stand in files of their own, never here. */
const common = {
  /** Stands in addresses and in the record: `oidc:state`. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  nameEn: z.string().min(1).max(60),
  nameHi: z.string().min(1).max(60),
  clientId: z.string().min(1).max(300),
  /** Further origins the provider answers at; its own is allowed anyway. */
  origins: z.array(z.url()).default([]),
  /** Hosts of it that stand on the office's own network. */
  privateHosts: z.array(z.string()).default([]),
};

const address = z.url().refine(isProtected, "must begin with https://");
const name = z.string().min(1).max(100);

const OpenId = z.strictObject({
  ...common,
  kind: z.literal("oidc"),
  issuer: address,
  scope: z.string().default("openid profile email"),
  clientAuthentication: z.enum(["basic", "post"]).default("basic"),
  claims: z
    .strictObject({
      employeeCode: name.default("employee_code"),
      email: name.default("email"),
      name: name.default("name"),
    })
    .prefault({}),
  /** Claims stand at the userinfo endpoint too. */
  userinfo: z.boolean().default(false),
  /** The provider gives out the mailboxes itself, so an e-mail counts without `email_verified`. */
  ownsMailboxes: z.boolean().default(false),
  /** The values by which this provider says that a second factor was proved. */
  secondFactor: z
    .strictObject({ acr: z.array(name).default([]), amr: z.array(name).default([]) })
    .prefault({}),
  /** Further words of the request, such as `acr_values`. */
  request: z.record(z.enum(["acr_values", "prompt", "ui_locales"]), name).optional(),
});

const Parichay = z.strictObject({
  ...common,
  kind: z.literal("parichay"),
  baseUrl: address,
  scope: z.string().default("user_details"),
  /** How the token stands in the header: as it is, or after the word Bearer. */
  authHeaderStyle: z.enum(["bare", "bearer"]).default("bare"),
  fields: z
    .strictObject({
      subject: name.default("loginId"),
      employeeCode: name.default("EmployeeCode"),
      email: name.default("Email"),
      firstName: name.default("FirstName"),
      lastName: name.default("LastName"),
    })
    .prefault({}),
  /** The claim of the access token that must name the subject of `userdetails`, where it has one. */
  tokenSubjectClaim: name.optional(),
  revokeMethod: z.enum(["GET", "POST"]).default("POST"),
  paths: z
    .strictObject({
      authorize: z.string().default("/pnv1/oauth2/authorize"),
      token: z.string().default("/pnv1/salt/api/oauth2/token"),
      userdetails: z.string().default("/pnv1/salt/api/oauth2/userdetails"),
      revoke: z.string().default("/pnv1/salt/api/oauth2/revoke"),
    })
    .prefault({}),
  /** Whether nobody comes through without Kavach or another second factor. */
  provesSecondFactor: z.boolean().default(false),
});

const EPramaan = z.strictObject({
  ...common,
  kind: z.literal("e-pramaan"),
  baseUrl: address,
  scope: z.string().default("openid"),
  tokenIssuer: z.string().default("ePramaan"),
  fields: z
    .strictObject({
      employeeCode: name.default("employee_code"),
      email: name.default("email"),
      name: name.default("name"),
    })
    .prefault({}),
  paths: z
    .strictObject({
      authorize: z.string().default("/openid/jwt/processJwtAuthGrantRequest.do"),
      token: z.string().default("/openid/jwt/processJwtTokenRequest.do"),
      logout: z.string().default("/openid/jwt/processOIDCSLORequest.do"),
    })
    .prefault({}),
  provesSecondFactor: z.boolean().default(false),
});

export const ProviderSettings = z.array(z.discriminatedUnion("kind", [OpenId, Parichay, EPramaan]));

/** What the separate files hold. */
interface Secrets {
  /** The client's secret; for e-Pramaan the AES key of the service. */
  readonly secret: string;
  /** The certificate e-Pramaan signs with (PEM). */
  readonly certificate?: string | undefined;
  /** The authority behind the provider's TLS certificate (PEM), where it is not a public one. */
  readonly authority?: string | undefined;
}

export type OpenIdProvider = z.infer<typeof OpenId> & Secrets;
export type ParichayProvider = z.infer<typeof Parichay> & Secrets;
export type EPramaanProvider = z.infer<typeof EPramaan> & Secrets;
export type Provider = OpenIdProvider | ParichayProvider | EPramaanProvider;

function isProtected(given: string): boolean {
  return given.startsWith("https://") || config().OUTBOUND_TO_LOOPBACK;
}
