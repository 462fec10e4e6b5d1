"""The tables of a project file, as the first version of the program makes them.

Every row that matters has a UUID. Names are not UNIQUE: two copies of a project may each make a code "Trust", and
a merge shows both. Journalled tables hold TEXT and INTEGER only, because a journal image is a JSON object.
Bodies of transcripts live in `text` under the sha256 of what they say: insert-only, never journalled, so images stay
small and "the text differs" compares ids.
"""

from __future__ import annotations

#: Names of the migrations this version knows, oldest first. A file that holds another one is from a newer version.
MIGRATIONS = (
    "0001_first_schema",
    "0002_people",
    "0003_codebook_and_memos",
    "0004_search",
    "0005_merge",
    "0006_progress",
    "0007_heard",
    "0008_cross_check",
    "0009_joins",
    "0010_chart",
    "0011_coding_again",
    "0012_presets",
    "0013_memo_as_evidence",
    "0014_project_details",
    "0015_heard_anew",
    "0016_meetings",
)

#: Journalled tables, parents first, each with the columns that merge as one. Other columns merge one by one.
TABLES: dict[str, dict[str, tuple[str, ...]]] = {
    "project": {},
    "coder": {},
    "codebook": {},
    "code_group": {},
    "code": {},
    "codebook_change": {},
    "register_feature": {},
    "site": {},
    "register_entry": {},
    "participant": {},
    "attribute": {},
    "consent": {},
    "transcript": {},
    "speaker": {},
    "turn_list": {"all": ("starts", "speeches", "ends", "speakers", "timestamps")},
    "decision": {},
    "coding": {
        "all": (
            "transcript_id",
            "code_id",
            "coder_id",
            "start",
            "end",
            "polarity",
            "sure",
            "memo",
            "decision_id",
        )
    },
    "attribution": {},
    "memo": {},
    "done": {},
    "question": {},
    "transcript_mark": {},
    "not_asked": {},
    "consent_record": {},
    "attribute_kind": {},
    "sampling_target": {},
    "offset_map": {},
    "joined": {},
    "round": {},
    "round_transcript": {},
    "round_coder": {},
    "snapshot": {},
    "star": {},
    "summary": {"all": ("body", "quotes", "basis", "coder_id", "written_at")},
    "export_preset": {},
    "meeting": {},
    "meeting_item": {},
}

#: Columns that a merge may show otherwise than they are, beside those that refer to a row: what they are is parked.
PARKABLE: dict[str, tuple[str, ...]] = {"code": ("merged_into", "retired")}

#: Bookkeeping for merges: journalled only while a merge itself is written. Table to primary key.
BOOKKEEPING: dict[str, tuple[str, ...]] = {
    "clock": ("tbl", "row", "grp"),
    "parked": ("tbl", "row", "col"),
    "seen": ("node",),
}

