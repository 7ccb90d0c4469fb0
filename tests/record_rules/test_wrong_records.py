"""What rules that compare the items of a record say of typical records (tests/wrong_records.jsonl, reviewed line by line)."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest

from gif_validate.catalogue.discovery import declared
from tests.conftest import DATA
from tests.parts.test_messages import said_by_rule

LINES = [json.loads(line) for line in (DATA / "wrong_records.jsonl").read_text(encoding="utf-8").splitlines()]
BY_RULE = {rule: list(lines) for rule, lines in groupby(sorted(LINES, key=itemgetter("rule")), itemgetter("rule"))}


@pytest.mark.parametrize("rule", BY_RULE)
def test_what_is_said_of_a_record(rule: str) -> None:
    def said(record: dict[str, Any]) -> str | None:
        messages = said_by_rule(declared()[rule], record)
        return messages[0] if messages else None

    assert [(line["record"], said(line["record"])) for line in BY_RULE[rule]] == [(line["record"], line["says"]) for line in BY_RULE[rule]]
