import type { Alert } from "./alert.ts";

export const queueAlerts: readonly Alert[] = [
  {
    name: "RedisDown",
    expr: "redis_up == 0",
    for: "30s",
    severity: "red",
    impact: "signIn",
    call: "datacentre",
    title: { hi: "Redis बंद है", en: "Redis is down" },
    steps: {
      hi: ["`systemctl status redis-server@secretariat`"],
      en: ["`systemctl status redis-server@secretariat`"],
    },
  },
  {
    name: "RedisMemoryHigh",
    expr: "redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.85",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "Redis की मेमोरी भर रही है", en: "The memory of Redis fills up" },
    steps: {
      hi: [
        "क्या वर्कर काम निपटा रहा है: `systemctl status secretariat-worker@1`",
        "कार्यालय बढ़ गया हो तो site.yml में बड़ा `sizing` लिखें, फिर: `secretariat reconfigure`",
      ],
      en: [
        "Does the worker get through its work: `systemctl status secretariat-worker@1`",
        "Where the office has grown, write a larger `sizing` in site.yml, then: `secretariat reconfigure`",
      ],
    },
  },
  {
    name: "RedisNotSaved",
    expr: "redis_aof_last_write_status == 0",
    for: "1m",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: { hi: "Redis डिस्क पर नहीं लिख पा रहा", en: "Redis cannot write to its disk" },
    steps: {
      hi: ["डिस्क देखें: `df -h /var/lib/redis`"],
      en: ["See its disk: `df -h /var/lib/redis`"],
    },
  },
  {
    name: "WorkWaiting",
    expr: "max(secretariat_deliveries_waiting) > 1000",
    for: "10m",
    severity: "amber",
    impact: "late",
    call: "datacentre",
    title: { hi: "बहुत सा काम प्रतीक्षा में है", en: "Much work is waiting" },
    steps: {
      hi: ["`systemctl status secretariat-worker@1`"],
      en: ["`systemctl status secretariat-worker@1`"],
    },
  },
  {
    name: "WorkGivenUp",
    expr: "max(secretariat_deliveries_parked) > 0",
    for: "1m",
    severity: "amber",
    impact: "late",
    call: "datacentre",
    title: {
      hi: "कुछ काम बार-बार विफल होकर रुक गया",
      en: "Some work was given up after its last attempt",
    },
    steps: {
      hi: [
        "`secretariat logs worker`",
        "क्या रुका है, देखें: `secretariat deliveries list`",
        "कारण दूर होने पर फिर से करवाएँ: `secretariat deliveries retry`; अन्यथा सहायता-दल को भेजें: `secretariat support-bundle`",
      ],
      en: [
        "`secretariat logs worker`",
        "See what was given up: `secretariat deliveries list`",
        "Once the cause is mended, have it tried anew: `secretariat deliveries retry`; else send those who help: `secretariat support-bundle`",
      ],
    },
  },
  {
    name: "ScannerDown",
    expr: "max(secretariat_scanner_up) == 0",
    for: "1m",
    severity: "amber",
    impact: "uploads",
    call: "datacentre",
    title: { hi: "वायरस-जाँच बंद है", en: "The virus scanner is down" },
    steps: {
      hi: ["`systemctl restart clamav-daemon`"],
      en: ["`systemctl restart clamav-daemon`"],
    },
  },
  {
    name: "ScannerOld",
    expr: "max(secretariat_scanner_signatures_age_seconds) > 14 * 86400",
    for: "1h",
    severity: "amber",
    impact: "none",
    call: "security",
    title: { hi: "वायरस-सूची 14 दिन से पुरानी है", en: "The list of viruses is older than 14 days" },
    steps: {
      hi: ["नई सूची लाकर /var/lib/clamav में रखें"],
      en: ["Carry a new list to /var/lib/clamav"],
    },
  },
  {
    name: "RedisPolicyChanged",
    expr: 'redis_instance_info{maxmemory_policy!="noeviction"} == 1',
    for: "0s",
    severity: "amber",
    impact: "none",
    call: "datacentre",
    title: {
      hi: "Redis भरने पर सत्र और काम हटा देगा: उसकी नीति बदली गई है",
      en: "Redis would throw sessions and work away when full: its policy was changed",
    },
    steps: {
      hi: [
        "लौटाएँ: `secretariat reconfigure`, फिर `systemctl restart redis-server@secretariat`",
        "किसने बदला, यह पूछें: `secretariat logs redis`",
      ],
      en: [
        "Undo it: `secretariat reconfigure`, then `systemctl restart redis-server@secretariat`",
        "Ask who changed it: `secretariat logs redis`",
      ],
    },
  },
  {
    name: "WorkOld",
    expr: "max(secretariat_oldest_delivery_seconds) > 300",
    for: "1m",
    severity: "amber",
    impact: "late",
    call: "datacentre",
    title: {
      hi: "एक काम 5 मिनट से प्रतीक्षा में है",
      en: "Some work has been waiting for 5 minutes",
    },
    steps: {
      hi: ["`systemctl status secretariat-worker@1`", "`secretariat logs worker`"],
      en: ["`systemctl status secretariat-worker@1`", "`secretariat logs worker`"],
    },
  },
];
