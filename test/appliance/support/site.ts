/** What an administrator of a test installation fills in. */
export const officeName = "eoffice.cg.example";

export const administrator = { login: "amit.verma", employeeCode: "EIT-0001" } as const;

interface SiteOptions {
  readonly address: string;
  /** Further lines of site.yml, as they stand. */
  readonly more?: string;
}

/** The site.yml of a host in the data centre of the tests, for the officers of its VPN. */
export function siteFor({ address, more = "" }: SiteOptions): string {
  return `state:
  code: CG
  nameHi: छत्तीसगढ़ शासन
  nameEn: Government of Chhattisgarh
name: ${officeName}
address: ${address}
vpnRanges: [10.88.0.0/24]
adminRanges: [10.77.0.1/32]
administrator:
  employeeCode: ${administrator.employeeCode}
  nameHi: अमित वर्मा
  nameEn: Amit Verma
  login: ${administrator.login}
  email: amit.verma@cg.example
sizing: small
${more}`;
}
