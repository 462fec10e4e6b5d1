"""Reading codebooks, registers and published findings from TOML files that people write by hand."""

from __future__ import annotations

import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from qualcoder_lite.domain.codebook import CodebookKind, code_id
from qualcoder_lite.domain.errors import CodebookFileError
from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.importers.codebooks.toml_files import read_codebook, read_published, read_register

CODEBOOK = """
name = "going-out"
title = "Going out"
version = 3
kind = "outcomes"
source = "Notes of a meeting"

[[group]]
id = "out-and-about"
name = "Out and about"
key = "A"
colour = "change"

[[group.code]]
id = "taking-the-bus"
name = "Taking the bus"
key = "B"
definition = "Riding on a bus, or not being able to."
aliases = ["Bus"]

[[group.code]]
id = "walking"
name = "Walking"

[[group]]
id = "staying-in"
name = "Staying in"
key = "I"
colour = "process"
code = [{ id = "reading", name = "Reading", key = "B" }]
"""

REGISTER = """
name = "our-register"
title = "Our register"
version = 1
kind = "site-register"
source = "Ourselves"

[[feature]]
id = "one-front-door"
name = "One front door"
aliases = ["Front door"]
code = "features/co-location"

[[feature]]
id = "shared-van"
name = "Shared van"
"""

PUBLISHED = """
name = "our-table"
title = "Our table"
kind = "published-findings"
source = "Ourselves"
outcomes = "going-out"
features = "features"

[[row]]
outcome = "walking"
found = ["co-location"]
not_found = ["key-worker"]
notes.key-worker = "Only hinted at."
"""