_CONTENT = """
create table project(
    id text primary key, title text not null, created_at text not null) strict;
create table coder(
    id text primary key, name text not null, initials text not null default '', role text not null default '',
    colour text not null default '', supporter text not null default '') strict;

create table codebook(
    id text primary key, name text not null, title text not null, version integer not null, kind text not null,
    source text not null default '', position integer not null) strict;
create table code_group(
    id text primary key, codebook_id text not null references codebook on delete cascade, name text not null,
    key text not null default '', colour text not null default '', description text not null default '',
    position integer not null) strict;
create table code(
    id text primary key, group_id text not null references code_group on delete cascade, name text not null,
    question text not null default '', definition text not null default '', when_to_use text not null default '',
    when_not_to_use text not null default '', example text not null default '',
    aliases text not null default '[]', key text not null default '', source text not null default '',
    position integer not null, retired integer not null default 0) strict;
create table codebook_change(
    id text primary key, codebook_id text not null references codebook on delete cascade, version integer not null,
    code_id text references code on delete set null, what text not null, before text not null default '',
    after text not null default '', why text not null default '', coder_id text references coder on delete set null,
    changed_at text not null) strict;
create table question(
    id text primary key, wording text not null, code_id text references code on delete set null,
    position integer not null) strict;

create table register_feature(
    id text primary key, name text not null, definition text not null default '', aliases text not null default '[]',
    code text not null default '', source text not null default '', position integer not null) strict;
create table site(
    id text primary key, name text not null, country text not null default '', setting text not null default '',
    client_group text not null default '', continuum text not null default '', level text not null default '',
    years integer) strict;
create table register_entry(
    id text primary key, site_id text not null references site on delete cascade,
    feature_id text not null references register_feature on delete cascade, state text not null,
    source text not null default '', note text not null default '') strict;
create table participant(
    id text primary key, name text not null, site_id text references site on delete set null,
    client_group text not null default '', respondent text not null default '',
    support_worker_present integer) strict;
create table attribute(
    id text primary key, participant_id text not null references participant on delete cascade, name text not null,
    value text not null) strict;
create table consent(
    id text primary key, participant_id text not null references participant on delete cascade,
    subject text not null, answer text not null, date text not null default '',
    note text not null default '') strict;

create table text(id text primary key, body text not null) strict;
create table transcript(
    id text primary key, title text not null, text_id text not null references text, source text not null,
    source_hash text not null, imported_at text not null, date text not null default '',
    site_id text references site on delete set null, participant_id text references participant on delete set null,
    client_group text not null default '', metadata text not null default '{}', characters integer not null,
    words integer not null, turns integer not null) strict;
create table speaker(
    id text primary key, transcript_id text not null references transcript on delete cascade,
    number integer not null, label text not null, role text not null) strict;
create table turn_list(
    id text primary key references transcript on delete cascade, starts text not null, speeches text not null,
    ends text not null, speakers text not null, timestamps text not null) strict;

create table decision(
    id text primary key, transcript_id text not null references transcript on delete cascade,
    code_id text not null references code on delete cascade, start integer not null, "end" integer not null,
    outcome text not null default '', why text not null default '',
    coder_id text references coder on delete set null, decided_at text not null) strict;
create table coding(
    id text primary key, transcript_id text not null references transcript on delete cascade,
    code_id text not null references code on delete cascade, coder_id text not null references coder,
    start integer not null, "end" integer not null, polarity text not null default 'not_stated',
    sure integer not null default 1, memo text not null default '',
    decision_id text references decision on delete cascade, check("end" > start and start >= 0)) strict;
create table attribution(
    id text primary key, coding_id text not null references coding on delete cascade,
    feature_id text not null references code on delete cascade, direction text not null) strict;
create table memo(
    id text primary key, kind text not null default '', title text not null default '', body text not null,
    coder_id text references coder on delete set null, written_at text not null,
    transcript_id text references transcript on delete cascade, coding_id text references coding on delete cascade,
    code_id text references code on delete cascade, site_id text references site on delete cascade,
    participant_id text references participant on delete cascade, start integer, "end" integer) strict;
create table done(
    id text primary key, transcript_id text not null references transcript on delete cascade,
    coder_id text not null references coder on delete cascade, declared_at text not null,
    codebook_versions text not null default '{}') strict;

create index code_group_codebook on code_group(codebook_id);
create index code_group_id on code(group_id);
create index register_entry_site on register_entry(site_id);
create index register_entry_feature on register_entry(feature_id);
create index participant_site on participant(site_id);
create index attribute_participant on attribute(participant_id);
create index consent_participant on consent(participant_id);
create index transcript_site on transcript(site_id);
create index transcript_participant on transcript(participant_id);
create index transcript_hash on transcript(source_hash);
create index speaker_transcript on speaker(transcript_id);
create index decision_transcript on decision(transcript_id);
create index decision_code on decision(code_id);
create index coding_passage on coding(
    transcript_id, code_id, start, "end", polarity, id, coder_id, decision_id);
create index coding_code on coding(code_id, transcript_id, start, "end");
create index coding_coder on coding(coder_id);
create index coding_decision on coding(decision_id) where decision_id is not null;
create index attribution_coding on attribution(coding_id);
create index attribution_feature on attribution(feature_id);
create index memo_transcript on memo(transcript_id) where transcript_id is not null;
create index memo_coding on memo(coding_id) where coding_id is not null;
create index memo_code on memo(code_id) where code_id is not null;
create index memo_site on memo(site_id) where site_id is not null;
create index memo_participant on memo(participant_id) where participant_id is not null;
create index done_transcript on done(transcript_id);
create index done_coder on done(coder_id);
"""

# What left the project is a fact about the world: it is neither journalled nor undone.
_EXPORTS = """
create table export(
    id text primary key, exported_at text not null, coder text not null default '', file text not null,
    format text not null, scope text not null default '{}', sha256 text not null default '',
    extracts integer not null default 0, people integer not null default 0) strict;
create table export_transcript(
    export_id text not null references export on delete cascade, transcript_id text not null,
    primary key(export_id, transcript_id)) strict, without rowid;
"""

# `change.before` is the image a row had before the step touched it; NULL where it was not there.
# `clock` keeps merge stamps apart from the rows: grp '' is the row's life, the others its edits since.
# `parked` keeps rows whose parent is gone; `seen` the greatest clock known of every opening of every copy.
# A stamp of '~withdrawn' in `clock` is a tombstone that no other stamp beats.
_JOURNAL = """
create table step(
    id integer primary key, verb text not null, facts text not null default '{}', coder text not null default '',
    at text not null, quiet integer not null default 0, state text not null default 'done') strict;
create index step_undone on step(id) where state = 'undone';
create table change(
    seq integer primary key, step integer not null references step on delete cascade, tbl text not null,
    row text not null, before text, quiet integer not null) strict;
create index change_step on change(step);
create table clock(
    tbl text, row text, grp text, stamp text not null, dead integer not null,
    primary key(tbl, row, grp)) strict, without rowid;
create table parked(
    tbl text, row text, col text, value text, primary key(tbl, row, col)) strict, without rowid;
create table seen(node text primary key, t integer not null) strict, without rowid;
create table now(
    one integer primary key check(one = 1), step integer, stamp text not null default '',
    quiet integer not null default 0) strict;
insert into now(one) values(1);
"""


def statements() -> list[str]:
    """The statements that make an empty project, in order."""
    lines = (_CONTENT + _EXPORTS + _JOURNAL).split(";\n")
    return [line.strip() for line in lines if line.strip()]
