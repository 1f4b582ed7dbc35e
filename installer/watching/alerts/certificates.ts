import type { Alert } from "./alert.ts";

export const certificatesAlerts: readonly Alert[] = [
  {
    name: "CertificateEndsNow",
    expr: 'secretariat_certificate_ends_timestamp_seconds - time() < 7 * 86400 or probe_ssl_earliest_cert_expiry{job="site"} - time() < 7 * 86400',
    for: "1m",
    severity: "red",
    impact: "none",
    call: "datacentre",
    title: { hi: "प्रमाणपत्र 7 दिन में समाप्त होगा", en: "A certificate ends within 7 days" },
    steps: {
      hi: ["`secretariat certs renew`, या `secretariat certs import`"],
      en: ["`secretariat certs renew`, or `secretariat certs import`"],
    },
  },
  {
    name: "CertificateEndsSoon",
    expr: 'secretariat_certificate_ends_timestamp_seconds - time() < 30 * 86400 or probe_ssl_earliest_cert_expiry{job="site"} - time() < 30 * 86400',
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "प्रमाणपत्र 30 दिन में समाप्त होगा", en: "A certificate ends within 30 days" },
    steps: {
      hi: ["`secretariat certs status`"],
      en: ["`secretariat certs status`"],
    },
  },
  {
    name: "CertificateNotServed",
    expr: "secretariat_certificate_is_served == 0",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "नया प्रमाणपत्र अभी काम में नहीं आया", en: "The new certificate is not served yet" },
    steps: {
      hi: ["`systemctl reload nginx`"],
      en: ["`systemctl reload nginx`"],
    },
  },
  {
    name: "ClockSkewed",
    expr: "abs(node_timex_offset_seconds) > 1 or node_timex_sync_status == 0",
    for: "1m",
    severity: "amber",
    impact: "signIn",
    call: "datacentre",
    title: { hi: "घड़ी सही नहीं है", en: "The clock is wrong" },
    steps: {
      hi: ["`chronyc tracking`, `chronyc sources`"],
      en: ["`chronyc tracking`, `chronyc sources`"],
    },
  },
];
