"""Drives a pool with Debian's XenAPI binding; prints one JSON document."""

import json
import ssl
import sys

from os_xenapi.client import XenAPI

ssl._create_default_https_context = ssl._create_unverified_context


class Context:
    def __init__(self, url, username, password):
        self.session = XenAPI.Session(url)
        self.session.xenapi.login_with_password(username, password)

    def call(self, method, *args):
        target = self.session.xenapi
        for name in method.split("."):
            target = getattr(target, name)
        return target(*args)


def list_classes(context, classes):
    return {name: len(context.call(name + ".get_all_records")) for name in classes}


def live(context, steps):
    """Each step as a task; gives the batches of events in between."""
    classes = ["vm", "vbd", "task"]
    batches = []
    vm = ""
    token = context.call("event.from", classes, "", 0.1)["token"]
    for step in steps:
        args = [vm if arg == "$vm" else arg for arg in step["args"]]
        task = context.call("Async." + step["method"], *args)
        result = wait_for(context, task)
        if step.get("isMaker"):
            vm = result[len("<value>") : -len("</value>")]
        batch = context.call("event.from", classes, token, 0.1)
        token = batch["token"]
        batches.append(batch)
    return {"vm": vm, "batches": batches}


def wait_for(context, task):
    token = ""
    while True:
        batch = context.call("event.from", ["task/" + task], token, 10.0)
        token = batch["token"]
        for event in batch["events"]:
            snapshot = event["snapshot"]
            if snapshot["status"] == "success":
                return snapshot["result"]
            if snapshot["status"] != "pending":
                raise XenAPI.Failure(snapshot["error_info"])


def failure_of(context, method, *args):
    try:
        context.call(method, *args)
    except XenAPI.Failure as failure:
        return failure.details
    return None


def main():
    request = json.load(sys.stdin)
    context = Context(request["url"], request["username"], request["password"])
    answer = {
        "counts": list_classes(context, request["classes"]),
        "life": live(context, request["steps"]),
        "failure": failure_of(context, "VM.get_record", "x"),
        "record": context.call("VM.get_record", request["vm"]),
    }
    context.session.xenapi.session.logout()
    # Dates are objects of the XML-RPC library.
    json.dump(answer, sys.stdout, default=str)


main()
