"""Reads a XAPI database dump without any code of the simulator.

usage: independent-parse.py DATAMODEL.json DUMP.gz

Prints {class: {ref: {field: value}}}: the columns that the dump has, by the
names of the API, and the computed ends of relations (sorted).
"""

import gzip
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

NOT_KEPT = {"session", "task"}
# The pool works these out anew; one dump has lists here that do not end.
RECOMPUTED = {"allowed_operations", "current_operations"}


def tokens(text):
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
        elif character in "()":
            yield character, None
            position += 1
        elif character in "'\"":
            value, position = [], position + 1
            while text[position] != character:
                if text[position] == "\\":
                    position += 1
                value.append(text[position])
                position += 1
            yield "atom", "".join(value)
            position += 1
        else:
            match = re.compile(r"[^\s()'\"]+").match(text, position)
            yield "atom", match.group()
            position = match.end()


def parse(text):
    stack = [[]]
    for kind, value in tokens(text):
        if kind == "(":
            stack.append([])
        elif kind == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(value)
    return stack[0][0]


def unescape(text):
    table = {"%": "%", "t": "\t", "n": "\n", "r": "\r", ".": " ", "_": "  "}
    return re.sub("%([%tnr._])", lambda match: table[match.group(1)], text)


def convert(kind, value):
    if kind.endswith(" set"):
        items = parse(unescape(value)) if value else []
        return [convert(kind[:-4], item) for item in items]
    if kind.endswith(" map"):
        inner = kind[kind.index(" -> ") + 4 : -5]
        pairs = parse(unescape(value)) if value else []
        return {key: convert(inner, item) for key, item in pairs}
    if kind == "int":
        return int(value)
    if kind == "float":
        return float(value)
    if kind == "bool":
        return {"true": True, "false": False}[value]
    return unescape(value)


def main(model_path, dump_path):
    with open(model_path, encoding="utf-8") as file:
        model = json.load(file)
    with gzip.open(dump_path) as file:
        root = ElementTree.fromstring(file.read())
    classes = {item["name"].lower(): item for item in model["classes"]}
    relations = [
        (stored.split("."), computed.split("."))
        for stored, computed in model["relations"]
        if stored != computed
    ]
    ends = {tuple(computed) for _, computed in relations}
    result = {}
    for table in root.iter("table"):
        item = classes.get(table.get("name").lower())
        if item is None or not item["inDatabase"] or item["name"] in NOT_KEPT:
            continue
        name = item["name"]
        rows = result.setdefault(name, {})
        fields = {field.get("dbName", field["name"]): field for field in item["fields"]}
        for row in table:
            rows[row.get("ref")] = {
                fields[column]["name"]: convert(fields[column]["type"], value)
                for column, value in row.attrib.items()
                if column in fields
                and column not in RECOMPUTED
                and (name, fields[column]["name"]) not in ends
            }
    for (source, field), (target, end) in relations:
        for record in result.get(target, {}).values():
            record[end] = []
        for ref, record in result.get(source, {}).items():
            named = record.get(field, [])
            for other in named if isinstance(named, list) else [named]:
                owner = result.get(target, {}).get(other)
                if owner is not None:
                    owner[end].append(ref)
    for (_, _), (target, end) in relations:
        for record in result.get(target, {}).values():
            record[end].sort()
    internal = {
        (item["name"], field["name"])
        for item in model["classes"]
        for field in item["fields"]
        if field.get("internal")
    }
    for name, rows in result.items():
        for record in rows.values():
            for field in [key for key in record if (name, key) in internal]:
                del record[field]
    json.dump(result, sys.stdout)


main(*sys.argv[1:])
