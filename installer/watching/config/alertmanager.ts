import { dump } from "js-yaml";
import type { Site } from "../../site/index.ts";

type Mailed = Site & { readonly mail: NonNullable<Site["mail"]> };

export function alertsByMail(site: Site): site is Mailed {
  return site.mail !== undefined && site.monitoring.alertTo !== undefined;
}

/** Whom alerts are sent to: by mail where the site has a relay; the helpdesk page shows them in any case. */
export function renderAlertmanager(site: Site): string {
  const isMailed = alertsByMail(site);
  const receivers = [
    { name: "page" }, // shown on the helpdesk page, sent nowhere
    ...(isMailed
      ? [{ name: "mail", email_configs: [mailTo(site.mail, site.monitoring.alertTo)] }]
      : []),
  ];
  const receiver = isMailed ? "mail" : "page";
  return dump(
    {
      route: {
        receiver: "page",
        group_by: ["alertname", "office"],
        group_wait: "30s",
        group_interval: "5m",
        repeat_interval: "12h",
        routes: [
          {
            matchers: ['alertname="Watchdog"'],
            receiver,
            repeat_interval: "24h",
            group_interval: "30s",
          },
          { matchers: ['severity="red"'], receiver, repeat_interval: "2h" },
          { matchers: ['severity="amber"'], receiver },
        ],
      },
      inhibit_rules: inhibitions,
      receivers,
    },
    { lineWidth: -1, noRefs: true },
  );
}

/** One cause is told once: a page that does not open says why its line or its process is silent. */
const inhibitions = [
  {
    source_matchers: ['alertname="DatabaseDown"'],
    target_matchers: ['alertname=~"SitePageDown|RequestsFailing|SomeRequestsFailing|PagesSlow"'],
  },
  {
    source_matchers: ['alertname="AllWebDown"'],
    target_matchers: ['alertname=~"WebInstanceDown|SitePageDown"'],
  },
  {
    source_matchers: ['alertname="DiskFull"'],
    target_matchers: ['alertname=~"DiskFilling|DiskFullTomorrow"'],
    equal: ["mountpoint"],
  },
  {
    source_matchers: ['alertname="CertificateEndsNow"'],
    target_matchers: ['alertname="CertificateEndsSoon"'],
    equal: ["file"],
  },
];

function mailTo(mail: NonNullable<Site["mail"]>, to: string | undefined) {
  return {
    to,
    from: mail.from,
    smarthost: mail.relay,
    send_resolved: true,
    headers: { Subject: "{{ .CommonAnnotations.summary_hi }} / {{ .CommonAnnotations.summary }}" },
  };
}