@pytest.fixture
def written(tmp_path):
    """Write text, or bytes, to a file and give its path."""

    def write(content, name="mine.toml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def changed(text, before, after):
    assert before in text
    return text.replace(before, after, 1)


def refusal(read, path):
    with pytest.raises(CodebookFileError) as caught:
        read(path)
    return str(caught.value)


class TestACodebook:
    def test_has_its_groups_and_codes_in_the_order_of_the_file(self, written):
        book = read_codebook(written(CODEBOOK))
        assert (book.name, book.title, book.version, book.kind) == ("going-out", "Going out", 3, CodebookKind.OUTCOMES)
        assert [group.name for group in book.groups] == ["Out and about", "Staying in"]
        assert [code.name for code in book.codes] == ["Taking the bus", "Walking", "Reading"]

    def test_hands_on_every_field_of_a_code(self, written):
        bus = read_codebook(written(CODEBOOK)).codes[0]
        assert (bus.group, bus.key, bus.aliases) == ("Out and about", "B", ("Bus",))
        assert bus.definition == "Riding on a bus, or not being able to."

    def test_takes_its_ids_from_the_handles(self, written):
        book = read_codebook(written(CODEBOOK))
        assert book.id == natural_id("codebook", "going-out")
        assert book.groups[0].id == natural_id("code-group", "going-out", "out-and-about")
        assert book.codes[0].id == code_id("going-out", "taking-the-bus")

    def test_keeps_its_ids_when_names_change(self, written):
        before = read_codebook(written(CODEBOOK))
        after = read_codebook(written(CODEBOOK.replace('"Walking"', '"On foot"').replace('"Staying in"', '"At home"')))
        assert [code.id for code in after.codes] == [code.id for code in before.codes]
        assert [group.id for group in after.groups] == [group.id for group in before.groups]

    def test_keeps_an_id_that_is_a_uuid(self, written):
        own = str(uuid.UUID(int=7))
        book = read_codebook(written(changed(CODEBOOK, 'id = "walking"', f'id = "{own}"')))
        assert book.codes[1].id == own

    def test_may_have_the_same_key_in_two_groups(self, written):
        assert [code.key for code in read_codebook(written(CODEBOOK)).codes] == ["B", "", "B"]

    def test_may_start_with_a_byte_order_mark_and_have_windows_line_ends(self, written):
        marked = b"\xef\xbb\xbf" + CODEBOOK.replace("\n", "\r\n").encode()
        assert read_codebook(written(marked)) == read_codebook(written(CODEBOOK))

    def test_joins_lines_that_end_in_a_backslash(self, written):
        text = changed(CODEBOOK, '"Riding on a bus, or not being able to."', '"""\\\n  Riding \\\n  on a bus\\\n  """')
        assert read_codebook(written(text)).codes[0].definition == "Riding on a bus"

    def test_may_be_the_example_of_the_format_s_description(self, written):
        described = (Path(__file__).resolve().parents[3] / "docs" / "codebook-format.md").read_text(encoding="utf-8")
        example = described.partition("```toml\n")[2].partition("```")[0]
        (bus,) = read_codebook(written(example)).codes
        assert (bus.name, bus.key, bus.aliases) == ("Taking the bus", "B", ("Bus", "Bus journeys"))
        assert "\n" not in bus.definition


WRONG_CODEBOOKS = {
    "unknown field": ("definition =", "defintion =", "code “Taking the bus”: there is no field “defintion”"),
    "code outside a group": ("[[group]]", '[[code]]\nname = "Lost"\n[[group]]', "mine.toml: there is no field “code”"),
    "title missing": ('title = "Going out"', "", "mine.toml: the field “title” is missing"),
    "group without codes": (
        'code = [{ id = "reading", name = "Reading", key = "B" }]',
        "",
        "group “Staying in”: the field “code” is missing",
    ),
    "code name missing": ('name = "Walking"', "", "group “Out and about”, code 2: the field “name” is missing"),
    "code name empty": ('name = "Walking"', 'name = "  "', "code 2: the field “name” is empty"),
    "name of two lines": ('name = "Walking"', 'name = "Wal\\nking"', "field “name” holds line breaks or control"),
    "name not text": ('name = "Walking"', "name = 4", "code 2: the field “name” must be text in quotation marks"),
    "control character": ("Riding on", "Riding\\u0007 on", "“definition” holds control characters"),
    "aliases not a list": ('["Bus"]', '"Bus"', "code “Taking the bus”: the field “aliases” must be a list of texts"),
    "aliases not texts": ('["Bus"]', "[1]", "code “Taking the bus”: the field “aliases” must be a list of texts"),
    "alias empty": ('["Bus"]', '[""]', "code “Taking the bus”: the field “aliases” is empty"),
    "alias another code's name": ('["Bus"]', '["WALKING"]', "the alias “WALKING” is the name of group “Out and about”"),
    "alias another code's alias": (
        'name = "Walking"',
        'name = "Walking"\naliases = ["bus"]',
        "code “Walking”: the alias “bus” is already taken by group “Out and about”, code “Taking the bus”",
    ),
    "name twice": ('name = "Reading"', 'name = "walking"', "code “walking”: the name “walking” is already taken"),
    "id twice": ('id = "reading"', 'id = "walking"', "code “Reading”: the id “walking” is already taken"),
    "id not a handle": ('id = "walking"', 'id = "On Foot"', "such as “on-foot”, not “On Foot”"),
    "group name twice": ('name = "Staying in"', 'name = "Out and About"', "the name “Out and About” is already taken"),
    "group id twice": ('id = "staying-in"', 'id = "out-and-about"', "the id “out-and-about” is already taken"),
    "group key twice": ('key = "I"', 'key = "A"', "group “Staying in”: the key “A” is already taken by group “Out and"),
    "code key twice": ('id = "walking"', 'id = "walking"\nkey = "B"', "code “Walking”: the key “B” is already taken"),
    "key of two letters": ('key = "I"', 'key = "IN"', "the field “key” must be one capital letter"),
    "small key": ('key = "I"', 'key = "i"', "the field “key” must be one capital letter"),
    "key with an accent": ('key = "I"', 'key = "É"', "the field “key” must be one capital letter"),
    "no key": ('key = "I"', 'key = ""', "the field “key” must be one capital letter"),
    "version a text": ("version = 3", 'version = "3"', "mine.toml: the field “version” must be a whole number"),
    "version yes": ("version = 3", "version = true", "mine.toml: the field “version” must be a whole number"),
    "version nought": ("version = 3", "version = 0", "mine.toml: the field “version” must be a whole number"),
    "kind unknown": ('kind = "outcomes"', 'kind = "results"', "“results” is not a kind that is known"),
    "a register": ('kind = "outcomes"', 'kind = "site-register"', "the field “kind” must be “outcomes”"),
    "code a text": (
        'code = [{ id = "reading", name = "Reading", key = "B" }]',
        'code = "Reading"',
        "group “Staying in”: the field “code” must be written as tables in double square brackets",
    ),
}


class TestAWrongCodebook:
    @pytest.mark.parametrize("case", WRONG_CODEBOOKS)
    def test_is_refused_with_file_entry_and_field(self, written, case):
        before, after, said = WRONG_CODEBOOKS[case]
        message = refusal(read_codebook, written(changed(CODEBOOK, before, after)))
        assert message.startswith("mine.toml")
        assert said in message

    def test_gets_the_likely_field_offered(self, written):
        message = refusal(read_codebook, written(changed(CODEBOOK, "definition =", "defintion =")))
        assert "Did you mean “definition”" in message

    def test_gets_all_fields_listed_when_none_is_likely(self, written):
        message = refusal(read_codebook, written(changed(CODEBOOK, "colour =", "zzz =")))
        assert "The fields here are “code”, “colour”" in message


class TestAFileThatIsNoCodebook:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"name = \n", "mine.toml is not sound TOML: Invalid value (at line 1, column 8)"),
            (b'name = "caf\xe9"\n', "mine.toml is not UTF-8 text (line 1)"),
            (b"version = " + b"9" * 5000, "mine.toml is not sound TOML: a value is too long or too deep"),
            (b"a = " + b"[" * 100_000, "mine.toml is not sound TOML"),
            (b"# " + b"x" * 5_000_000, "mine.toml is too large to be a codebook file"),
            (b"%PDF-1.7", "mine.toml is a PDF document, not a TOML file"),
            (b"", "mine.toml: the field “kind” is missing"),
        ],
        ids=["not TOML", "not UTF-8", "endless number", "too deep", "too large", "a PDF", "empty"],
    )
    def test_is_refused(self, written, content, said):
        assert said in refusal(read_codebook, written(content))

    @pytest.mark.parametrize("read", [read_codebook, read_register, read_published])
    def test_is_refused_when_it_is_not_there(self, tmp_path, read):
        assert "nowhere.toml" in refusal(read, tmp_path / "nowhere.toml")

    def test_is_refused_when_it_is_a_folder(self, tmp_path):
        assert "is a folder" in refusal(read_codebook, tmp_path)

    @pytest.mark.parametrize(
        ("read", "text", "said"),
        [
            (read_codebook, REGISTER, "this is a site register"),
            (read_register, CODEBOOK, "this is a codebook of outcomes"),
            (read_published, REGISTER, "this is a site register"),
            (read_codebook, PUBLISHED, "this is a table of published findings"),
        ],
    )
    def test_is_called_what_it_is(self, written, read, text, said):
        assert said in refusal(read, written(text))


