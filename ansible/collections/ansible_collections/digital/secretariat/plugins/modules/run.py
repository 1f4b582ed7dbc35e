#!/usr/bin/python3
"""Runs the appliance's own command, and tells truthfully what it changed."""

from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
---
module: run
short_description: Runs the command secretariat and reads its JSON
description:
  - Thin over C(secretariat) and C(install). What is done, and in which order, is theirs alone.
options:
  argv:
    description: Verb and options, as typed after the program.
    type: list
    elements: str
    required: true
  program:
    description: The program; C(install) of a bundle before the product is there.
    type: path
    default: /usr/local/bin/secretariat
  check:
    description:
      - What happens in check mode. V(asked) passes --check --diff on; V(reads) runs it, for it changes nothing;
        V(skipped) does not run it and says that it would.
    type: str
    choices: [asked, reads, skipped]
    default: asked
  changes:
    description: How a change is known. V(told) reads C(changed) or C(changes) of the answer; V(always) and V(never) say themselves.
    type: str
    choices: [told, always, never]
    default: told
  ok_codes:
    description:
      - Exit codes that are no failure; 3 means that there was nothing to do. Whatever stands here, 1 is a failure
        where the answer tells of an error, or where there is none.
    type: list
    elements: int
    default: [0, 3]
  wait_seconds:
    description:
      - How long to wait for another run on the host that holds the lock (exit 50), such as the half-hourly look at
        what was changed by hand, before that counts as a failure.
    type: int
    default: 600
  secret_keys:
    description: Keys of the answer that are taken out of it and written to O(secrets_to) on the host.
    type: list
    elements: str
    default: []
  secrets_to:
    description: A file on the host, readable by root alone.
    type: path
author:
  - Digital Secretariat
"""

EXAMPLES = r"""
- name: See how the host stands
  digital.secretariat.run:
    argv: [status]
    check: reads
    changes: never
"""

RETURN = r"""
answer:
  description: The JSON that the command printed, without its secrets.
  type: dict
  returned: always
code:
  description: The exit code.
  type: int
  returned: always
"""

import json
import os
import time

from ansible.module_utils.basic import AnsibleModule

FAILED = 1
LOCKED = 50


def last_object(text):
    """The JSON object a verb prints: the whole output, or its last line."""
    for part in [text] + text.strip().split("\n")[::-1]:
        try:
            found = json.loads(part)
        except ValueError:
            continue
        if isinstance(found, dict):
            return found
    return {}


def keep_secrets(path, secrets):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        json.dump(secrets, out)


def take_secrets(module, answer):
    keys = [key for key in module.params["secret_keys"] if answer.get(key) is not None]
    secrets = dict((key, answer.pop(key)) for key in keys)
    if secrets and module.params["secrets_to"]:
        keep_secrets(module.params["secrets_to"], secrets)
        answer["secretsIn"] = module.params["secrets_to"]


def run_when_free(module, command):
    until = time.time() + module.params["wait_seconds"]
    while True:
        # As it was given: a reason or the number of an order may hold a dollar or a tilde.
        ran = module.run_command(command, environ_update={"LANG": "C.UTF-8"}, expand_user_and_vars=False)
        if ran[0] != LOCKED or time.time() > until:
            return ran
        time.sleep(5)


def was_changed(module, code, answer):
    how = module.params["changes"]
    if how != "told":
        return how == "always" and code != 3
    told = answer.get("changed", answer.get("changes", 0))
    if isinstance(told, (list, dict)):
        told = len(told)
    return bool(told)


def has_failed(module, code, answer):
    """A check says 1 for what differs, and so does one that broke: only the answer tells which."""
    if code not in module.params["ok_codes"]:
        return True
    return code == FAILED and ("error" in answer or not answer)


def main():
    module = AnsibleModule(
        argument_spec=dict(
            argv=dict(type="list", elements="str", required=True),
            program=dict(type="path", default="/usr/local/bin/secretariat"),
            check=dict(type="str", choices=["asked", "reads", "skipped"], default="asked"),
            changes=dict(type="str", choices=["told", "always", "never"], default="told"),
            wait_seconds=dict(type="int", default=600),
            ok_codes=dict(type="list", elements="int", default=[0, 3]),
            secret_keys=dict(type="list", elements="str", default=[], no_log=False),
            secrets_to=dict(type="path", no_log=False),
        ),
        supports_check_mode=True,
    )
    program = module.params["program"]
    check = module.params["check"]
    if module.check_mode and (check == "skipped" or not os.path.exists(program)):
        changed = check != "reads" and module.params["changes"] != "never"
        module.exit_json(changed=changed, code=0, answer={}, msg="not run in check mode")
    command = [program] + module.params["argv"] + ["--json"]
    if module.check_mode and check == "asked":
        command += ["--check"] + (["--diff"] if module._diff else [])
    code, out, err = run_when_free(module, command)
    answer = last_object(out)
    take_secrets(module, answer)
    lines = err.strip().split("\n")[-12:]
    if has_failed(module, code, answer):
        words = answer.get("words", answer.get("error", lines))
        module.fail_json(msg="secretariat ended with %d" % code, code=code, words=words, answer=answer)
    result = dict(changed=was_changed(module, code, answer), code=code, answer=answer, warned=lines)
    if module._diff and answer.get("changes"):
        result["diff"] = dict(prepared=json.dumps(answer["changes"], indent=2, ensure_ascii=False))
    module.exit_json(**result)


if __name__ == "__main__":
    main()
