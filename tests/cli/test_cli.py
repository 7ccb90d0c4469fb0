"""The command line: exit codes, help, both languages, any terminal, standard input."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gif_validate.catalogue.text import Lang
from gif_validate.cli.app import run
from gif_validate.models.index import models
from gif_validate.models.without_columns import without_columns
from tests.conftest import EXAMPLES, ROOT

GOOD = str(EXAMPLES / "municipal-aed" / "conforming.csv")
BAD = str(EXAMPLES / "municipal-aed" / "typical-faults.csv")


def shell(*arguments: str, stdin: bytes = b"", **environment: Any) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "GIF_VALIDATE", "PYTHON"))}
    command = [sys.executable, "-m", "gif_validate", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=variables | environment, cwd=ROOT, check=False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", GOOD], 0),
        (["check", BAD], 1),
        (["check", GOOD, BAD], 1),
        (["check", GOOD, "--fail-on", "info"], 1),
        (["check", "no-such-file.csv"], 2),
        (["check"], 2),
        (["check", GOOD, "--standard", "municipal/nothing"], 2),
        (["check", GOOD, "--encoding", "latin-9"], 2),
        (["check", GOOD, "--report", "json"], 2),
        (["check", GOOD, "--bogus"], 2),
        (["bogus"], 2),
        (["check", "no-such-*.csv"], 3),
        (["detect", GOOD], 0),
        (["explain", "GIF-DATE-001"], 0),
        (["explain", "bogus"], 2),
        (["list", "bogus"], 2),
        (["--version"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert (captured.err != "") == (code == 2)


@pytest.mark.parametrize("command", [[], ["check"], ["values"], ["detect"], ["list"], ["explain"]])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_help_has_an_example(command: list[str], lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--lang", lang, "--help"]) == 0
    out = capsys.readouterr().out
    assert ("例：" if lang == "ja" else "Example:") in out
    assert "--lang" in out


def test_usage_errors_speak_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "no-such-file.csv", "--lang", "ja"])
    assert "ありません" in capsys.readouterr().err
    run(["check", "no-such-file.csv", "--lang", "en"])
    assert "There is no file" in capsys.readouterr().err


USAGE = [
    (["check", GOOD, "--format", "html"], "--format の値が正しくありません：「html」は使えません。text、json のどれかを書きます。"),
    (["check", GOOD, "--as-of", "x"], "--as-of の値が正しくありません：「x」は YYYY-MM-DD ではありません。"),
    (["check", GOOD, "--report", "json"], "--report の値が正しくありません：「形式=ファイル」と書きます（形式は text, json）。"),
    (["check", GOOD, "--max-findings", "x"], "--max-findings の値が正しくありません：「x」は整数ではありません。"),
    (["check", GOOD, "--max-findings", "-1"], "--max-findings の値が正しくありません：「-1」は小さすぎます。0 以上の整数を書きます。"),
    (["check", GOOD, "--formt", "x"], "--formt というオプションはありません（もしかして --format、--report）。"),
    (["check", GOOD, "--format"], "--format には値が要ります。"),
    (["check", GOOD, "--require-standard=3"], "--require-standard は値を取りません。"),
    (
        ["check", GOOD, "--output", str(EXAMPLES)],
        f"--output の値が正しくありません：「{EXAMPLES}」はフォルダーです。ファイルを指定します。",
    ),
    (["check"], "PATH を指定します。"),
    (["quality", "no-such.csv"], "FILE の値が正しくありません：「no-such.csv」というファイルはありません。"),
    (["quality", "it's\\x.csv"], "FILE の値が正しくありません：「it's\\x.csv」というファイルはありません。"),
    (["quality", str(EXAMPLES)], f"FILE の値が正しくありません：「{EXAMPLES}」はフォルダーです。ファイルを指定します。"),
    (["quality", GOOD, "--definitions", "no-such"], "--definitions の値が正しくありません：「no-such」というフォルダーはありません。"),
    (["quality", GOOD, "--definitions", GOOD], f"--definitions の値が正しくありません：「{GOOD}」はファイルです。フォルダーを指定します。"),
    (["quality", GOOD, "a", "b"], "余分な引数があります：a b"),
    (["list", "bogus"], "「bogus」は使えません。standards、models、parts、rules、codelists のどれかを書きます。"),
    (["list"], "standards、models、parts、rules、codelists のどれかを指定します。"),
    (
        ["init-definition", GOOD, "--id", "x"],
        "--id の値が正しくありません：「x」は 家族名/名前（英小文字・数字・ハイフン）の形ではありません。",
    ),
    (["import-dmd", GOOD], "--id を指定します。"),
    (["--lang", "fr"], "--lang の値が正しくありません：「fr」は使えません。ja、en のどれかを書きます。"),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE)
def test_usage_errors_name_what_was_typed(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang in ("ja", "en"):
        monkeypatch.setenv("GIF_VALIDATE_LANG", lang)
        assert run(arguments) == 2
        said = capsys.readouterr().err.splitlines()[0]
        assert (said == f"gif-validate: {words}") == (lang == "ja")
        assert said.isascii() == (lang == "en")


def test_a_missing_choice_is_said_with_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "municipal/aed", "--lang", "ja"]) == 2
    assert "--to を指定します（jsonschema、" in capsys.readouterr().err


def test_nothing_asked_for_shows_the_help(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIF_VALIDATE_LANG", "ja")
    run([])
    captured = capsys.readouterr()
    assert (captured.out + captured.err).startswith("使い方：gif-validate ")


def test_a_folder_reports_every_data_file_and_names_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.csv").write_bytes(Path(GOOD).read_bytes())
    (tmp_path / "b.JSON").write_text("{}", encoding="utf-8")
    (tmp_path / "読んで.md").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "c.csv").write_text("x", encoding="utf-8")
    assert run(["check", str(tmp_path), "--format", "json"]) == 0
    out = json.loads(capsys.readouterr().out)
    assert [Path(file["path"]).name for file in out["files"]] == ["b.JSON", "a.csv"]
    assert [Path(file["path"]).name for file in out["skipped"]] == ["読んで.md"]


def test_patterns_and_repeated_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.csv", "b.csv", "c.txt"):
        (tmp_path / name).write_bytes(Path(GOOD).read_bytes())
    assert run(["check", str(tmp_path / "*.csv"), str(tmp_path / "a.csv"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 2


def test_outputs_and_reports_in_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, other = tmp_path / "報告.txt", tmp_path / "report.json"
    assert run(["check", BAD, "--output", str(text), "--report", f"json={other}"]) == 1
    assert capsys.readouterr().out == ""
    assert "適合していません" in text.read_text(encoding="utf-8")
    assert json.loads(other.read_text(encoding="utf-8"))["summary"]["verdict"] == "nonconforming"


def test_standard_input() -> None:
    done = shell("check", "-", "--format", "json", stdin=Path(BAD).read_bytes())
    assert done.returncode == 1
    file = json.loads(done.stdout)["files"][0]
    assert (file["path"], file["standard"], file["encoding"]) == ("-", "municipal/aed@2023", "cp932")


@pytest.mark.parametrize(("encoding", "lang"), [("cp932", "ja"), ("ascii", "en"), ("utf-8", "ja")])
def test_any_terminal_survives(encoding: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,設置位置\n髙橋𠮷①—ＡＢ\u202e,x\n", encoding="utf-8")
    done = shell("check", str(path), BAD, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    out = done.stdout.decode(encoding)
    assert ("判定" if lang == "ja" else "verdict") in out


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "判定"),
        ({"LANG": "en_US.UTF-8"}, "verdict"),
        ({"LANG": "en_US.UTF-8", "GIF_VALIDATE_LANG": "ja"}, "判定"),
        ({"LANG": "C.UTF-8"}, "判定"),
        ({}, "判定"),
    ],
)
def test_the_language_follows_the_environment(environment: dict[str, Any], words: str) -> None:
    assert words in shell("check", GOOD, PYTHONUTF8="1", **environment).stdout.decode()


def test_nothing_moves_when_piped() -> None:
    assert b"\x1b" not in shell("check", BAD).stdout + shell("check", BAD).stderr


VALUES: list[tuple[dict[str, Any], bool | None, str | None]] = [
    ({"part": "date", "value": "2017-9-1"}, False, "2017-09-01"),
    ({"part": "date", "value": "2017-09-01"}, True, None),
    ({"part": "telephone", "value": "110"}, True, None),
    ({"rule": "GIF-DATE-001", "value": "2017-9-1"}, False, "2017-09-01"),
    ({"rule": "GIF-DATE-001", "value": "2017-09-01"}, True, None),
    ({"rule": "GIF-DAT-001", "value": "2017-02-29"}, False, None),
    ({"rule": "GIF-ADDR-004", "value": {"code": "131016", "prefecture": "北海道"}}, False, None),
    ({"rule": "GIF-ADDR-004", "value": {"code": "131016", "pref": "大阪府"}}, None, None),
    ({"rule": "GIF-ADDR-004", "value": {"全国地方公共団体コード": "131016", "都道府県": "東京都", "市区町村": "千代田区"}}, True, None),
    ({"rule": "GIF-ADDR-004", "value": {"code": "131016", "prefecture": "東京都", "municipality": "千代田区", "備考": "x"}}, True, None),
    ({"rule": "GIF-ADDR-004", "value": {"団体コード": "131016"}}, None, None),
    ({"rule": "GIF-ADDR-004", "value": {"code": "131016", "prefecture": "大阪府", "x": "y"}}, False, None),
    ({"rule": "GIF-ADDR-004", "value": {"code": "131016", "prefecture": "東京都", "municipality": "千代田区", "x": "y"}}, True, None),
    ({"rule": "GIF-DATE-013", "value": "2017-09-01"}, None, None),
    ({"rule": "GIF-DATE-008", "value": "2017-09-01"}, None, None),
    ({"rule": "GIF-POST-002", "value": "100"}, None, None),
    ({"rule": "GIF-DATE-001", "value": {"a": "b"}}, None, None),
    ({"rule": "TABLE-010", "value": "x"}, None, None),
    ({"part": "date", "value": 20170901}, None, None),
]


def test_values_answers_line_by_line() -> None:
    lines = "".join(json.dumps(asked, ensure_ascii=False) + "\n" for asked, _, _ in VALUES)
    done = shell("values", stdin=lines.encode())
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["valid"], answer["suggestion"]) for answer in answers] == [(valid, offered) for _, valid, offered in VALUES]
    for (asked, valid, _), answer in zip(VALUES, answers, strict=True):
        assert asked.items() <= answer.items()
        assert (valid is None) == ("reason" in answer)
        assert bool(answer["findings"]) == (valid is False or asked["value"] == "110")


def test_values_proposes_the_item_that_a_name_means() -> None:
    done = shell("values", stdin=json.dumps({"rule": "GIF-ADDR-004", "value": {"code": "131016", "pref": "大阪府"}}).encode())
    reason = json.loads(done.stdout)["reason"]
    assert "「pref」は「prefecture」のことですか" in reason["ja"]
    assert "Is prefecture meant by pref?" in reason["en"]


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b'{"value": "x"}', b'{"part": "bogus", "value": "x"}', b'{"rule": "bogus", "value": "x"}', b"\xff"]
)
def test_values_names_what_is_no_question(line: bytes) -> None:
    done = shell("values", stdin=b'{"part": "date", "value": "2017-09-01"}\n' + line + b'\n{"part": "date", "value": "2015"}\n')
    answers = [json.loads(answer) for answer in done.stdout.splitlines()]
    assert done.returncode == 2
    assert len(answers) == 3
    assert set(answers[1]["error"]) == {"ja", "en"}
    assert answers[2]["valid"] is True


@pytest.mark.parametrize("what", ["standards", "models", "parts", "rules", "codelists"])
def test_lists(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", what, "--format", "json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert len({entry["id"] for entry in entries}) == len(entries) > 10
    assert all(set(entry["title"]) == {"ja", "en"} and entry["title"]["ja"] and "kind" in entry and "tier" in entry for entry in entries)
    assert run(["list", what]) == 0
    assert entries[0]["id"] in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "GIF-DATE-001",
        "gif-date-001",
        "GIF-DAT-001",
        "GIF-ADDR-008",
        "GIF-CODE-001",
        "FILE-003",
        "date",
        "text",
        "municipal/aed",
        "post/ken-all@2007",
        "prefectures",
    ],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_explains_ids_of_every_kind(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name, "--lang", lang]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_explain_offers_near_ids(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "GIF-DATE-01"]) == 2
    assert "GIF-DATE-0" in capsys.readouterr().err


def test_detect_names_columns(capsys: pytest.CaptureFixture[str]) -> None:
    path = EXAMPLES / "municipal-public-facility" / "typical-faults.csv"
    assert run(["detect", str(path), "--format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["standard"] == "municipal/public-facility@2023"
    assert {"found": "所在地_ｰ以下", "expected": "所在地_番地以下"} in entry["renamed"]
    assert entry["rejected"]
    assert run(["detect", str(path)]) == 0
    assert "municipal/public-facility@2023" in capsys.readouterr().out


def test_a_private_definition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    definition, data = tmp_path / "own.yaml", tmp_path / "own.csv"
    definition.write_text(
        "id: my/hours\ntitle: {ja: 開館, en: hours}\nfields: [{name: 名称, mark: must}, {name: 開館, kind: time}]\n", encoding="utf-8"
    )
    data.write_text("名称,開館\nA館,9:00\n", encoding="utf-8")
    assert run(["check", str(data), "--standard", str(definition), "--format", "json"]) == 1
    file = json.loads(capsys.readouterr().out)["files"][0]
    assert (file["standard"], file["findings"][-1]["rule"]) == ("my/hours", "GIF-TIME-001")
    definition.write_text("id: my/hours\n", encoding="utf-8")
    assert run(["check", str(data), "--standard", str(definition)]) == 2
    assert "own.yaml:1:" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_standards_without_columns_are_listed_with_the_reason(lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "standards", "--lang", lang]) == 0
    shown = capsys.readouterr().out
    ids = {model.id for model in models().values()}
    for each in without_columns():
        assert each.title.pick(lang) in shown and each.reason.pick(lang) in shown
        assert each.id not in ids
        for name in re.findall(r"[a-z-]+/[a-z-]+", each.reason.en):
            assert any(known.startswith(name) for known in ids), name


def test_the_examples_of_every_rule_are_answered_so() -> None:
    """What a rule shows as right is no riddle to `values`, whatever names it uses."""
    from gif_validate.catalogue.discovery import declared
    from gif_validate.cli.values import _of_declared

    for rule in declared().values():
        for expected, examples in ((True, rule.good), (False, rule.bad)) if rule.compare else ():
            assert all(_of_declared(rule, each)["valid"] is expected for each in examples if isinstance(each, dict)), rule.id
    assert _of_declared(declared()["GIF-ADDR-004"], {})["valid"] is None