class TestARegister:
    def test_has_its_features_in_order_linked_to_their_codes(self, written):
        register = read_register(written(REGISTER))
        door, van = register.features
        assert (register.name, register.version) == ("our-register", 1)
        assert (door.name, door.aliases, door.code) == (
            "One front door",
            ("Front door",),
            code_id("features", "co-location"),
        )
        assert door.id == natural_id("register-feature", "our-register", "one-front-door")
        assert (van.name, van.code) == ("Shared van", "")

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            (
                '"features/co-location"',
                '"co-location"',
                "feature “One front door”: the field “code” must be a codebook, a",
            ),
            (
                '"features/co-location"',
                '"features/"',
                "feature “One front door”: the field “code” must be a codebook, a",
            ),
            ('"Front door"', '"Shared van"', "the alias “Shared van” is the name of feature “Shared van”"),
            ('name = "Shared van"', 'name = "one front door"', "the name “one front door” is already taken"),
            ('name = "Shared van"', 'name = "Shared van"\nkey = "V"', "feature “Shared van”: there is no field “key”"),
        ],
    )
    def test_that_is_wrong_is_refused_with_entry_and_field(self, written, before, after, said):
        assert said in refusal(read_register, written(changed(REGISTER, before, after)))


class TestPublishedFindings:
    def test_have_a_mark_for_each_feature_of_a_row(self, written):
        findings = read_published(written(PUBLISHED))
        walking = code_id("going-out", "walking")
        yes = findings.by_pair[walking, code_id("features", "co-location")]
        no = findings.by_pair[walking, code_id("features", "key-worker")]
        assert (yes.found, yes.note) == (True, "")
        assert (no.found, no.note) == (False, "Only hinted at.")
        assert len(findings.marks) == 2

    @pytest.mark.parametrize(
        ("before", "after", "said"),
        [
            ('["key-worker"]', '["co-location"]', "row “walking”: “co-location” stands twice"),
            ("notes.key-worker", "notes.co-work", "row “walking”: the field “notes” speaks of “co-work”"),
            ('"Only hinted at."', "true", "row “walking”, notes: the field “key-worker” must be text"),
            ('notes.key-worker = "Only hinted at."', 'notes = "None"', "“notes” must be written as notes.name = "),
            ('outcome = "walking"', "", "row 1: the field “outcome” is missing"),
            ('["key-worker"]', '["Key worker"]', "such as “key-worker”, not “Key worker”"),
            ('features = "features"', "", "mine.toml: the field “features” is missing"),
        ],
    )
    def test_that_are_wrong_are_refused_with_entry_and_field(self, written, before, after, said):
        assert said in refusal(read_published, written(changed(PUBLISHED, before, after)))

    def test_may_not_speak_of_an_outcome_twice(self, written):
        text = PUBLISHED + '\n[[row]]\noutcome = "walking"\nfound = ["key-worker"]\n'
        assert "the outcome “walking” is already taken by row “walking”" in refusal(read_published, written(text))

    def test_may_not_have_a_row_that_says_nothing(self, written):
        text = PUBLISHED + '\n[[row]]\noutcome = "taking-the-bus"\n'
        assert "row “taking-the-bus”: the fields “found” and “not_found” are both missing" in refusal(
            read_published, written(text)
        )


def test_reading_and_writing_are_imported_without_loading_a_heavy_package():
    modules = "qualcoder_lite.importers.codebooks.toml_files, qualcoder_lite.exporters.codebooks"
    heavy = "{'PySide6', 'docx', 'lxml', 'openpyxl', 'sqlite_utils', 'yaml', 'numpy', 'tomli_w'}"
    program = f"import sys, {modules}; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
